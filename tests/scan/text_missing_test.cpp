// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/clean/print.hpp"
#include "scan/text/look/missing.hpp"

#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet::scan;

namespace {

/// Lines one below the other, as Leptonica's own font draws them, on a grey ground.
PixPtr printed(const std::vector<const char*>& lines) {
    PixPtr page(pixCreate(900, 300, 8));
    pixSetAllArbitrary(page.get(), 215);
    L_Bmf* font = bmfCreate(nullptr, 8);
    int y = 80;
    for (const char* line : lines) {
        pixSetTextline(page.get(), font, line, 0x20, 60, y, nullptr, nullptr);
        y += 40;
    }
    bmfDestroy(&font);
    return page;
}

/// A card whose place stands under its date.
Kind card() {
    Kind kind;
    kind.id = "carte";
    Field date{.name = "date", .label = {}, .near = {"le"}, .format = "date"};
    Field place{.name = "lieu", .label = {}, .near = {"à"}, .format = "place"};
    place.beside = "date";
    kind.fields = {date, place};
    return kind;
}

/// What was seen at first: the date alone.
std::vector<TextLine> seen_first() {
    return {row("Valable jusqu'au le 02.04.2030", 60, 64)};
}

Looked look(const PixPtr& page, std::vector<TextLine> lines, std::chrono::minutes patience) {
    const std::vector<Kind> kinds{card()};
    const Options options;
    const Task task{
        .kinds = kinds, .options = options, .end = std::chrono::steady_clock::now() + patience};
    return look_for_missing(page, std::move(lines), lay_of_print(page).height, kinds.front(), task);
}

} // namespace

TEST_CASE("print that was not seen is found where it must be") {
    const auto page =
        printed({"Valable jusqu'au le 02.04.2030", "a : LYON", "Signature du titulaire"});
    const auto found = look(page, seen_first(), std::chrono::minutes(1));
    CHECK(found.fields == std::vector<std::string>{"carte.lieu"});
    CHECK(text_of(found.lines).find("LYON") != std::string::npos);
    auto misread = seen_first();
    misread.push_back(row("4 LY0N", 60, 104));
    misread.back().words.back().clearness = 0.2F;
    const auto again = look(page, misread, std::chrono::minutes(1));
    CHECK(text_of(again.lines).find("LYON") != std::string::npos);
    CHECK(text_of(again.lines).find("LY0N") == std::string::npos);
}

TEST_CASE("nothing is made up where there is no print, nor looked for what is clear or too late") {
    const auto empty =
        look(printed({"Valable jusqu'au le 02.04.2030"}), seen_first(), std::chrono::minutes(1));
    CHECK(empty.fields.empty());
    CHECK(empty.lines.size() == 1);
    const auto page =
        printed({"Valable jusqu'au le 02.04.2030", "a : LYON", "Signature du titulaire"});
    auto clear = seen_first();
    clear.push_back(row("à : PARIS", 60, 104));
    CHECK(look(page, clear, std::chrono::minutes(1)).fields.empty());
    CHECK(look(page, seen_first(), -std::chrono::minutes(1)).fields.empty());
}
