// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/own_part.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

/// What of a sheet is a receipt; "all" where nothing else shares it.
std::string receipt_on(std::vector<TextLine> lines) {
    Kind kind;
    kind.titles = {"quittance de loyer", "avis d'échéance"};
    kind.apart = {"avis d'échéance"};
    const auto part = own_part(PageText(std::move(lines)), kind);
    return part ? text_of(part->lines()) : "all";
}

const TextLine receipt = row("QUITTANCE DE LOYER Octobre 2025", 100, 100);
const TextLine paid = row("Total 891,10", 100, 200);

} // namespace

TEST_CASE("the notice of the next rent under a receipt is another paper") {
    const auto notice = row("AVIS D'ÉCHÉANCE – Novembre 2025", 100, 600);
    const auto due = row("Total 1042,37", 100, 700);
    CHECK(receipt_on({receipt, paid, notice, due}).find("1042,37") == std::string::npos);
    CHECK(receipt_on({receipt, paid, notice, due}).find("891,10") != std::string::npos);
}

TEST_CASE("a column beside its own that tells of the term before is not read") {
    Kind kind;
    kind.titles = {"quittance de loyer"};
    kind.aside = {"terme précédent"};
    const auto part_of = [&](const char* right) {
        auto heads = row("TERME PRÉCÉDENT", 100, 200);
        for (auto& word : row(right, 700, 200).words)
            heads.words.push_back(word);
        auto rents = row("Loyer 412,36", 100, 240);
        for (auto& word : row("Loyer 418,00", 700, 240).words)
            rents.words.push_back(word);
        const auto across =
            row("Le loyer de 418,00 euros est payable à terme échu, le premier du mois qui suit, "
                "en entier",
                100,
                400);
        const auto part = own_part(PageText({receipt, heads, rents, across}), kind);
        return part ? text_of(part->lines()) : "all";
    };
    const auto text = part_of("OCTOBRE 2025");
    CHECK(text.find("412,36") == std::string::npos);
    CHECK(text.find("Loyer 418,00") != std::string::npos);
    CHECK(text.find("qui suit") != std::string::npos);
    CHECK(part_of("") == "all");
}

TEST_CASE("a table under a heading of its own that tells of others is not read") {
    Kind kind;
    kind.titles = {"attestation de droits"};
    kind.others = {"personnes rattachées"};
    const auto cells = [](const char* first, const char* second, const char* third, int y) {
        auto line = row(first, 100, y);
        for (auto& word : row(second, 500, y).words)
            line.words.push_back(word);
        for (auto& word : row(third, 900, y).words)
            line.words.push_back(word);
        return line;
    };
    const auto heading = row("Personnes rattachées au même dossier", 100, 200);
    const auto heads = cells("Nom et prénom", "Né(e) le", "Rang", 240);
    const auto child = cells("LABORDE Mathis", "22/04/2011", "1", 270);
    const auto day = row("Fait à Auch, le 14 octobre 2026", 100, 330);
    const auto part = own_part(PageText({heading, heads, child, day}), kind);
    REQUIRE(part);
    CHECK(text_of(part->lines()) == "Fait à Auch, le 14 octobre 2026");
    CHECK_FALSE(own_part(PageText({heading, day}), kind)); // no table
    const auto more_of_name = row("SCHMITT", 100, 295);
    const auto second = cells("LABORDE Inès", "03/09/2014", "1", 320);
    const auto later = row("Fait à Auch, le 14 octobre 2026", 100, 400);
    const auto two = own_part(PageText({heading, heads, child, more_of_name, second, later}), kind);
    REQUIRE(two);
    CHECK(text_of(two->lines()) == "Fait à Auch, le 14 octobre 2026");
}

TEST_CASE("the next rent in a box beside the amounts takes none of them away") {
    auto amounts = row("Loyer 389,47", 100, 150);
    for (auto& word : row("Votre prochaine échéance", 700, 150).words)
        amounts.words.push_back(word);
    auto sum = row("Total 518,09", 100, 200);
    for (auto& word : row("Novembre 255,19", 700, 200).words)
        sum.words.push_back(word);
    Kind kind;
    kind.titles = {"quittance de loyer"};
    kind.apart = {"prochaine échéance"};
    const auto part = own_part(PageText({receipt, amounts, sum}), kind);
    REQUIRE(part);
    const auto text = text_of(part->lines());
    CAPTURE(text);
    CHECK(text.find("518,09") != std::string::npos);
    CHECK(text.find("255,19") == std::string::npos);
}

TEST_CASE("the next rent in a box whose head stands between two rows of the amounts is left out") {
    auto next = row("Prochaine échéance", 700, 180);
    auto sum = row("Novembre 255,19", 700, 210);
    Kind kind;
    kind.titles = {"quittance"};
    kind.apart = {"prochaine échéance"};
    const auto part = own_part(
        PageText(
            {row("QUITTANCE Octobre 2025", 100, 100),
             row("Loyer 389,47", 100, 150),
             row("Total quittancé 518,09", 100, 205), // no other receipt's title
             std::move(next),
             std::move(sum)}
        ),
        kind
    );
    REQUIRE(part);
    const auto text = text_of(part->lines());
    CAPTURE(text);
    CHECK(text.find("518,09") != std::string::npos);
    CHECK(text.find("255,19") == std::string::npos);
}

TEST_CASE("above the receipt it is another one down to the receipt's title") {
    const auto notice = row("AVIS D'ÉCHÉANCE – Novembre 2025", 100, 20);
    const auto due = row("Total 1042,37", 100, 60);
    const auto text = receipt_on({notice, due, receipt, paid});
    CHECK(text.find("1042,37") == std::string::npos);
    CHECK(text.find("891,10") != std::string::npos);
}

TEST_CASE("beside the sender's name above a receipt it heads the whole sheet down to it") {
    auto head = row("Cabinet Dupont", 100, 20);
    for (auto& word : row("AVIS D'ÉCHÉANCE", 700, 20).words)
        head.words.push_back(word);
    const auto across =
        row("Période du 01/11/2025 au 30/11/2025 payable le premier jour du "
            "mois, par prélèvement sur votre compte",
            100,
            50);
    const auto due = row("Total 1042,37", 100, 75);
    const auto text = receipt_on({head, across, due, receipt, paid});
    CAPTURE(text);
    CHECK(text.find("1042,37") == std::string::npos);
    CHECK(text.find("30/11/2025") == std::string::npos);
    CHECK(text.find("891,10") != std::string::npos);
}

TEST_CASE("a notice alone, or told of in a sentence, or beside the title has its sheet for itself"
) {
    CHECK(receipt_on({row("AVIS D'ÉCHÉANCE", 100, 100), paid}) == "all");
    CHECK(receipt_on({receipt, paid, row("Elle annule tout avis d'échéance", 100, 600)}) == "all");
    CHECK(receipt_on({receipt, row("AVIS D'ÉCHÉANCE", 700, 100), paid}) == "all");
}
