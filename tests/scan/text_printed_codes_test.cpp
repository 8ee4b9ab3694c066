// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/fields.hpp"
#include "scan/text/find/printed_codes.hpp"
#include "scan/text/find/recognise.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

const std::vector<std::string> codes{
    "a", "b", "c.1", "c.4a", "c.3", "d.1", "e", "f.1", "f.2", "g", "g.1", "j", "j.1", "j.2"};

/// "D.1 RENAULT": row by row, codes in brackets, those that were guessed with a question mark.
std::string coded(std::vector<TextLine> lines) {
    std::string all;
    const auto page = with_printed_codes(PageText(std::move(lines)), codes);
    for (const auto& row : page.rows()) {
        all += all.empty() ? "" : " / ";
        for (const auto* word : row)
            all += (word == row.front() ? "" : " ") +
                   (word->is_code ? "[" + word->text + (word->is_guess ? "?]" : "]") : word->text);
    }
    return all;
}

} // namespace

TEST_CASE("a printed code is told by its place among the others") {
    SUBCASE("misread") {
        CHECK(
            coded(
                {row("J", 100, 100),
                 row("M1", 160, 100),
                 row("11", 300, 100),
                 row("VP", 360, 100),
                 row("J.2", 500, 100),
                 row("AC", 560, 100)}
            ) == "[j] M1 [j.1?] VP [j.2] AC"
        );
    }
    SUBCASE("with its value, or in two words") {
        CHECK(
            coded(
                {row("C.4a", 100, 100),
                 row("EST", 200, 100),
                 row("C 3", 100, 150),
                 row("LYON", 200, 150),
                 row("D.1", 100, 200),
                 row("OPEL", 200, 200),
                 row("F.2", 100, 250),
                 row("G1711", 300, 250),
                 row("G.1", 500, 250)}
            ) == "[c.4a] EST / [c.3?] LYON / [d.1] OPEL / [f.2] [g?] 1711 [g.1]"
        );
    }
    SUBCASE("lost: its value stands where those of the others do") {
        CHECK(
            coded(
                {row("C.3", 100, 100),
                 row("LYON", 200, 100),
                 row("D.1", 100, 150),
                 row("OPEL", 200, 150),
                 row("VF1RCB00X70412389", 200, 200),
                 row("F.1", 100, 250),
                 row("2158", 200, 250)}
            ) == "[c.3] LYON / [d.1] OPEL / [e?] VF1RCB00X70412389 / [f.1] 2158"
        );
    }
    SUBCASE("words of a value are none") {
        CHECK(
            coded(
                {row("C.1", 100, 100),
                 row("M 11 A", 200, 100),
                 row("C.4a", 100, 150),
                 row("EST", 200, 150),
                 row("C.3", 100, 200),
                 row("27 BIS RUE DES PRES", 200, 200)}
            ) == "[c.1] M 11 A / [c.4a] EST / [c.3] 27 BIS RUE DES PRES"
        );
    }
    SUBCASE("a page without codes is as it was") {
        CHECK(coded({row("Bulletin A 11", 100, 100)}) == "Bulletin A 11");
    }
}

TEST_CASE("where one face says what the codes mean, those of the other are guessed all the same") {
    const std::vector<TextLine> faces{
        row("AB-123-CD", 300, 100),
        row("17/03/2015", 300, 150),
        row("DURAND", 300, 200),
        row("-", 150, 225),
        row("C.4a", 200, 250),
        row("EST", 300, 250),
        row("C.3", 200, 300),
        row("LYON", 300, 300),
        row("D.1", 200, 350),
        row("OPEL", 300, 350),
        row("A Numéro", 200, 600),
        row("B Date", 200, 640),
        row("C.1 Titulaire", 200, 680),
        row("C.4a Mention", 200, 720),
        row("C.3 Adresse", 200, 760),
        row("D.1 Marque", 200, 800)};
    CHECK(coded(faces).starts_with(
        "[a?] AB-123-CD / [b?] 17/03/2015 / [c.1?] DURAND / - / [c.4a] EST / [c.3] LYON / [d.1]"
    ));
}

TEST_CASE("codes are counted that stand as they are printed") {
    const PageText page({row("C.1 DURAND D1 RENAULT 11 VP A 5", 100, 100)});
    CHECK(codes_on(page, codes) == 2);
}

