// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "printed_line.hpp"
#include "scan/text/look/in_comb.hpp"

#include <chrono>
#include <string>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet::scan;

namespace {

constexpr int cell = 50;

void stroke(const PixPtr& page, const guichet::Box& box) {
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x)
            pixSetPixel(page.get(), x, y, 20);
}

/// A letter in each box, and lines of print that tell how large letters are.
PixPtr form(const std::string& letters) {
    PixPtr page(pixCreate(1200, 700, 8));
    pixSetAllArbitrary(page.get(), 255);
    for (int i = 0; i < 6; ++i)
        print_line(page, 10, "Date de naissance du demandeur", 60, 60 + 50 * i);
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const int x = 100 + cell * static_cast<int>(i);
        print_line(page, 10, std::string(1, letters[i]).c_str(), x + 16, 500);
        stroke(page, {x, 450, 3, 66});
    }
    const int width = cell * static_cast<int>(letters.size());
    stroke(page, {100 + width, 450, 3, 66});
    stroke(page, {100, 513, width, 3});
    return page;
}

std::string read(const PixPtr& page, std::vector<TextLine> lines) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    return text_of(with_print_in_combs(page, std::move(lines), {.end = end}));
}

} // namespace

TEST_CASE("what stands in a row of boxes is one word, in place of what was read there") {
    CHECK(
        read(form("2008"), {row("Naissance", 60, 40), row("l2lo|ol8|", 110, 470)}) ==
        "Naissance\n2008"
    );
    CHECK(read(form("    "), {row("vide", 110, 470)}) == "vide");
}

TEST_CASE("boxes are not read when it is too late") {
    const auto late = std::chrono::steady_clock::now() - std::chrono::minutes(1);
    const auto kept =
        with_print_in_combs(form("2008"), {row("l2lo|ol8|", 110, 470)}, {.end = late});
    CHECK(text_of(kept) == "l2lo|ol8|");
}
