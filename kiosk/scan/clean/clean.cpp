// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/clean.hpp"

#include "scan/clean/cards.hpp"
#include "scan/clean/flatten.hpp"
#include "scan/clean/outline.hpp"
#include "scan/clean/sides.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double least_skew = 0.5;   ///< degrees; below it print is level enough
constexpr double large_capital = 32; ///< pixels
constexpr double good_capital = 24;

void replace(CleanPage& page, PixPtr colour) {
    page.colour = std::move(colour);
    page.grey = to_grey(page.colour);
}

void level(CleanPage& page, PrintLay& lay) {
    const double angle = std::atan(lay.slope);
    if (!lay.is_clear || std::abs(angle) < least_skew * degree)
        return;
    PixPtr rotated(pixRotate(
        page.colour.get(), static_cast<l_float32>(-angle), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0
    ));
    if (!rotated)
        return;
    replace(page, std::move(rotated));
    lay.slope = 0;
}

/// The lines of a bound page. That takes seven times the memory of its picture: large print is made
/// smaller first, to what is read best.
PrintLay make_straight(CleanPage& page, PrintLay lay) {
    if (lay.height > large_capital) {
        const double scale = good_capital / lay.height;
        replace(page, reduced(page.colour, scale));
        page.dpi *= scale;
        lay = lay_of_print(page.grey);
    }
    auto straight = uncurved(page.colour, page.grey, lay);
    if (!straight)
        return lay;
    replace(page, std::move(straight));
    return lay_of_print(page.grey);
}

/// Turned upright, its lines made straight and level, where that is clear.
void straighten(CleanPage& page) {
    auto lay = lay_of_print(page.grey);
    if (lay.quarters != 0) {
        turn(page, lay.quarters);
        lay = lay_of_print(page.grey);
    }
    if (is_curved(lay))
        lay = make_straight(page, lay);
    level(page, lay);
    page.lay = lay;
}

/// Whether a card lies beside the figure that may be the sheet: then it is another paper on it.
bool has_card_beside(const PixPtr& colour, const std::array<Point, 4>& corners) {
    Quad sheet{};
    std::ranges::transform(corners, sheet.begin(), [](const Point& corner) {
        return Spot{.x = static_cast<double>(corner.x), .y = static_cast<double>(corner.y)};
    });
    return std::ranges::any_of(find_cards(colour), [&](const Card& card) {
        const auto place = place_of(card);
        return !holds(sheet, {.x = place.x + place.width / 2.0, .y = place.y + place.height / 2.0});
    });
}

void level_cards(CleanPage& page) {
    const auto cards = find_cards(page.colour);
    if (cards.empty())
        return;
    if (auto level = with_level_cards(page.colour, cards))
        replace(page, std::move(level));
    for (const auto& card : cards)
        page.cards.push_back(within(place_of(card), width_of(page.grey), height_of(page.grey)));
}

/// Two-colour scans and pages drawn by a program have no shadows to take away; a look at every 16th
/// pixel tells.
bool is_evenly_lit(const PixPtr& grey) {
    Numa* levels = pixGetGrayHistogram(grey.get(), 4);
    l_float32 whole = 0;
    l_float32 between = 0;
    l_float32 white = 0;
    numaGetSum(levels, &whole);
    numaGetSumOnInterval(levels, 40, 215, &between);
    numaGetSumOnInterval(levels, 250, 255, &white);
    numaDestroy(&levels);
    return between < 0.01F * whole || (between < 0.08F * whole && white > 0.75F * whole);
}

} // namespace

PixPtr even_light(const PixPtr& grey) {
    if (!grey || width_of(grey) < 40 || height_of(grey) < 40 || is_evenly_lit(grey))
        return share(grey);
    PixPtr even(pixBackgroundNormSimple(grey.get(), nullptr, nullptr));
    return even ? std::move(even) : share(grey);
}

CleanPage as_it_is(const Page& page) {
    CleanPage same{
        .colour = to_pix(page.picture), .grey = nullptr, .dpi = page.dpi, .words = page.words};
    same.grey = to_grey(same.colour);
    return same;
}

CleanPage clean(const Page& page, const std::optional<std::array<Point, 4>>& given) {
    CleanPage result = as_it_is(page);
    if (!result.grey || !result.words.empty()) // a page drawn with its words is straight
        return result;
    const auto corners = given ? given : find_corners(result.colour);
    if (corners && (given || !has_card_beside(result.colour, *corners))) {
        if (auto flat = flattened(result.colour, *corners)) {
            replace(result, std::move(flat));
            result.corners = corners;
        }
    }
    straighten(result);
    level_cards(result);
    return result;
}

PrintLay lay_of_print(const CleanPage& page) {
    return page.lay ? *page.lay : lay_of_print(page.grey);
}

void turn(CleanPage& page, int quarters) {
    if (quarters % 4 == 0)
        return;
    page.colour = turned(page.colour, quarters);
    page.grey = turned(page.grey, quarters);
    page.words.clear(); // they lay as the page lay
    page.cards.clear();
    page.lay.reset();
}

} // namespace guichet::scan
