// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/addressee.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

std::string addressee(std::vector<TextLine> lines) {
    const PageText page(std::move(lines));
    std::string name;
    for (const auto* word : addressee_of(page))
        name += (name.empty() ? "" : " ") + word->text;
    return name;
}

std::vector<TextLine> letter_to(const std::string& name) {
    return {
        row("Vos références", 100, 100),
        row(name, 900, 100),
        row("Bâtiment B", 900, 130),
        row("12 rue des Lilas", 900, 160),
        row("38000 GRENOBLE", 900, 190),
        row("Madame, votre demande est reçue.", 100, 400)};
}

} // namespace

TEST_CASE("whom a paper is addressed to is read above a postal code and a town") {
    CHECK(addressee(letter_to("Mme Samira BENALI")) == "Mme Samira BENALI");
    CHECK(addressee(letter_to("M. OU MME BENALI")) == "M. OU MME BENALI");
    CHECK(addressee(letter_to("MADAME VEUVE BENALI")) == "MADAME VEUVE BENALI");
}

TEST_CASE("who has no title, or no address below, is no addressee") {
    CHECK(addressee(letter_to("Mairie de Grenoble")).empty());
    CHECK(addressee(letter_to("Mme 12")).empty());
    CHECK(addressee({row("Mme Samira BENALI", 900, 100), row("Bâtiment B", 900, 130)}).empty());
    auto far = letter_to("Mme Samira BENALI");
    far.erase(far.begin() + 2, far.begin() + 4); // nothing stands between the name and the town
    CHECK(addressee(far).empty());
}

TEST_CASE("of two people none is the addressee, the same one twice is") {
    auto lines = letter_to("Mme Samira BENALI");
    for (auto& more : std::vector{row("M. Paul DURAND", 100, 600), row("69003 LYON", 100, 630)})
        lines.push_back(std::move(more));
    CHECK(addressee(lines).empty());
    auto twice = letter_to("Mme Samira BENALI");
    for (auto& more : std::vector{row("MME Samira Benali", 100, 600), row("69003 LYON", 100, 630)})
        twice.push_back(std::move(more));
    CHECK(addressee(twice) == "Mme Samira BENALI");
}
