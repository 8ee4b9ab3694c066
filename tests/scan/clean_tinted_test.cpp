// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/tinted.hpp"

#include <cstdlib>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet;

namespace {

void fill(const scan::PixPtr& page, const guichet::Box& box, unsigned tone) {
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x)
            pixSetPixel(page.get(), x, y, tone);
}

/// White paper of A4 at 100 dots an inch.
scan::PixPtr paper() {
    scan::PixPtr page(pixCreate(827, 1169, 8));
    pixSetAllArbitrary(page.get(), 250);
    return page;
}

/// Strokes as thick as those of large letters.
void print_on(const scan::PixPtr& page, const guichet::Box& box, unsigned tone) {
    for (int x = box.x + 40; x + 40 < box.x + box.width; x += 12)
        fill(page, {x, box.y + 15, 4, box.height - 30}, tone);
}

unsigned at(const scan::PixPtr& page, int x, int y) {
    l_uint32 level = 0;
    pixGetPixel(page.get(), x, y, &level);
    return level;
}

constexpr guichet::Box bar{100, 600, 600, 60};

} // namespace

TEST_CASE("print in a coloured box becomes black on white, light print on dark too") {
    struct Tones {
        unsigned ground;
        unsigned print;
    };
    for (const auto& tones : {Tones{60, 250}, Tones{140, 20}}) {
        CAPTURE(tones.ground);
        const auto page = paper();
        fill(page, bar, tones.ground);
        print_on(page, bar, tones.print);
        const auto boxes = scan::tinted_boxes(page);
        REQUIRE(boxes.size() == 1);
        const auto& place = boxes.front().place;
        CHECK(std::abs(place.x - bar.x) < 8);
        CHECK(std::abs(place.y - bar.y) < 8);
        CHECK(std::abs(place.width - bar.width) < 16);
        CHECK(at(boxes.front().grey, bar.x + 41 - place.x, bar.y + 30 - place.y) < 40);
        CHECK(at(boxes.front().grey, bar.x + 20 - place.x, bar.y + 30 - place.y) > 215);
        CHECK(at(boxes.front().grey, bar.x + 48 - place.x, bar.y + 30 - place.y) > 215);
    }
}

TEST_CASE("a box in the shadow of a photograph is one all the same") {
    const auto page = paper();
    fill(page, bar, 60);
    print_on(page, bar, 250);
    for (int y = 0; y < 1169; ++y)
        for (int x = 0; x < 827; ++x)
            pixSetPixel(
                page.get(), x, y, static_cast<unsigned>(at(page, x, y) * (1 - 0.4 * x / 827))
            );
    CHECK(scan::tinted_boxes(page).size() == 1);
}

TEST_CASE("plain paper, print on it, a bar without print and a picture are no such box") {
    const auto page = paper();
    CHECK(scan::tinted_boxes(page).empty());
    print_on(page, bar, 20);
    CHECK(scan::tinted_boxes(page).empty());
    fill(page, {100, 100, 600, 60}, 60);
    CHECK(scan::tinted_boxes(page).empty());
    for (int y = 800; y < 1000; ++y) // every tone from dark to light
        for (int x = 100; x < 400; ++x)
            pixSetPixel(page.get(), x, y, static_cast<unsigned>(20 + (x - 100) * 180 / 300));
    CHECK(scan::tinted_boxes(page).empty());
}
