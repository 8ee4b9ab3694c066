// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/strip.hpp"

#include "scan/clean/clean.hpp"
#include "scan/clean/contrast.hpp"

#include <algorithm>
#include <cmath>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double wanted_capital = 32;
constexpr double most_enlarged_line = 4;
constexpr double rule_height = 1.6; ///< capitals: a stroke so long is a box's side
constexpr double rule_length = 6;   ///< capitals

/// White where the sides of boxes and the rules of tables were.
void remove_rules(const PixPtr& strip, double capital) {
    constexpr int dark = 160;
    const PixPtr ink(pixThresholdToBinary(strip.get(), dark));
    const int high = static_cast<int>(rule_height * capital);
    const int wide = static_cast<int>(rule_length * capital);
    const PixPtr upright(pixOpenBrick(nullptr, ink.get(), 1, high));
    const PixPtr level(pixOpenBrick(nullptr, ink.get(), wide, 1));
    if (!upright || !level)
        return;
    const PixPtr rules(pixOr(nullptr, upright.get(), level.get()));
    const int edge = 2 * static_cast<int>(capital / 12) + 1; // grey on both sides of a rule
    const PixPtr wider(pixDilateBrick(nullptr, rules.get(), edge, edge));
    pixSetMasked(strip.get(), wider.get(), 255);
}

} // namespace

Strip cut_strip(const PixPtr& page, Box place, double capital, StripLight light) {
    Strip strip{.grey = nullptr, .place = within(place, width_of(page), height_of(page))};
    strip.scale = std::clamp(wanted_capital / capital, 1.0, most_enlarged_line);
    if (strip.place.width <= 0 || strip.place.height <= 0)
        return strip;
    const PixPtr cut = cut_out(page, strip.place);
    const auto factor = static_cast<l_float32>(strip.scale);
    const PixPtr large(cut ? pixScaleGrayLI(cut.get(), factor, factor) : nullptr);
    if (!large)
        return strip;
    const int stroke = static_cast<int>(capital * strip.scale) | 1; // no letter is wider inside
    strip.grey = light == StripLight::Even ? even_light(large) : raised_contrast(large, stroke);
    if (strip.grey)
        remove_rules(strip.grey, capital * strip.scale);
    return strip;
}

void place_in_page(TextLine& line, const Strip& strip) {
    const auto moved = [&strip](const Box& box) {
        const auto real = [&strip](int length) {
            return static_cast<int>(std::lround(length / strip.scale));
        };
        return Box{
            .x = strip.place.x + real(box.x),
            .y = strip.place.y + real(box.y),
            .width = real(box.width),
            .height = real(box.height)};
    };
    line.box = moved(line.box);
    for (auto& word : line.words)
        word.box = moved(word.box);
}

} // namespace guichet::scan
