// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/name_parts.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

std::string parts(const char* name) {
    const auto found = parted_name({.value = name, .box = {}, .doubtful = {}});
    return found ? found->family.value + "|" + found->given.value : "";
}

} // namespace

TEST_CASE("capitals are the family name, the rest the given names") {
    CHECK(parts("DURAND Anne") == "DURAND|Anne");
    CHECK(parts("Anne Marie DURAND") == "DURAND|Anne Marie");
    CHECK(parts("LE BIHAN Maëlle") == "LE BIHAN|Maëlle");
    CHECK(parts("LERAT-VASSEUR Éric") == "LERAT-VASSEUR|Éric");
    CHECK(parts("JÉGOUZO Élodie") == "JÉGOUZO|Élodie");
}

TEST_CASE("where the letters do not tell, the words do that are given names") {
    CHECK(parts("DURAND ANNE") == "DURAND|ANNE");
    CHECK(parts("Anne Durand") == "Durand|Anne");
    CHECK(parts("LE GUELLEC YANN") == "LE GUELLEC|YANN");
    CHECK(parts("BOUKHOBZA LEÏLA") == "BOUKHOBZA|LEÏLA");
    CHECK(parts("TEIXEIRA MARIA DE LURDES") == "TEIXEIRA|MARIA DE LURDES");
    CHECK(parts("MEHENNI SARAH LYNA") == "MEHENNI|SARAH LYNA"); // of a name first in no list
    CHECK(parts("MARIE-LOUISE DA COSTA") == "DA COSTA|MARIE-LOUISE");
    CHECK(parts("ABDALLAH SOPHIE ANNE") == "ABDALLAH|SOPHIE ANNE"); // all are given names
}

TEST_CASE("where nothing tells nothing is guessed") {
    for (const auto* name : {"MARTIN THOMAS", "NDOYE AWATIF", "DURAND", "Anne DURAND Marie", ""})
        CHECK(parts(name).empty());
}

TEST_CASE("doubtful characters go with their part") {
    const auto found = parted_name({.value = "LÉON Anne", .box = {}, .doubtful = {1, 6}});
    REQUIRE(found);
    CHECK(found->family.doubtful == std::vector<int>{1});
    CHECK(found->given.doubtful == std::vector<int>{1});
}

TEST_CASE("the family name stands above or below the given names in the margin of an act") {
    const auto family = [](std::vector<TextLine> lines) {
        const auto found = family_beside(PageText(std::move(lines)), "Marie Thérèse");
        return found ? found->value : "";
    };
    CHECK(family({row("LE FLOC'H", 100, 100), row("Marie Thérèse", 100, 130)}) == "LE FLOC'H");
    CHECK(family({row("Marie Thérèse", 100, 100), row("LE FLOC'H", 100, 130)}) == "LE FLOC'H");
    CHECK(family({row("Mentions", 100, 100), row("Marie Thérèse", 100, 130)}).empty());
    CHECK(family({row("LE FLOC'H", 100, 100), row("Marie Anne", 100, 130)}).empty());
    CHECK(
        family({row("LE FLOC'H", 100, 100), row("Marie", 100, 130), row("Thérèse", 100, 160)}) ==
        "LE FLOC'H"
    );
    const auto beside_text = [&](const char* name) {
        return family(
            {row(name, 100, 100),
             row("Le seize mars mil neuf cent", 400, 100),
             row("Marie Thérèse", 100, 140),
             row("quatre-vingt-huit est née", 400, 140)}
        );
    };
    CHECK(beside_text("LE FLOC'H") == "LE FLOC'H"); // the text of the act is close to its margin
    CHECK(beside_text("Mentions").empty());
}

TEST_CASE("given names are known in any letters") {
    CHECK(is_all_given("YANN Marie-Louise"));
    CHECK(is_all_given("HAFIDA Jean-Rony")); // of our own list, and put together
    CHECK_FALSE(is_all_given("CELESTIN-BEAUBRUN"));
    CHECK_FALSE(is_all_given("YANN LE GUELLEC"));
}
