// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/hours.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace guichet;

TEST_CASE("opening hours are said in words") {
    struct Case {
        const char* hours;
        const char* shown;
    };
    const auto cases = std::to_array<Case>({
        {"Mo-Fr 08:30-17:30", "du lundi au vendredi, de 8 h 30 à 17 h 30"},
        {"Sa 09:00-12:00", "le samedi, de 9 h à 12 h"},
        {"Mo-Fr 08:30-17:30, Sa 09:00-12:00",
         "du lundi au vendredi, de 8 h 30 à 17 h 30\nle samedi, de 9 h à 12 h"},
        {"", ""},
    });
    const i18n::Catalogue french;
    for (const auto& row : cases) {
        CAPTURE(row.hours);
        CHECK(procedure::show_hours(row.hours, french) == row.shown);
    }
}

TEST_CASE("hours that are not understood are shown as they were written") {
    const i18n::Catalogue french;
    for (const auto* hours : {"sur rendez-vous", "Xx-Fr 08:30-17:30", "Mo-Fr 8-17"}) {
        CAPTURE(hours);
        CHECK(procedure::show_hours(hours, french) == hours);
    }
}
