// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/halves.hpp"
#include "scan/text/ocr/ocr.hpp"

#include <chrono>
#include <cstdlib>
#include <vector>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

constexpr int page_width = 1000;
constexpr int page_height = 1400;
constexpr double capital = 16;

/// Level letters from x0 to x1, one every capital's height.
PrintLine line(double x0, double x1, double y) {
    PrintLine line{.x0 = x0, .y0 = y, .x1 = x1, .y1 = y, .height = capital};
    line.blobs = static_cast<int>((x1 - x0) / capital) + 1;
    for (int letter = 0; letter < line.blobs; ++letter)
        line.centres.push_back(x0 + letter * capital);
    return line;
}

std::vector<PrintLine> lines(double x0, double x1, int count) {
    std::vector<PrintLine> all;
    all.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        all.push_back(line(x0, x1, 100 + 40 * i));
    return all;
}

std::vector<PrintLine> operator+(std::vector<PrintLine> some, const std::vector<PrintLine>& more) {
    some.insert(some.end(), more.begin(), more.end());
    return some;
}

constexpr int printed_lines = 30;
constexpr int printed_leading = 50;

PixPtr printed_page() {
    PixPtr page(pixCreate(1700, 1700, 8));
    pixSetAllArbitrary(page.get(), 250);
    L_Bmf* font = bmfCreate(nullptr, 10);
    for (int i = 0; i < printed_lines; ++i)
        pixSetTextline(
            page.get(),
            font,
            "Vous recevez cette lettre de votre mairie pour une demande en cours",
            0x20,
            100 + 37 * i % 150, // or the spaces between words would be gutters
            100 + printed_leading * i,
            nullptr,
            nullptr
        );
    bmfDestroy(&font);
    return page;
}

auto halves(const std::vector<PrintLine>& lines) {
    return halves_of(page_width, page_height, lines);
}

} // namespace

TEST_CASE("a page of one column is cut between two lines, with as much print above as below") {
    const auto parts = halves(lines(100, 900, 20));
    REQUIRE(parts);
    REQUIRE(parts->front().size() == 1);
    REQUIRE(parts->back().size() == 1);
    const auto above = parts->front().front();
    const auto below = parts->back().front();
    CHECK(above.y == 0);
    CHECK(below.y == above.height);
    CHECK(above.height + below.height == page_height);
    CHECK(above.width == page_width);
    CHECK(below.width == page_width);
    // Lines 10 and 11 are at 460 and 500: the cut is in the middle of what is free of their
    // letters.
    CHECK(above.height == 480);
}

TEST_CASE("two columns are read one beside the other, never through their lines") {
    const auto parts = halves(lines(80, 450, 20) + lines(550, 920, 20));
    REQUIRE(parts);
    REQUIRE(parts->front().size() == 1);
    REQUIRE(parts->back().size() == 1);
    const auto left = parts->front().front();
    const auto right = parts->back().front();
    CHECK(left.x == 0);
    CHECK(left.width > 450 + capital);
    CHECK(left.width < 550 - capital);
    CHECK(right.x == left.width);
    CHECK(left.width + right.width == page_width);
    CHECK(left.height == page_height);
    CHECK(right.height == page_height);
}

TEST_CASE("what crosses two columns is read with the first above them, with the second below") {
    const auto columns = lines(80, 450, 20) + lines(550, 920, 20); // from y = 100 to 860
    const auto parts = halves(columns + std::vector{line(200, 800, 40), line(200, 800, 1000)});
    REQUIRE(parts);
    const auto& [first, second] = *parts;
    REQUIRE(first.size() == 2);
    REQUIRE(second.size() == 2);
    CHECK(first[0].width == page_width);
    CHECK(first[0].height == 70); // between the title and the first lines
    CHECK(first[1].y == 70);
    CHECK(first[1].width == second[0].x);
    CHECK(second[0].y == 70);
    CHECK(second[0].y + second[0].height == 930);
    CHECK(second[1].y == 930);
    CHECK(second[1].width == page_width);
    CHECK(second[1].y + second[1].height == page_height);
}

TEST_CASE("columns that are crossed in their middle are read as one page") {
    const auto columns = lines(80, 450, 20) + lines(550, 920, 20);
    CHECK_FALSE(halves(columns + std::vector{line(200, 800, 500)}));
}

TEST_CASE("a table of many columns is read as one page") {
    CHECK_FALSE(
        halves(lines(60, 200, 20) + lines(300, 440, 20) + lines(540, 680, 20) + lines(780, 920, 20))
    );
}

TEST_CASE("a mark in the margin is no column") {
    const auto parts = halves(lines(100, 900, 20) + std::vector{line(20, 20, 300)});
    REQUIRE(parts);
    CHECK(parts->front().front().width == page_width);
}

TEST_CASE("a form is parted across the page, whatever stands in columns") {
    const auto two = lines(100, 450, 20) + lines(550, 900, 20);
    const auto parts = above_and_below(page_width, page_height, two);
    REQUIRE(parts);
    REQUIRE(parts->front().size() == 1);
    const auto& above = parts->front().front();
    CHECK(above.width == page_width);
    CHECK(above.height == parts->back().front().y);
    CHECK(above.height == doctest::Approx(480).epsilon(0.01)); // between the tenth and the next
    CHECK_FALSE(above_and_below(page_width, page_height, lines(100, 900, 4)));
}

TEST_CASE("lines that leave no space between them are not cut") {
    std::vector<PrintLine> sloping;
    for (int i = 0; i < 20; ++i) {
        sloping.push_back(line(100, 900, 100 + 40 * i));
        sloping.back().y1 += 60; // further down at its end than the next one begins
    }
    CHECK_FALSE(halves(sloping));
}

TEST_CASE("a short text, or one whose halves are unlike, is read at once") {
    CHECK_FALSE(halves({}));
    CHECK_FALSE(halves(lines(100, 900, 4)));
    // One dense block and a word far below it: the other half would hold next to nothing.
    auto dense = lines(100, 900, 20);
    for (auto& one : dense) {
        one.y0 = 300;
        one.y1 = 300;
    }
    CHECK_FALSE(halves(dense + std::vector{line(100, 200, 1200)}));
}

TEST_CASE("words read in two halves stand in reading order, each where it is on the page") {
    const auto page = printed_page();
    const auto print = find_page_lines(page, 4);
    CAPTURE(count_blobs(print));
    REQUIRE(halves_of(width_of(page), height_of(page), print));
    TextSheet sheet{.end = std::chrono::steady_clock::now() + std::chrono::minutes(1)};
    SUBCASE("of running text") {
        sheet.layout = PageLayout::Prose;
    }
    SUBCASE("of a form") {
        sheet.layout = PageLayout::Form;
        sheet.is_page = true;
    }
    const auto lines = recognise(page, sheet);
    REQUIRE(lines);
    REQUIRE(lines->size() == printed_lines);
    for (std::size_t i = 0; i < lines->size(); ++i) {
        CAPTURE(i);
        const auto& words = (*lines)[i].words;
        REQUIRE(words.size() == 12);
        CHECK(words.back().folded == "cours");
        const int expected = lines->front().box.y + printed_leading * static_cast<int>(i);
        CHECK(std::abs((*lines)[i].box.y - expected) <= 4);
        CHECK(std::abs(words.back().box.y - expected) <= 12);
    }
}
