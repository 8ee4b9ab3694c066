// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/name_parts.hpp"

#include <string>
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
    CHECK(parts("MARIE-LOUISE DA COSTA") == "DA COSTA|MARIE-LOUISE");
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
