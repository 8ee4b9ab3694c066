// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/spaces.hpp"

#include <vector>

#include <doctest/doctest.h>

using namespace guichet;

TEST_CASE("French signs stay on the line of their word") {
    struct Case {
        const char* text;
        const char* expected;
    };
    const std::vector<Case> cases{
        {"Êtes-vous là ?", "Êtes-vous là\u00A0?"},
        {"Touchez « Oui » ou « Non ».", "Touchez «\u00A0Oui\u00A0» ou «\u00A0Non\u00A0»."},
        {"Un chiffre est faux : vérifiez.", "Un chiffre est faux\u00A0: vérifiez."},
        {"Écrivez {min} € ou plus.", "Écrivez {min}\u00A0€ ou plus."},
        {"deux  mots", "deux  mots"},
        {"déjà\u00A0: fait", "déjà\u00A0: fait"},
        {"08:30", "08:30"},
        {" ", " "},
        {"", ""},
    };
    for (const auto& one : cases) {
        CAPTURE(one.text);
        CHECK(i18n::with_no_break_spaces(one.text) == one.expected);
    }
}
