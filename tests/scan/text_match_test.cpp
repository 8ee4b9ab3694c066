// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/match.hpp"

#include <doctest/doctest.h>

using namespace guichet::scan;

TEST_CASE("a phrase stands in one line though it was read as several") {
    const PageText page({row("du sexe", 100, 100), row("masculin, de", 190, 100)});
    CHECK(page.find("sexe masculin de").size() == 1);
    CHECK(page.find("sexe").size() == 1); // in its line and in the whole line
    CHECK(page.says("sexe masculin"));
    const PageText apart({row("du sexe", 100, 100), row("masculin, de", 600, 100)});
    CHECK(apart.find("sexe masculin de").empty());
}

TEST_CASE("the blanks of a sentence set to the width of its column part no columns") {
    const auto runs_of = [](const char* first) {
        const auto with_gap = [](const char* left, const char* right, int y) {
            auto line = row(left, 100, y);
            for (const auto& word : row(right, 250, y).words)
                line.words.push_back(word);
            return line;
        };
        const PageText page(
            {with_gap(first, "Georges", 100),
             with_gap("12 boulevar", "Maternité", 130),
             with_gap("Ibrahima SA", "chauffeur", 160)}
        );
        return page.run_around(page.find("georges").front())->words.size();
    };
    CHECK(runs_of("Camille, An") == 1);
    CHECK(runs_of("Camille An,") == 3);
}
