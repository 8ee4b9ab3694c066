// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/translated.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

std::string beside(const PageText& page, const std::string& label) {
    const auto cell = translated_cell(page, page.find(label).front());
    if (!cell)
        return "none";
    return joined(words_beside_cell(page, cell->box));
}

} // namespace

TEST_CASE("a label with its translations is one cell, the value stands right of all its lines") {
    const PageText page(
        {row("5", 60, 100),
         row("Nom – Name – Apellidos –", 100, 100),
         row("Cognome – Apelidos – Soyadı", 100, 122),
         row("VAZ TEIXEIRA", 500, 112),
         row("6", 60, 180),
         row("Prénoms – Vornamen – Forenames", 100, 180),
         row("Duarte Émile", 500, 180)}
    );
    CHECK(beside(page, "nom") == "VAZ TEIXEIRA");
    CHECK(beside(page, "prénoms") == "Duarte Émile");
}

TEST_CASE("dashes alone translate nothing") {
    const PageText page({row("Objet – Facture – Rappel", 100, 100), row("DURAND", 500, 100)});
    CHECK(beside(page, "objet") == "none");
    const PageText plain({row("Nom : DURAND", 100, 100)});
    CHECK(beside(plain, "nom") == "none");
}

TEST_CASE("day, month and year stand under their symbols") {
    const PageText page(
        {row("Jo", 500, 100),
         row("Mo", 580, 100),
         row("An", 660, 100),
         row("07", 500, 130),
         row("10", 580, 130),
         row("1998", 660, 130),
         row("12", 100, 130)}
    );
    const auto first = page.find("jo").front();
    CHECK(is_date_symbol(*page.level_with(first).front()));
    CHECK(joined(words_under_symbols(page, first)) == "07 10 1998");
}
