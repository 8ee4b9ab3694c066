// SPDX-License-Identifier: GPL-3.0-or-later
#include "one_field.hpp"
#include "page_words.hpp"
#include "scan/text/find/fields.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

std::string all_of(std::vector<TextLine> lines, const Kind& kind) {
    std::string read;
    for (const auto& field : read_fields(PageText(std::move(lines)), kind))
        read += field.field.substr(kind.id.size() + 1) + "=" + field.value +
                (field.confidence >= 0.8 ? " " : "? ");
    return read;
}

} // namespace

TEST_CASE("a month is not sure where the page names another one") {
    Kind kind;
    kind.id = "loyer";
    kind.fields = {
        {.name = "mois", .label = {}, .near = {"mois"}, .format = "month", .where = Where::Right}};
    CHECK(all_of({row("Mois : octobre 2025", 100, 100)}, kind) == "mois=2025-10 ");
    CHECK(
        all_of(
            {row("Mois : octobre 2025", 100, 100), row("Fait le 3 novembre 2025", 100, 300)}, kind
        ) == "mois=2025-10 "
    );
    CHECK(
        all_of(
            {row("Mois : octobre 2025", 100, 100), row("Quittance de septembre 2025", 100, 300)},
            kind
        ) == "mois=2025-10? "
    );
}

TEST_CASE("the end of an amount is no amount of the words above it") {
    const Field net{.name = "net", .label = {}, .near = {"net"}, .format = "money"};
    auto cell = row("1 474,41", 100, 112);
    for (auto& word : cell.words)
        word.box.height = 40; // large print reaches up to the level of its words
    cell.words[1].box.x = 140;
    CHECK(read_one({row("NET", 100, 100), cell}, net) == "1474,41");
}

TEST_CASE("heads of a table in two lines part where a wide blank is, and each has its column") {
    const Field net{
        .name = "net", .label = {}, .near = {"allocation journalière nette"}, .format = "money"};
    CHECK(
        read_one(
            {row("Allocation journalière", 100, 100),
             row("Allocation journalière", 355, 100),
             row("brute", 100, 122),
             row("nette", 355, 122),
             row("39,51", 100, 150),
             row("38,74", 355, 150)},
            net
        ) == "38,74"
    );
}

TEST_CASE("a cell that ends with au goes on below, not in the next cell") {
    Kind kind;
    kind.id = "droits";
    kind.fields = {
        {.name = "debut", .label = {}, .near = {"droits du"}, .format = "date"},
        {.name = "fin", .label = {}, .near = {"jusqu'au", "au"}, .format = "date"}};
    CHECK(
        all_of(
            {row("Droits du 01/01/2025 au", 100, 100),
             row("Exonération jusqu'au", 500, 100),
             row("31/12/2025", 100, 125),
             row("03/12/2027", 500, 125)},
            kind
        ) == "debut=2025-01-01 fin=2025-12-31 "
    );
}

TEST_CASE("an address in three rows beside the middle of its words is read from the first") {
    const Field address{.name = "adresse", .label = {}, .near = {"adresse"}, .format = "address"};
    CHECK(
        read_one(
            {row("Numéro fiscal", 100, 60),
             row("12 99 047 731 580", 600, 60),
             row("ESC 5 LOGT 52", 600, 100),
             row("Adresse au 1er janvier 2025", 100, 125),
             row("3 PLACE DU MORVAN", 600, 125),
             row("31100 TOULOUSE", 600, 150)},
            address
        ) == "ESC 5 LOGT 52 3 PLACE DU MORVAN 31100 TOULOUSE"
    );
}

TEST_CASE("a balance is the first or the last one by the day behind its words") {
    Kind kind;
    kind.id = "releve";
    const std::vector<std::string> balance{"solde créditeur au|solde débiteur au"};
    kind.fields = {
        {.name = "debut", .label = {}, .near = {"du"}, .format = "date", .where = Where::Right},
        {.name = "fin", .label = {}, .near = {"au"}, .format = "date", .where = Where::Right},
        {.name = "ancien", .label = {}, .near = balance, .format = "money", .day_of = "debut"},
        {.name = "nouveau", .label = {}, .near = balance, .format = "money", .day_of = "fin"}};
    const auto period = row("du 16/06/2025 au 15/07/2025", 100, 60);
    CHECK(all_of({period, row("SOLDE DEBITEUR AU 15/06/2025 118,62", 100, 200)}, kind)
              .ends_with("ancien=118,62 "));
    CHECK(all_of({period, row("SOLDE CREDITEUR AU 15/07/2025 256,56", 100, 200)}, kind)
              .ends_with("nouveau=256,56 "));
}

TEST_CASE("what begins with a bracket is the rest of its words, and what is told of an amount asks "
          "nothing") {
    const Field office{.name = "organisme", .label = {}, .near = {"organisme"}, .format = "words"};
    CHECK(read_one({row("Organisme", 100, 100), row("(régime – caisse)", 300, 100)}, office).empty()
    );
    const Field asked{
        .name = "demande",
        .label = {},
        .near = {"à payer", "merci de"},
        .where = Where::Sentence,
        .take = Take::All};
    CHECK(
        read_one(
            {row("SOLDE À PAYER", 100, 100),
             row("P.J. : enveloppe • Merci de joindre une copie à votre envoi.", 100, 300)},
            asked
        ) == "Merci de joindre une copie à votre envoi."
    );
}
