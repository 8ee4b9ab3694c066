// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/column.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

const Column debits{.rows = {"total des mouvements", "total"}, .heads = {"débit"}};
const std::vector<std::string> credits{"crédit", "crédit euros"};

std::string cell(std::vector<TextLine> lines) {
    const PageText page(std::move(lines));
    const auto found = cell_of(page, debits, credits);
    return found ? found->value : "";
}

std::vector<TextLine> table(const char* first, const char* second, const char* label) {
    return {
        row("Date Opération", 100, 100),
        row(first, 600, 100),
        row(second, 900, 100),
        row("03/02 CARTE 38,62", 100, 130),
        row(label, 100, 300),
        row("1.030,81", 620, 300),
        row("1.988,68", 920, 300)};
}

} // namespace

TEST_CASE("the sum of a column is the amount in its place on the row of sums") {
    CHECK(cell(table("Débit", "Crédit", "TOTAL DES MOUVEMENTS")) == "1030,81");
    CHECK(cell(table("Crédit", "Débit", "TOTAL DES MOUVEMENTS")) == "1988,68");
    CHECK(cell(table("Débit", "Crédit EUROS", "Total")) == "1030,81");
    auto alone = table("Débit", "Crédit", "Total");
    alone.pop_back();
    CHECK(cell(alone) == "1030,81");
}

TEST_CASE("the rate of a tax heads no amounts") {
    const PageText page(
        {row("Montant HT", 500, 100),
         row("Taux TVA", 700, 100),
         row("TVA", 850, 100),
         row("TOTAL", 100, 300),
         row("243,50", 520, 300),
         row("17,65", 850, 300)}
    );
    const auto found = cell_of(page, {.rows = {"total"}, .heads = {"tva"}}, {"montant ht"});
    REQUIRE(found);
    CHECK(found->value == "17,65");
}

TEST_CASE("the basic pay heads a column of its own") {
    const PageText page(
        {row("Traitement brut", 300, 100),
         row("Total brut", 600, 100),
         row("Net imposable", 900, 100),
         row("MOIS", 100, 130),
         row("1954,34", 320, 130),
         row("2571,22", 620, 130),
         row("2136,95", 920, 130)}
    );
    const auto found =
        cell_of(page, {.rows = {"mois"}, .heads = {"brut", "total brut"}}, {"net imposable"});
    REQUIRE(found);
    CHECK(found->value == "2571,22");
}

TEST_CASE("no cell is guessed: without the other head, with an amount less, on another's row") {
    CHECK(cell(table("Débit", "Solde", "Total")).empty());
    CHECK(cell(table("Débit", "Crédit", "Total hors frais")).empty());
    auto sentence = table("Débit", "Crédit", "Total");
    for (auto& line : sentence)
        if (line.words.front().text == "Total")
            line = row("Cotisations du Total", line.words.front().box.x - 130, 300);
    CHECK(cell(sentence).empty());
    auto one = table("Débit", "Crédit", "Total");
    one.erase(one.begin() + 5); // that under the head
    CHECK(cell(one).empty());
    auto below = table("Débit", "Crédit", "Total");
    for (auto* word : {&below[1].words[0], &below[2].words[0]})
        word->box.y = 500; // heads of another table
    CHECK(cell(below).empty());
}

TEST_CASE("in a table of as many heads as amounts each amount has its head, known or not") {
    CHECK(cell({row("Cumul", 100, 100),
                row("Base", 300, 100),
                row("Débit", 500, 100),
                row("Coût", 800, 100),
                row("Total", 100, 130),
                row("120,00", 400, 130),
                row("38,62", 620, 130),
                row("500,10", 900, 130)})
              .empty()); // none of the others is a head of the kind
    const std::vector<TextLine> right_aligned{
        row("Débit", 600, 100),
        row("Frais", 750, 100),
        row("Crédit", 900, 100),
        row("Total", 100, 130),
        row("38,62", 660, 130),
        row("7,50", 820, 130),
        row("500,10", 970, 130)};
    CHECK(cell(right_aligned) == "38,62");
    CHECK(cell(table("hors Débit", "Crédit", "Total")).empty());
}
