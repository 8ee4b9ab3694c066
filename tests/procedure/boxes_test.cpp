// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

#include <array>

using namespace guichet;
using namespace guichet::procedure;

namespace {

/// The value, or what the person is told to do.
std::string outcome(const Question& question, const std::string& words) {
    const auto parsed = question.type->parse(question, {.parts = {words}});
    if (!parsed)
        return "! " + parsed.error().say.id;
    return std::get<std::string>(*parsed);
}

} // namespace

TEST_CASE("each kind of text is checked, and a refusal says what to do") {
    struct Case {
        const char* type;
        const char* words;
        const char* outcome;
    };
    const auto cases = std::to_array<Case>({
        {"text", "  deux   mots ", "deux mots"},
        {"text", "\u00a0", "! Écrivez votre réponse."},
        {"family-name", "Dupont", "Dupont"},
        {"family-name", "DUPONT", "DUPONT"},
        {"family-name", " d’Arc-Müller ", "d’Arc-Müller"},
        {"family-name", "O'Neill", "O'Neill"},
        {"family-name", "العربي", "العربي"},
        {"family-name", "Dupont2", "! Un nom s’écrit sans chiffre."},
        {"family-name", "Dupont, Jean", "! Écrivez seulement des lettres."},
        {"family-name", "a@b", "! Écrivez seulement des lettres."},
        {"family-name", "-", "! Écrivez seulement des lettres."},
        {"given-names", "Jean, Paul", "Jean, Paul"},
        {"given-names", "Jean-Paul Émile", "Jean-Paul Émile"},
        {"email", "nom@exemple.fr", "nom@exemple.fr"},
        {"email", "nom prenom@exemple.fr", "nomprenom@exemple.fr"},
        {"email", "a.b+c@x-y.co.uk", "a.b+c@x-y.co.uk"},
        {"email", "nom.exemple.fr", "! Il manque le signe @."},
        {"email", "a@b@c.fr", "! Gardez un seul signe @."},
        {"email", "@exemple.fr", "! Écrivez ce qui est avant le signe @."},
        {"email", "nom@", "! Écrivez ce qui est après le signe @."},
        {"email", "rené@exemple.fr", "! Une adresse e-mail s’écrit sans accent."},
        {"email", "nom@exemple", "! Il manque la fin, par exemple « .fr »."},
        {"email", "nom@exemple.f", "! Vérifiez l’adresse. Exemple : nom@exemple.fr"},
        {"email", "nom@exemple.12", "! Vérifiez l’adresse. Exemple : nom@exemple.fr"},
        {"email", "nom..x@exemple.fr", "! Vérifiez l’adresse. Exemple : nom@exemple.fr"},
        {"email", "nom@-exemple.fr", "! Vérifiez l’adresse. Exemple : nom@exemple.fr"},
        {"email", "nom@exemple.fr.", "! Vérifiez l’adresse. Exemple : nom@exemple.fr"},
        {"phone", "06 12 34 56 78", "0612345678"},
        {"phone", "06.12.34.56.78", "0612345678"},
        {"phone", "+33 6 12 34 56 78", "0612345678"},
        {"phone", "+33 (0)6 12 34 56 78", "0612345678"},
        {"phone", "0033612345678", "0612345678"},
        {"phone", "+590 690 12 34 56", "0690123456"},
        {"phone", "+262 262 12 34 56", "0262123456"},
        {"phone", "+508 41 12 34", "0508411234"},
        {"phone", "+687 12 34 56", "+687123456"},
        {"phone", "+213 551 23 45 67", "+213551234567"},
        {"phone", "06 12 34 56", "! Il manque {n} chiffre."},
        {"phone", "06 12 34 56 78 9", "! Il y a trop de chiffres : un numéro en a 10."},
        {"phone", "612345678", "! Le numéro commence par 0, ou par + à l’étranger."},
        {"phone", "00 00 00 00 00", "! Vérifiez les chiffres après le signe +."},
        {"phone", "0 0", "! Écrivez seulement des chiffres."},
        {"phone", "+33 6 12 34 56", "! Vérifiez les chiffres après le signe +."},
        {"phone", "06 12 34 56 7O", "! Écrivez seulement des chiffres."},
        {"phone", "+", "! Écrivez seulement des chiffres."},
        {"nir", "2 95 10 99 126 111 93", "295109912611193"},
        {"nir", "253072a07300443", "253072A07300443"},
        {"nir", "253072B07300470", "253072B07300470"},
        {"nir", "2531099126111", "! Écrivez aussi les 2 derniers chiffres, la clé."},
        {"nir", "295109912611194", "! Un chiffre est faux : regardez la carte Vitale."},
        {"nir", "253072C07300443", "! Écrivez seulement les chiffres de la carte Vitale."},
        {"nir", "29510991261119", "! Il manque {n} chiffre."},
        {"nir", "2951099126111933", "! Enlevez {n} chiffre."},
        {"nir", "595109912611141", "! Un chiffre est faux : regardez la carte Vitale."},
        {"nir", "deux", "! Écrivez seulement les chiffres de la carte Vitale."},
        {"iban", "FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606"},
        {"iban", "IBAN FR1420041010050500013M02606", "FR1420041010050500013M02606"},
        {"iban", "de89370400440532013000", "DE89370400440532013000"},
        {"iban", "FR1420041010050500013M0260", "! Il manque {n} signe."},
        {"iban", "FR1420041010050500013M026066", "! Enlevez {n} signe."},
        {"iban", "FR1420041010050500013M02607", "! Un signe est faux : regardez votre RIB."},
        {"iban", "DOSPROFGRADECERTIFIECN02ENFA", "! Un signe est faux : regardez votre RIB."},
        {"iban", "ZZ14", "! Un IBAN français commence par FR."},
        {"iban", "FR14é", "! Écrivez seulement des lettres et des chiffres."},
        {"iban", "F", "! Un IBAN français commence par FR."},
        {"siret", "732 829 320 00074", "73282932000074"},
        {"siret", "732829320", "732829320"},
        {"siret", "35600000000048", "35600000000048"},
        {"siret", "35600000049837", "35600000049837"},
        {"siret", "35600000049838", "! Un chiffre est faux : vérifiez le numéro."},
        {"siret", "73282932000079", "! Un chiffre est faux : vérifiez le numéro."},
        {"siret", "7328293", "! Il manque {n} chiffre."},
        {"siret", "7328293200007", "! Il manque {n} chiffre."},
        {"siret", "732A29320", "! Écrivez seulement des chiffres."},
        {"tax-number", "30 23 217 600 053", "3023217600053"},
        {"tax-number", "3023217600054", "! Un chiffre est faux : regardez votre avis d’impôt."},
        {"tax-number", "302321760005", "! Il manque {n} chiffre."},
        {"reference", "ab-12 34", "AB1234"},
        {"reference", "..", "! Vérifiez ce numéro sur votre document."},
    });
    for (const auto& row : cases) {
        CAPTURE(row.type);
        CAPTURE(row.words);
        const auto question = question_of(row.type);
        auto said = outcome(question, row.words);
        if (said.find("{n}") != std::string::npos && said.find("chiffres") != std::string::npos)
            said.replace(said.find("chiffres"), 8, "chiffre");
        CHECK(said == row.outcome);
    }
}

