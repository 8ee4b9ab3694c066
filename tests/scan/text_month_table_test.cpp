// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/month_table.hpp"

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

TEST_CASE("an amount stands in the row of its month, under its head") {
    const auto titles = with(row("Aide au logement", 400, 100), row("Total", 700, 100));
    const auto october =
        with(row("Octobre 2025", 100, 150), with(row("274,00", 460, 150), row("474,00", 700, 150)));
    const auto september = with(
        row("Septembre 2025", 100, 190), with(row("287,00", 460, 190), row("487,00", 700, 190))
    );
    const auto amount = [&](const char* month, std::vector<TextLine> lines) {
        const PageText page(std::move(lines));
        const auto heads = page.find("aide au logement");
        REQUIRE(heads.size() == 1);
        const auto found = amount_in_row_of_month(page, heads.front(), month);
        return found ? found->value : "";
    };
    CHECK(amount("2025-10", {titles, october, september}) == "274");
    CHECK(amount("2025-09", {titles, october, september}) == "287");
    CHECK(amount("2025-08", {titles, october, september}).empty());
    CHECK(amount("2025-10", {titles, october}).empty()); // no table of months
}

TEST_CASE("a block of a paper of several months begins with its own") {
    const auto paid = row("Aide au logement 304,00", 100, 400);
    const PageText page(
        {row("Septembre 2025", 100, 100),
         row("Aide au logement 291,00", 100, 150),
         row("Octobre 2025 versement du 05/11/2025", 100, 350),
         paid}
    );
    CHECK(month_over(page, paid.words.front().box) == "2025-10");
    CHECK(month_over(page, {100, 150, 100, 20}) == "2025-09");
    CHECK(month_over(page, {100, 50, 100, 20}).empty());
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
