// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/period.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

std::string period(const std::string& printed) {
    const PageText page({row("Relevé de compte", 100, 40), row(printed, 100, 100)});
    const auto found = period_on(page);
    return found ? found->first.value + " " + found->last.value : "";
}

} // namespace

TEST_CASE("a period is two days with nothing but au or a sign between them") {
    CHECK(period("Du 1er juin au 30 juin 2025") == "2025-06-01 2025-06-30");
    CHECK(period("du 1er au 31 mars 2026") == "2026-03-01 2026-03-31");
    CHECK(period("15 décembre au 14 janvier 2026") == "2025-12-15 2026-01-14");
    CHECK(period("Période 01/03/2026 – 31/03/2026") == "2026-03-01 2026-03-31");
    CHECK(period("01/01/2026 → 31/01/2026") == "2026-01-01 2026-01-31");
    CHECK(period("DU 01/01/26 AU 31/01/26") == "2026-01-01 2026-01-31");
}

TEST_CASE("two days of something else are no period") {
    CHECK(period("03/02/2026 05/02/2026").empty());
    CHECK(period("Émis le 03/02/2026, payé le 05/02/2026").empty());
    CHECK(period("31/03/2026 – 01/03/2026").empty());
    CHECK(period("Solde au 31/03/2026").empty());
}
