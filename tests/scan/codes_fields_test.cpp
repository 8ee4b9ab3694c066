// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/make/code.hpp"
#include "scan/codes/code_fields.hpp"
#include "scan/tax_code.hpp"

#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;
using samples::Issuer;

namespace {

Field field(const char* name, std::vector<std::string> code, const char* format = "") {
    Field result;
    result.name = name;
    result.code = std::move(code);
    result.format = format;
    return result;
}

std::vector<Kind> kinds() {
    Kind notice;
    notice.id = "avis";
    notice.code_types = {"28", "18"};
    notice.fields = {
        field("declarant", {"46"}, "name"),
        field("nom", {"46/family"}, "name"),
        field("prenoms", {"46/given"}, "name"),
        field("numero_fiscal", {"47"}, "tax-number"),
        field("revenu", {"41"}, "money"),
        field("date", {"4B", "4A"}, "date"),
        field("adresse", {"4Y", "6U+6W+6X"}, "address")};
    Kind invoice;
    invoice.id = "facture";
    invoice.code_types = {"01"};
    invoice.fields = {
        field("nom", {"13", "10/family"}, "name"), field("titulaire", {"10"}, "name")};
    Kind passport;
    passport.id = "passeport";
    passport.zones = {"TD3 P"};
    Field family;
    family.name = "nom";
    family.mrz = "primary-identifier";
    Field birth;
    birth.name = "naissance";
    birth.mrz = "birth-date";
    passport.fields = {family, birth};
    return {notice, invoice, passport};
}

TwoDDoc parsed(const std::string& payload) {
    const auto& table = code_table();
    REQUIRE(table);
    const auto doc = parse_2d_doc(payload, *table);
    REQUIRE(doc);
    return *doc;
}

DocAnswers answers(const std::string& type, const std::string& message, Signature signature) {
    return doc_fields(
        parsed(Issuer("QQ01").payload(type, message)),
        kinds(),
        {.signature = signature, .box = {1, 2, 3, 4}}
    );
}

} // namespace

TEST_CASE("a verified code proves its values") {
    const auto told = answers("28", notice, Signature::Verified);
    CHECK(told.kind == "avis");
    const auto expected = std::to_array<std::pair<const char*, const char*>>({
        {"avis.declarant", "ESSAI NATACHA"},
        {"avis.numero_fiscal", "1234567890066"},
        {"avis.revenu", "31250"},
        {"avis.date", "2025-07-31"},
    });
    for (const auto& row : expected) {
        CAPTURE(row.first);
        const auto* proposal = find(told.fields, row.first);
        REQUIRE(proposal != nullptr);
        CHECK(proposal->value == row.second);
        CHECK(proposal->proven);
        CHECK_FALSE(proposal->not_verified);
        CHECK(proposal->reader == procedure::ReadBy::TwoDDoc);
        CHECK(proposal->box == Box{1, 2, 3, 4});
    }
    CHECK(find(told.fields, "avis.adresse") == nullptr);
}

TEST_CASE("without a certificate values are proposed, never proven, and said to be unverified") {
    for (const auto& proposal : answers("28", notice, Signature::Unverified).fields) {
        CAPTURE(proposal.field);
        CHECK_FALSE(proposal.proven);
        CHECK(proposal.not_verified);
    }
}

TEST_CASE("a wrong signature makes every value doubtful") {
    const auto told = answers("28", notice, Signature::Wrong);
    REQUIRE_FALSE(told.fields.empty());
    for (const auto& proposal : told.fields) {
        CAPTURE(proposal.field);
        CHECK_FALSE(proposal.proven);
        CHECK(proposal.not_verified);
        CHECK(proposal.wrong_signature);
        CHECK(proposal.confidence < 0.5);
    }
}