TEST_CASE("numbers are grouped as they stand on papers, and change back and forth") {
    struct Case {
        const char* type;
        const char* value;
        const char* shown;
        const char* spoken;
    };
    const auto cases = std::to_array<Case>({
        {"phone", "0612345678", "06 12 34 56 78", "06, 12, 34, 56, 78"},
        {"phone", "+213551234567", "+213 5 51 23 45 67", nullptr},
        {"phone", "+33612345678", "+33 6 12 34 56 78", nullptr},
        {"phone", "+15551234567", "+1 55 51 23 45 67", nullptr},
        {"nir", "185057800608436", "1 85 05 78 006 084 36", "1, 85, 05, 78, 006, 084, 36"},
        {"nir", "253072A07300443", "2 53 07 2A 073 004 43", "2, 53, 07, 2 A, 073, 004, 43"},
        {"iban",
         "FR1420041010050500013M02606",
         "FR14 2004 1010 0505 0001 3M02 606",
         "F R 1 4, 2 0 0 4, 1 0 1 0, 0 5 0 5, 0 0 0 1, 3 M 0 2, 606"},
        {"siret", "73282932000074", "732 829 320 00074", "732, 829, 320, 0 0 0 7 4"},
        {"tax-number", "3023217600053", "30 23 217 600 053", "30, 23, 217, 600, 053"},
        {"reference", "AB12", "AB12", "A B 1 2"},
        {"email", "nom@exemple.fr", "nom@exemple.fr", "nom arobase exemple.fr"},
        {"family-name", "de La Tour", "de La Tour", "de La Tour"},
    });
    const i18n::Catalogue french;
    for (const auto& row : cases) {
        CAPTURE(row.type);
        CAPTURE(row.value);
        const auto question = question_of(row.type);
        const auto& kind = *question.type;
        const Value text{std::string(row.value)};
        CHECK(kind.format(question, text, french) == row.shown);
        CHECK(kind.group(row.value) == row.shown);
        CHECK(kind.draft(question, text).parts.front() == row.shown);
        if (row.spoken != nullptr)
            CHECK(kind.spoken(question, text, french) == row.spoken);
        CHECK(kind.group(kind.group(row.value)) == row.shown);
    }
}

