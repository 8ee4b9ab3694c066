// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/pictures.hpp"

#include <memory>

#include <doctest/doctest.h>

namespace {

using guichet::Image;
using guichet::Picture;
using guichet::app::shrink;

/// Left half black, right half white.
Picture halves(int width, int height) {
    auto image = std::make_shared<Image>();
    image->width = width;
    image->height = height;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int i = 0; i < 4; ++i)
                image->rgba.push_back(i == 3 || x * 2 >= width ? 255 : 0);
    return image;
}

} // namespace

TEST_CASE("a small picture is left as it is") {
    const auto picture = halves(40, 20);
    CHECK(shrink(picture, 40) == picture);
    CHECK(shrink(Picture{}, 40) == nullptr);
}

TEST_CASE("a large picture keeps its shape and its halves") {
    const auto small = shrink(halves(4000, 2000), 100);
    REQUIRE(small);
    CHECK(small->width == 100);
    CHECK(small->height == 50);
    REQUIRE(small->rgba.size() == 20'000); // four bytes each
    CHECK(small->rgba[0] == 0);
    CHECK(small->rgba[std::size_t{99} * 4] == 255);
    CHECK(small->rgba[3] == 255);
}

TEST_CASE("a strip one pixel high stays a strip") {
    const auto small = shrink(halves(5000, 1), 100);
    REQUIRE(small);
    CHECK(small->height == 1);
    CHECK(small->rgba.size() == 400);
}

TEST_CASE("the boxes of a reading follow its pages") {
    guichet::procedure::Reading reading;
    reading.pages = {halves(2800, 1400)};
    guichet::procedure::Proposal proposal;
    proposal.box = {1000, 200, 400, 100};
    proposal.page = 0;
    reading.proposals = {proposal};
    proposal.page = 7; // a page that is not there
    reading.proposals.push_back(proposal);
    const auto small = shrink(reading);
    CHECK(small.pages[0]->width == 1400);
    CHECK(small.proposals[0].box == guichet::Box{500, 100, 200, 50});
    CHECK(small.proposals[1].box == guichet::Box{1000, 200, 400, 100});
}

TEST_CASE("a long document is kept smaller, page for page") {
    guichet::procedure::Reading reading;
    reading.pages.assign(20, halves(1654, 2339));
    const auto small = shrink(reading);
    CHECK(small.pages.size() == 20);
    CHECK(small.pages[19]->height == 700);
}