TEST_CASE("which part of a name is which is never sure") {
    const auto told = answers("28", notice, Signature::Verified);
    const auto* family = find(told.fields, "avis.nom");
    const auto* given = find(told.fields, "avis.prenoms");
    REQUIRE(family != nullptr);
    REQUIRE(given != nullptr);
    CHECK(family->value == "ESSAI");
    CHECK(given->value == "NATACHA");
    CHECK_FALSE(family->proven);
    CHECK(family->confidence < 0.5);
    const auto invoice = answers(
        "01",
        "10MME/ESSAI/NATACHA\x1d"
        "2463000",
        Signature::Verified
    );
    const auto* holder = find(invoice.fields, "facture.titulaire");
    REQUIRE(holder != nullptr);
    CHECK(holder->value == "ESSAI NATACHA");
    CHECK(holder->proven);
    CHECK(find(invoice.fields, "facture.nom")->value == "ESSAI");
    CHECK_FALSE(find(invoice.fields, "facture.nom")->proven);
    const auto own = answers(
        "01",
        "13ESSAI\x1d"
        "2463000",
        Signature::Verified
    );
    CHECK(find(own.fields, "facture.nom")->proven);
}

TEST_CASE("a value with wrong check digits is not proven even when it is signed") {
    const auto told = answers(
        "28",
        "47"
        "1234567890123"
        "4131250\x1d",
        Signature::Verified
    );
    const auto* number = find(told.fields, "avis.numero_fiscal");
    REQUIRE(number != nullptr);
    CHECK(number->value == "1234567890123");
    CHECK_FALSE(number->proven);
    CHECK(number->confidence < 0.5);
    CHECK(find(told.fields, "avis.revenu")->proven);
}

TEST_CASE("a value cut by the code's maker is marked at its end") {
    const auto told = answers(
        "28",
        "46ESSAI-DE-LA-TOUR NATACH\x1e"
        "4131250\x1d",
        Signature::Verified
    );
    const auto* name = find(told.fields, "avis.declarant");
    REQUIRE(name != nullptr);
    CHECK_FALSE(name->proven);
    CHECK(name->doubtful == std::vector<int>{22});
}

TEST_CASE("an address is put together from its lines") {
    const auto lines = answers(
        "28",
        "6U12 RUE DES ESSAIS\x1d"
        "6W630006XCLERMONT-FERRAND\x1d",
        Signature::Verified
    );
    CHECK(find(lines.fields, "avis.adresse")->value == "12 RUE DES ESSAIS 63000 CLERMONT-FERRAND");
    const auto whole =
        answers("28", "4Y12 RUE DES ESSAIS/BAT 2/63000/CLERMONT\x1d", Signature::Verified);
    CHECK(find(whole.fields, "avis.adresse")->value == "12 RUE DES ESSAIS, BAT 2, 63000, CLERMONT");
}

TEST_CASE("a machine-readable zone inside a code is read as one") {
    const std::string zone = "P UTOERIKSSON  ANNA MARIA" + std::string(19, ' ') +
                             "L898902C36UTO7408122F1204159ZE184226B     10";
    const auto told = answers("08", "6F" + zone + "\x1d", Signature::Unverified);
    CHECK(told.kind == "passeport");
    REQUIRE(find(told.fields, "passeport.nom") != nullptr);
    CHECK(find(told.fields, "passeport.nom")->value == "ERIKSSON");
    CHECK(find(told.fields, "passeport.naissance")->value == "1974-08-12");
    CHECK(find(told.fields, "passeport.naissance")->proven); // by its check digit
    CHECK_FALSE(find(told.fields, "passeport.nom")->proven);
    const auto forged = answers("08", "6F" + zone + "\x1d", Signature::Wrong);
    CHECK_FALSE(find(forged.fields, "passeport.naissance")->proven);
    CHECK(answers("08", "6FNONSENSE\x1d", Signature::Verified).fields.empty());
}

TEST_CASE("a type no kind has gives no field") {
    const auto told = answers("A0", "A1AB123CD\x1d", Signature::Verified);
    CHECK(told.kind.empty());
    CHECK(told.fields.empty());
}
