// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/ink.hpp"

#include <random>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet::scan;

namespace {

/// Dark strokes on a ground that grows darker, with noise.
PixPtr strokes(int width, int height) {
    PixPtr grey(pixCreate(width, height, 8));
    std::mt19937 random(5);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const int ground = 230 - 120 * x / width;
            const int stroke = x % 23 < 4 && y % 31 > 6 ? 60 : 0;
            const int level = ground - stroke - static_cast<int>(random() % 12);
            pixSetPixel(grey.get(), x, y, static_cast<l_uint32>(level));
        }
    return grey;
}

int count(const PixPtr& ink) {
    int pixels = 0;
    pixCountPixels(ink.get(), &pixels, nullptr);
    return pixels;
}

} // namespace

TEST_CASE("print is told from its ground as Leptonica's Sauvola tells it") {
    struct Size {
        int width;
        int height;
        int reach;
    };
    for (const auto& size : {Size{301, 203, 14}, Size{64, 40, 5}}) {
        CAPTURE(size.width);
        const auto grey = strokes(size.width, size.height);
        const auto ours = ink_of(grey, size.reach);
        REQUIRE(ours);
        Pix* theirs = nullptr;
        pixSauvolaBinarize(grey.get(), size.reach, 0.22F, 1, nullptr, nullptr, nullptr, &theirs);
        const PixPtr expected(theirs);
        const PixPtr differing(pixXor(nullptr, ours.get(), expected.get()));
        CHECK(count(expected) > 100);
        CHECK(count(differing) * 1000 <= count(expected)); // a rounding here and there
    }
}

TEST_CASE("even paper holds no print, and a picture too small for a window none that can be told") {
    PixPtr paper(pixCreate(200, 100, 8));
    pixSetAllArbitrary(paper.get(), 200);
    REQUIRE(ink_of(paper, 14));
    CHECK(count(ink_of(paper, 14)) == 0);
    CHECK_FALSE(ink_of(strokes(28, 300), 14));
    CHECK_FALSE(ink_of(strokes(300, 28), 14));
    CHECK_FALSE(ink_of(paper, 0));
    CHECK_FALSE(ink_of(PixPtr(pixCreate(100, 100, 1)), 14));
    CHECK_FALSE(ink_of(nullptr, 14));
}
