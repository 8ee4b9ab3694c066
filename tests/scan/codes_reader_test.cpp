// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/make/code.hpp"
#include "scan/clean/clean.hpp"
#include "scan/codes/certificates.hpp"
#include "scan/reader.hpp"
#include "scan/tax_code.hpp"

#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;
using samples::Issuer;

namespace {

std::vector<Kind> kinds() {
    Kind kind;
    kind.id = "avis";
    kind.code_types = {"28"};
    for (const auto& [name, id] : {std::pair{"numero_fiscal", "47"}, {"revenu", "41"}}) {
        Field field;
        field.name = name;
        field.code = {id};
        kind.fields.push_back(field);
    }
    return {kind};
}

CleanPage page_of(const Image& image, double dpi) {
    return as_it_is(Page{std::make_shared<const Image>(image), dpi});
}

Findings read(const Image& image, std::shared_ptr<const Certificates> certificates) {
    Options options;
    options.certificates = std::move(certificates);
    const auto all = kinds();
    const Task task{
        .kinds = all,
        .options = options,
        .end = std::chrono::steady_clock::now() + std::chrono::minutes(1)};
    const auto found = read_codes(page_of(image, 200), task);
    REQUIRE(found);
    return *found;
}

Image letter_with(const std::vector<std::string>& payloads) {
    auto page = samples::draw_letter(200);
    int x = 80;
    for (const auto& payload : payloads) {
        samples::put(samples::draw_data_matrix(payload, 4), x, 60, page);
        x += 600;
    }
    return page;
}

} // namespace

TEST_CASE("a page with a code gives the code, its values and the fields") {
    const Issuer issuer("QQ01");
    const auto payload = issuer.payload("28", notice);
    auto certificates = std::make_shared<Certificates>();
    REQUIRE(certificates->add(issuer.certificate(), "QQ01-0001.der"));
    const auto found = read(letter_with({payload}), certificates);
    CHECK(found.kind == "avis");
    REQUIRE(found.codes.size() == 1);
    const auto& code = found.codes.front();
    CHECK(code.kind == "2d-doc");
    CHECK(code.text == payload);
    CHECK(code.proven);
    CHECK(code.signature == "verified");
    CHECK(code.type == "Avis d’impôt");
    REQUIRE(code.values.size() == 4);
    CHECK(code.values[0].label == "Numéro fiscal du déclarant 1");
    CHECK(code.values[3].value == "2025-07-31");
    CHECK(find(found.fields, "avis.revenu")->proven);
    const auto unknown = read(letter_with({payload}), nullptr);
    CHECK_FALSE(unknown.codes.front().proven);
    CHECK(unknown.codes.front().signature == "not-verified");
}

TEST_CASE("an altered code is said to be wrong") {
    const Issuer issuer("QQ01");
    auto payload = issuer.payload("28", notice);
    payload[payload.find("31250")] = '1';
    auto certificates = std::make_shared<Certificates>();
    REQUIRE(certificates->add(issuer.certificate(), "QQ01-0001.der"));
    const auto found = read(letter_with({payload}), certificates);
    CHECK(found.codes.front().signature == "wrong");
    CHECK_FALSE(found.codes.front().proven);
    CHECK(find(found.fields, "avis.revenu")->confidence < 0.5);
}

TEST_CASE("two codes of one kind that disagree prove nothing") {
    const Issuer issuer("QQ01");
    auto certificates = std::make_shared<Certificates>();
    REQUIRE(certificates->add(issuer.certificate(), "QQ01-0001.der"));
    const auto found = read(
        letter_with(
            {issuer.payload("28", notice),
             issuer.payload(
                 "28",
                 "4199999\x1d"
                 "47"
                 "1234567890066"
             )}
        ),
        certificates
    );
    REQUIRE(found.codes.size() == 2);
    CHECK_FALSE(find(found.fields, "avis.revenu")->proven);
    CHECK(find(found.fields, "avis.numero_fiscal")->proven);
}

TEST_CASE("other codes are text and say nothing about the document") {
    auto page = samples::draw_letter(200);
    samples::put(samples::draw_qr("https://example.org/12", 6), 900, 80, page);
    const auto found = read(page, nullptr);
    REQUIRE(found.codes.size() == 1);
    CHECK(found.codes.front().kind == "qr");
    CHECK(found.codes.front().signature.empty());
    CHECK(found.kind.empty());
    CHECK(found.fields.empty());
}