TEST_CASE("what is half typed keeps every sign that counts") {
    CHECK(type("phone").group("061") == "06 1");
    CHECK(type("phone").group("06 12 3") == "06 12 3");
    CHECK(type("phone").group("") == "");
    CHECK(type("nir").group("185") == "1 85");
    CHECK(type("nir").group("18505é") == "1 85 05 é");
    CHECK(type("iban").group("fr14200") == "FR14 200");
    CHECK(type("money").group("1234,5") == "1 234,5");
    CHECK(type("money").group("-1234567") == "-1 234 567");
    CHECK(type("text").group("a  b ") == "a  b ");
}

TEST_CASE("a text has the length its question asks for") {
    auto question = question_of("text");
    question.min = 3;
    question.max = 5;
    CHECK(outcome(question, "été") == "été");
    CHECK(outcome(question, "éé") == "! Écrivez au moins {n} caractère.");
    CHECK(outcome(question, "ééééé") == "ééééé");
    CHECK(outcome(question, "éééééé") == "! Écrivez {n} caractère au plus.");
}

TEST_CASE("a long text keeps its lines") {
    auto question = question_of("long-text");
    CHECK(outcome(question, "\n Bonjour  \n\nMerci \n\n") == "Bonjour\n\nMerci");
    question.max = 4;
    CHECK(outcome(question, "Bonjour").substr(0, 2) == "! ");
}

TEST_CASE("a reference is held against its pattern") {
    auto question = question_of("reference");
    question.pattern = "\\d{7}[A-Z]?";
    CHECK(outcome(question, "123 45 67 a") == "1234567A");
    CHECK(outcome(question, "1234567") == "1234567");
    CHECK(outcome(question, "123456") == "! Vérifiez ce numéro sur votre document.");
    CHECK(outcome(question, "1234567AB") == "! Vérifiez ce numéro sur votre document.");
}

TEST_CASE("bytes that are no text never reach a value") {
    for (const auto& kind : types()) {
        CAPTURE(kind->name());
        Question question{.id = "q", .type = kind, .label = i18n::tr("?")};
        const Draft draft{.parts = {"\xff\xfe\x80", "\xc3", "\xf0\x9f"}, .chosen = {"\xff"}};
        const auto parsed = kind->parse(question, draft);
        CHECK((!parsed || kind->input() == Input::Read || kind->input() == Input::Items));
        kind->group("\xff\xc3");
        kind->matches("\xff\xc3");
        kind->read(question, "\xff\xc3");
    }
}
