// SPDX-License-Identifier: GPL-3.0-or-later
// What others have published, when it is there (../shared): payloads, signatures, pages.
#include "samples/make/recover.hpp"
#include "scan/codes/certificates.hpp"
#include "scan/codes/doc_value.hpp"
#include "scan/codes/find.hpp"
#include "scan/source.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace guichet;
using namespace guichet::scan;
using Clock = std::chrono::steady_clock;

namespace {

TwoDDoc parsed(const std::string& payload) {
    const auto& table = code_table();
    REQUIRE(table);
    const auto doc = parse_2d_doc(payload, *table);
    REQUIRE(doc);
    return *doc;
}

std::string unmarked(std::string text) {
    for (const auto& [name, letter] :
         {std::pair{"<GS>", '\x1d'}, std::pair{"<RS>", '\x1e'}, std::pair{"<US>", '\x1f'}})
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
            text.replace(at, 4, 1, letter);
    return text;
}

} // namespace

TEST_CASE("every published 2D-Doc is taken apart as its publisher says") {
    const std::filesystem::path file = GUICHET_SHARED "/data/scan/2ddoc/vectors.json";
    if (!std::filesystem::exists(file)) {
        MESSAGE("skipped: no " << file.string());
        return;
    }
    const auto vectors = nlohmann::json::parse(std::ifstream(file));
    int whole = 0;
    for (const auto& vector : vectors) {
        const auto payload = unmarked(vector.at("payload").get<std::string>());
        CAPTURE(payload);
        const auto doc = parsed(payload);
        const auto& expected = vector.at("header");
        CHECK(doc.version == std::stoi(expected.at("version").get<std::string>()));
        CHECK(doc.authority == expected.at("ca").get<std::string>());
        CHECK(doc.certificate == expected.at("cert").get<std::string>());
        CHECK(doc.type == expected.at("type").get<std::string>());
        CHECK_FALSE(code_table()->type_name(doc.type).empty());
        const auto& values = vector.at("fields");
        REQUIRE(doc.fields.size() >= values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            CHECK(doc.fields[i].id == values[i].at("id").get<std::string>());
            CHECK(doc.fields[i].text == values[i].at("value").get<std::string>());
        }
        bool sure = true;
        for (const auto& field : doc.fields)
            sure = sure && field.known && !field.doubtful;
        whole += sure ? 1 : 0;
    }
    CHECK(vectors.size() == 56);
    MESSAGE(whole << " of " << vectors.size() << " without any doubt");
    CHECK(whole >= 50);
}

TEST_CASE("the published examples verify with the key that signed them") {
    const std::filesystem::path file = GUICHET_SHARED "/data/scan/2ddoc/vectors.json";
    if (!std::filesystem::exists(file)) {
        MESSAGE("skipped: no " << file.string());
        return;
    }
    std::vector<TwoDDoc> docs;
    for (const auto& vector : nlohmann::json::parse(std::ifstream(file)))
        docs.push_back(parsed(unmarked(vector.at("payload").get<std::string>())));
    REQUIRE(docs.size() == 56);
    const auto raw = from_base32(docs[0].signature);
    REQUIRE(raw);
    int most = 0;
    for (const auto& certificate : samples::possible_certificates(docs[0].signed_text, *raw)) {
        Certificates certificates;
        REQUIRE(certificates.add(certificate, "FR00-0001.der"));
        certificates.allow(TestAuthorities::Allowed);
        int verified = 0;
        for (const auto& doc : docs)
            verified += certificates.verify(doc) == Signature::Verified ? 1 : 0;
        most = std::max(most, verified);
        certificates.allow(TestAuthorities::Refused);
        CHECK(certificates.verify(docs[0]) == Signature::Unverified);
    }
    CHECK(most == 55); // the other was altered by its publisher
}

TEST_CASE("every published page and code is found and read whole, any way up") {
    const std::filesystem::path folder = GUICHET_SHARED "/data/scan/2ddoc";
    if (!std::filesystem::exists(folder / "images_truth.json")) {
        MESSAGE("skipped: no " << folder.string());
        return;
    }
    const auto truth = nlohmann::json::parse(std::ifstream(folder / "images_truth.json"));
    int read = 0;
    for (const auto& page : truth.items()) {
        const auto pages = load_pages(folder / page.key(), {});
        REQUIRE(pages);
        const auto grey = to_grey(to_pix(pages->front().picture));
        for (const int quarters : {0, 1, 2, 3}) {
            CAPTURE(page.key());
            CAPTURE(quarters);
            for (const auto& expected : page.value()) {
                const auto text = unmarked(expected.get<std::string>());
                const auto found = find_codes(
                    turned(grey, quarters),
                    pages->front().dpi,
                    Clock::now() + std::chrono::minutes(1)
                );
                const auto code = std::ranges::find(found, text, &CodeFound::text);
                REQUIRE(code != found.end());
                CHECK(code->kind == "2d-doc");
                ++read;
            }
        }
    }
    CHECK(read == 4 * 18);
}
