// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/month_column.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

TextLine with(TextLine line, const TextLine& more) {
    line.words.insert(line.words.end(), more.words.begin(), more.words.end());
    return line;
}

/// The housing allowance of a month on a page with such lines over and in its row.
std::string allowance_of(const char* month, std::vector<TextLine> lines) {
    const PageText page(std::move(lines));
    const auto labels = page.find("aide au logement");
    REQUIRE(labels.size() == 1);
    const auto amount = amount_of_month(page, labels.front(), month);
    return amount ? amount->value : "";
}

const TextLine heads = with(row("Septembre 2025", 600, 100), row("Octobre 2025", 900, 100));
const TextLine amounts = with(
    row("Aide au logement", 100, 150), with(row("287,00 €", 640, 150), row("274,00 €", 940, 150))
);

} // namespace

TEST_CASE("an amount stands in the column of its month") {
    CHECK(allowance_of("2025-09", {heads, amounts}) == "287");
    CHECK(allowance_of("2025-10", {heads, amounts}) == "274");
}

TEST_CASE("months that head no columns, another month or a missing amount tell nothing") {
    const auto told = row("pour les mois de septembre 2025 et octobre 2025", 100, 100);
    CHECK(allowance_of("2025-10", {told, amounts}).empty());
    CHECK(allowance_of("2025-11", {heads, amounts}).empty());
    const auto one = with(row("Aide au logement", 100, 150), row("274,00 €", 940, 150));
    CHECK(allowance_of("2025-10", {heads, one}).empty());
    const auto single = row("Octobre 2025", 900, 100);
    CHECK(allowance_of("2025-10", {single, amounts}).empty());
}
