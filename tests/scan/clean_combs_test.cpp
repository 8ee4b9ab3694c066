// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/combs.hpp"

#include <cstdlib>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet;

namespace {

constexpr double capital = 24;

scan::PixPtr paper() {
    scan::PixPtr page(pixCreate(1200, 800, 8));
    pixSetAllArbitrary(page.get(), 255);
    return page;
}

void stroke(const scan::PixPtr& page, const guichet::Box& box) {
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x)
            pixSetPixel(page.get(), x, y, 20);
}

/// Cells 50 pixels wide and 60 high; the upper side of closed ones is drawn too.
void draw_comb(const scan::PixPtr& page, int x, int y, int cells, bool closed) {
    for (int i = 0; i <= cells; ++i)
        stroke(page, {x + 50 * i, y, 3, 60});
    stroke(page, {x, y + 57, 50 * cells, 3});
    if (closed)
        stroke(page, {x, y, 50 * cells, 3});
}

} // namespace

TEST_CASE("rows of small boxes are found with their cells, one row for each group") {
    const auto page = paper();
    draw_comb(page, 100, 100, 4, true);
    draw_comb(page, 325, 100, 4, true);
    draw_comb(page, 100, 300, 8, false);
    const auto combs = scan::find_combs(page, capital);
    REQUIRE(combs.size() == 3);
    for (const auto& comb : combs) {
        CAPTURE(comb.place.x);
        CHECK(comb.cells.size() == (comb.place.y > 200 ? 8 : 4));
        CHECK(comb.cells.front().width == 47);
        CHECK(std::abs(comb.place.height - 60) <= 2);
    }
}

TEST_CASE("a single box is one when it is closed") {
    const auto page = paper();
    draw_comb(page, 100, 100, 1, true);
    draw_comb(page, 300, 100, 1, false);
    const auto combs = scan::find_combs(page, capital);
    REQUIRE(combs.size() == 1);
    CHECK(combs.front().place.x == 100);
}

TEST_CASE("strokes of letters, bars of codes and columns of tables are no such boxes") {
    const auto page = paper();
    for (int i = 0; i < 4; ++i)
        stroke(page, {100 + 40 * i, 100, 4, 60}); // nothing joins them
    for (int i = 0; i < 30; ++i)
        stroke(page, {100 + 10 * i, 300, 3, 60});
    for (int i = 0; i < 3; ++i)
        stroke(page, {100 + 200 * i, 500, 3, 60});
    stroke(page, {100, 557, 400, 3});
    CHECK(scan::find_combs(page, capital).empty());
    CHECK(scan::find_combs(page, 0).empty());
}
