// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/cards.hpp"
#include "scan/clean/clean.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

constexpr int page_width = 1240; ///< A4 at 150 dots an inch
constexpr int page_height = 1754;
constexpr double deg = 3.14159265358979 / 180;

class Paper {
public:
    Paper() : m_image(std::make_shared<Image>()) {
        m_image->width = page_width;
        m_image->height = page_height;
        m_image->rgba.assign(std::size_t{page_width} * page_height * 4, 240);
    }

    /// A tinted card with a black bar along its middle.
    void lay(const Card& card) { lay(card, {220, 190, 190}); }

    /// A white sheet with a black bar on it, the page around it darker.
    void lay_sheet(const Card& sheet) {
        for (auto& level : m_image->rgba)
            level = 200;
        lay(sheet, {250, 250, 250});
    }

    PixPtr pix() const { return to_pix(m_image); }
    Page page() const { return {.picture = m_image, .dpi = 150}; }

private:
    void lay(const Card& card, std::array<std::uint8_t, 3> colour) {
        const double cosine = std::cos(card.tilt * deg);
        const double sine = std::sin(card.tilt * deg);
        for (int y = 0; y < page_height; ++y)
            for (int x = 0; x < page_width; ++x) {
                const double along = (x - card.x) * cosine + (y - card.y) * sine;
                const double across = (y - card.y) * cosine - (x - card.x) * sine;
                if (std::abs(along) > card.width / 2 || std::abs(across) > card.height / 2)
                    continue;
                const bool bar = std::abs(across) < 6 && std::abs(along) < card.width / 3;
                auto* pixel =
                    &m_image->rgba
                         [(static_cast<std::size_t>(y) * page_width + static_cast<std::size_t>(x)) *
                          4];
                for (std::size_t i = 0; i < colour.size(); ++i)
                    pixel[i] = bar ? 0 : colour[i];
            }
    }

    std::shared_ptr<Image> m_image;
};

int grey_at(const Picture& picture, int x, int y) {
    return picture->rgba
        [(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture->width) +
          static_cast<std::size_t>(x)) *
             4 +
         1];
}

const Card first{.x = 500, .y = 450, .width = 506, .height = 319, .tilt = 3};
const Card second{.x = 700, .y = 1200, .width = 620, .height = 437, .tilt = -2};

} // namespace

TEST_CASE("cards on a page are found with their place and tilt") {
    Paper paper;
    paper.lay(first);
    paper.lay(second);
    const auto cards = find_cards(paper.pix());
    REQUIRE(cards.size() == 2);
    CHECK(cards[0].tilt == doctest::Approx(second.tilt).epsilon(0.2));
    CHECK(cards[1].tilt == doctest::Approx(first.tilt).epsilon(0.2));
    CHECK(std::abs(cards[1].x - first.x) < 6);
    CHECK(std::abs(cards[1].y - first.y) < 6);
    CHECK(cards[1].width == doctest::Approx(first.width).epsilon(0.03));
    CHECK(cards[1].height == doctest::Approx(first.height).epsilon(0.03));
}

TEST_CASE("cards that lie askew are made level where they lie") {
    Paper paper;
    paper.lay(first);
    paper.lay(second);
    const auto cleaned = clean(paper.page());
    REQUIRE(cleaned.cards.size() == 2);
    const auto picture = to_picture(cleaned.colour);
    for (const auto& card : {first, second})
        for (const double part : {-0.3, 0.0, 0.3}) {
            const int x = static_cast<int>(card.x + part * card.width);
            const int y = static_cast<int>(card.y);
            CAPTURE(x);
            CHECK(grey_at(picture, x, y) < 60);
            CHECK(grey_at(picture, x, y + 20) > 150);
            CHECK(grey_at(picture, x, y - 20) > 150);
        }
    // What stuck out of its place is paper.
    const double corner = first.height / 2 * std::cos(first.tilt * deg) +
                          first.width / 2 * std::sin(first.tilt * deg);
    CHECK(
        std::abs(
            grey_at(
                picture,
                static_cast<int>(first.x + first.width / 2 - 25),
                static_cast<int>(first.y + corner - 6)
            ) -
            240
        ) < 4
    );
}

TEST_CASE("what has another shape, or is most of the page, is no card") {
    Paper paper;
    paper.lay({.x = 600, .y = 400, .width = 900, .height = 300});
    paper.lay({.x = 600, .y = 1100, .width = 400, .height = 390, .tilt = 3});
    CHECK(find_cards(paper.pix()).empty());
    Paper covered;
    covered.lay({.x = 620, .y = 870, .width = 1130, .height = 1610});
    CHECK(find_cards(covered.pix()).empty());
    CHECK(find_cards(Paper().pix()).empty());
    CHECK(find_cards(nullptr).empty());
}

TEST_CASE("a card is not laid over what is printed beside it") {
    const Card card{.x = 500, .y = 450, .width = 506, .height = 319, .tilt = 10};
    Paper alone;
    alone.lay(card);
    const auto free = alone.pix();
    CHECK(to_picture(with_level_cards(free, {card}))->rgba != to_picture(free)->rgba);
    Paper full;
    full.lay(card);
    full.lay({.x = 690, .y = 300, .width = 100, .height = 16}
    ); // its right upper corner comes there
    const auto page = full.pix();
    CHECK(to_picture(with_level_cards(page, {card}))->rgba == to_picture(page)->rgba);
}

TEST_CASE("a sheet with a card beside it is not cut out of the page") {
    const auto corners_with = [](bool card) {
        Paper paper;
        paper.lay_sheet({.x = 620, .y = 1240, .width = 900, .height = 640});
        if (card)
            paper.lay({.x = 620, .y = 450, .width = 506, .height = 319, .tilt = 3});
        return clean(paper.page()).corners;
    };
    CHECK(corners_with(false));
    CHECK_FALSE(corners_with(true));
}