TEST_CASE("a code ends what stands before it, and its value is only sure where it was read") {
    Kind kind;
    kind.id = "papier";
    kind.codes = codes;
    for (const auto* code : {"f.1", "f.2", "g", "g.1"})
        kind.fields.push_back(
            {.name = code,
             .label = {},
             .near = {code},
             .format = "digits:3-5",
             .where = Where::Right}
        );
    const PageText page(
        {row("F.1", 100, 100),
         row("2158", 200, 100),
         row("F.2", 300, 100),
         row("G", 100, 150),
         row("1465", 200, 150),
         row("61", 300, 150),
         row("1390", 400, 150)}
    );
    std::string read;
    for (const auto& field : read_fields(page, kind, {}))
        read += field.field + "=" + field.value + (field.confidence >= 0.8 ? " " : "? ");
    CHECK(read == "papier.f.1=2158 papier.g=1465 papier.g.1=1390? ");
}

TEST_CASE("a code that small words explain stands over its value") {
    Kind kind;
    kind.id = "papier";
    kind.codes = codes;
    kind.fields.push_back(
        {.name = "marque", .label = {}, .near = {"d.1"}, .format = "words", .where = Where::Right}
    );
    const PageText page(
        {row("D.1 Énergie", 100, 100),
         row("E Numéro du véhicule", 500, 100),
         row("CITROEN", 100, 130),
         row("VF7CHRHYB39847162", 500, 130)}
    );
    const auto read = read_fields(page, kind, {});
    REQUIRE(read.size() == 1);
    CHECK(read.front().value == "CITROEN");
}

namespace {

Kind licence() {
    Kind kind;
    kind.id = "papier";
    kind.codes = {"1", "2", "3", "4a", "4b", "4c", "5"};
    const auto add = [&kind](const char* name, const char* code, const char* format) {
        kind.fields.push_back(
            {.name = name, .label = {}, .near = {code}, .format = format, .where = Where::Right}
        );
    };
    add("nom", "1", "name");
    add("prenoms", "2", "name");
    add("naissance", "3", "date");
    add("depuis", "4a", "date");
    add("jusque", "4b", "date");
    add("par", "4c", "authority");
    add("numero", "5", "reference");
    return kind;
}

std::string read_licence(std::vector<TextLine> lines) {
    const std::vector<procedure::Proposal> zone{
        {.field = "papier.nom", .value = "BOUZIANE", .reader = procedure::ReadBy::Mrz},
        {.field = "papier.jusque", .value = "2032-08-28", .reader = procedure::ReadBy::Mrz},
        {.field = "papier.numero", .value = "17AK30584", .reader = procedure::ReadBy::Mrz}};
    std::string read;
    for (const auto& field : read_fields(PageText(std::move(lines)), licence(), zone))
        read += field.field.substr(7) + "=" + field.value + " ";
    return read;
}

} // namespace

TEST_CASE("values that a zone told show where the codes stand that were not read") {
    CHECK(
        read_licence(
            {row("BOUZIANE", 200, 100),
             row("Yasmina, Inès", 200, 150),
             row("09.05.1995 ROUBAIX", 200, 200),
             row("29.08.2017", 200, 250),
             row("ac.", 400, 250),
             row("PREFET DU NORD", 460, 250),
             row("28.08.2032", 200, 300),
             row("17AK30584", 200, 350),
             row("1. Nom", 100, 600),
             row("2. Prénoms", 100, 640),
             row("3. Date et lieu", 100, 680)}
        ) == "nom=BOUZIANE prenoms=Yasmina Inès naissance=1995-05-09 depuis=2017-08-29 "
             "jusque=2032-08-28 par=PREFET DU NORD numero=17AK30584 "
    );
}

TEST_CASE("the first figure of a date is no code glued to it") {
    CHECK(
        read_licence(
            {row("1. BOUZIANE", 160, 100),
             row("2. Yasmina", 160, 150),
             row("31.12.1982", 200, 200),
             row("4a.", 160, 250),
             row("29.08.2017", 200, 250)}
        ) == "nom=BOUZIANE prenoms=Yasmina naissance=1982-12-31 depuis=2017-08-29 "
    );
}
