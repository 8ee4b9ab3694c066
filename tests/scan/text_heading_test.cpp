// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/heading.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

std::string heading(std::vector<TextLine> lines) {
    const PageText page(std::move(lines));
    return joined(heading_of(page));
}

} // namespace

TEST_CASE("a letter without its subject is about the line in capitals above its salutation") {
    const auto capitals = row("MISE EN DEMEURE DE PAYER", 300, 200);
    const auto hello = row("Madame, Monsieur,", 100, 260);
    CHECK(
        heading({row("SCP ARNOUX ET ASSOCIÉS", 100, 20), capitals, hello}) ==
        "MISE EN DEMEURE DE PAYER"
    );
    CHECK(heading({capitals}).empty());
    CHECK(heading({capitals, row("Madame, Monsieur,", 100, 900)}).empty()); // too far above
    CHECK(heading({row("Mise en demeure de payer", 300, 200), hello}).empty());
}
