// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/isolate.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;

TEST_CASE("words are put between FSI and PDI, and nothing stays nothing") {
    CHECK(i18n::isolated("LYON") == "\u2068LYON\u2069");
    CHECK(i18n::isolated("").empty());
}

TEST_CASE("every line is isolated by itself: an isolate ends with its line") {
    CHECK(i18n::isolated("LYON\n\n69003") == "\u2068LYON\u2069\n\n\u206869003\u2069");
    CHECK(i18n::without_isolates(i18n::isolated("LYON\n\n69003")) == "LYON\n\n69003");
}

TEST_CASE("what a piece leaves open goes on isolated in the next") {
    std::vector<std::string> pieces{"a \u2068LYON", "est", "loin\u2069 b"};
    i18n::close_isolates(pieces);
    CHECK(pieces[0] == "a \u2068LYON\u2069");
    CHECK(pieces[1] == "\u2068est\u2069");
    CHECK(pieces[2] == "\u2068loin\u2069 b");
}

TEST_CASE("figures made of several groups keep their order in a right-to-left text") {
    struct Case {
        const char* text;
        std::string expected;
    };
    const std::vector<Case> cases{
        {"اتصل على 06 12 34 56 78.", "اتصل على \u206806 12 34 56 78\u2069."},
        {"من 08:30-17:30", "من \u206808:30-17:30\u2069"},
        {"المبلغ 9\u202F842\u00A0€ سنويا", "المبلغ \u20689\u202F842\u00A0€\u2069 سنويا"},
        {"النسبة 50 %", "النسبة \u206850 %\u2069"},
        {"12504*10", "\u206812504*10\u2069"},
        {"الرقم 3646 مجاني", "الرقم 3646 مجاني"},
        {"خلال 3 أشهر، 12 شهرا", "خلال 3 أشهر، 12 شهرا"},
        {"بلا أرقام", "بلا أرقام"},
        {"", ""},
    };
    for (const auto& one : cases) {
        CAPTURE(one.text);
        CHECK(i18n::with_figures_isolated(one.text) == one.expected);
    }
}
