// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/clean/print.hpp"
#include "scan/text/look/again.hpp"

#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet::scan;

namespace {

constexpr auto later = std::chrono::minutes(1);

TextLine unclear(const char* text, int x, int y) {
    auto line = row(text, x, y);
    for (auto& word : line.words)
        word.clearness = 0.5F;
    return line;
}

/// Four lines of letters as Leptonica's own font draws them, on a ground that grows darker.
PixPtr printed_page() {
    PixPtr page(pixCreate(900, 400, 8));
    pixSetAllArbitrary(page.get(), 215);
    L_Bmf* font = bmfCreate(nullptr, 8);
    for (int i = 0; i < 4; ++i)
        pixSetTextline(
            page.get(), font, "Carte valable 02.04.2030", 0x20, 60, 80 + 80 * i, nullptr, nullptr
        );
    bmfDestroy(&font);
    return page;
}

double usual_capital() {
    return lay_of_print(printed_page()).height;
}

} // namespace

TEST_CASE("a line that was not clear is read a second time") {
    const auto end = std::chrono::steady_clock::now() + later;
    auto line = unclear("Carle valoble 02.04.2080", 60, 60);
    line.words.back().box.width = 200; // the letters are wider than those of a row
    const auto again = read_again(printed_page(), {line}, usual_capital(), end);
    CHECK(text_of(again) == "Carte valable 02.04.2030");
    CHECK(text_of(again).find("valoble") == std::string::npos);
    const auto clear =
        read_again(printed_page(), {row("Carle valoble 02.04.2080", 60, 60)}, usual_capital(), end);
    CHECK(text_of(clear) == "Carle valoble 02.04.2080"); // what is clear is not looked at again
}

TEST_CASE("nothing is lost where a second look sees nothing") {
    const PixPtr blank(pixCreate(900, 400, 8));
    pixSetAllArbitrary(blank.get(), 255);
    const auto end = std::chrono::steady_clock::now() + later;
    CHECK(read_again(blank, {unclear("Carte", 60, 60)}, usual_capital(), end).size() == 1);
    CHECK(
        read_again(printed_page(), {unclear("Une autre ligne", 60, 365)}, usual_capital(), end)
            .size() == 1
    );
    const auto late = std::chrono::steady_clock::now() - later;
    const auto kept =
        read_again(printed_page(), {unclear("Carle valoble", 60, 60)}, usual_capital(), late);
    CHECK(kept.front().words.front().text == "Carle");
}
