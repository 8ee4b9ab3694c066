// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/image.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace guichet;

namespace {

/// Each pixel's red is its number.
Picture numbered(int width, int height) {
    auto image = std::make_shared<Image>();
    image->width = width;
    image->height = height;
    for (int i = 0; i < width * height; ++i)
        image->rgba.insert(image->rgba.end(), {static_cast<std::uint8_t>(i), 0, 0, 255});
    return image;
}

} // namespace

TEST_CASE("a box is turned with its picture") {
    const Box box{10, 20, 30, 5}; // of a picture of 100 by 50
    CHECK(turned(box, 1, 100, 50) == Box{25, 10, 5, 30});
    CHECK(turned(box, 2, 100, 50) == Box{60, 25, 30, 5});
    CHECK(turned(box, 3, 100, 50) == Box{20, 60, 5, 30});
    CHECK(turned(turned(box, 1, 100, 50), 3, 50, 100) == box);
    CHECK(turned(box, 4, 100, 50) == box);
}

TEST_CASE("a crop is the part inside the box") {
    const auto part = crop(numbered(4, 3), {1, 1, 2, 2});
    REQUIRE(part);
    CHECK(part->width == 2);
    CHECK(part->height == 2);
    CHECK(part->rgba[0] == 5);
    CHECK(part->rgba[4] == 6);
    CHECK(part->rgba[8] == 9);
}

TEST_CASE("a box over the edge is clipped, and one outside leaves nothing") {
    struct Case {
        Box box;
        int width;
        int height;
    };
    const auto cases = std::to_array<Case>({
        {{-1, -1, 3, 3}, 2, 2},
        {{3, 2, 10, 10}, 1, 1},
        {{0, 0, 4, 3}, 4, 3},
    });
    for (const auto& row : cases) {
        CAPTURE(row.box.x);
        const auto part = crop(numbered(4, 3), row.box);
        REQUIRE(part);
        CHECK(part->width == row.width);
        CHECK(part->height == row.height);
    }
    CHECK_FALSE(crop(numbered(4, 3), {4, 0, 2, 2}));
    CHECK_FALSE(crop(numbered(4, 3), {0, 0, 0, 2}));
    CHECK_FALSE(crop(nullptr, {0, 0, 1, 1}));
}
