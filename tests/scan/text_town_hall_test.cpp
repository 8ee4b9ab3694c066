// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/town_hall.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

std::string town_on(std::vector<TextLine> lines) {
    const PageText page(std::move(lines));
    return joined(town_of_hall(page));
}

const TextLine hall = row("MAIRIE DE SAINT-AMANS", 100, 40);

} // namespace

TEST_CASE("an act that speaks of its own town means that of its hall") {
    CHECK(
        town_on({hall, row("est née, 4 rue Neuve, en notre commune,", 100, 300)}) == "SAINT-AMANS"
    );
    CHECK(
        town_on(
            {hall,
             row("est née, 4 rue de la Maternité, en notre", 100, 300),
             row("commune, Inès Aurore", 100, 330)}
        ) == "SAINT-AMANS"
    );
}

TEST_CASE("its name may stand under the words that announce it") {
    CHECK(
        town_on(
            {row("VILLE DE", 100, 40),
             row("SAINT-AMANS", 100, 66),
             row("est née, 4 rue Neuve, en notre commune,", 100, 300)}
        ) == "SAINT-AMANS"
    );
}

TEST_CASE("a birth at a clinic is told to the town it stands in") {
    CHECK(
        town_on({hall, row("est née à la Clinique des Tilleuls, 4 rue Neuve,", 100, 300)}) ==
        "SAINT-AMANS"
    );
}

TEST_CASE("it means no town where it names another, or its head names none") {
    CHECK(town_on({hall, row("est née à Lyon", 100, 300)}).empty());
    CHECK(town_on({row("ÉTAT CIVIL", 100, 40), row("en notre commune", 100, 300)}).empty());
    const auto foot = row("MAIRIE DE SAINT-AMANS", 100, 900);
    CHECK(town_on({row("ACTE", 100, 40),
                   row("Nom", 100, 100),
                   row("Né", 100, 160),
                   row("en notre commune", 100, 300),
                   foot})
              .empty());
}
