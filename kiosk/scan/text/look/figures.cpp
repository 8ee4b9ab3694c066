// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/look/figures.hpp"

#include "scan/clean/clean.hpp"
#include "scan/text/boxes.hpp"

#include <algorithm>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

// Lengths in capitals.
constexpr double least_figure = 0.6; ///< height
constexpr double most_figure = 1.5;
constexpr double widest_figure = 1.2;
constexpr double thinnest_figure = 0.15;  ///< a side of a box; no figure is as thin
constexpr double widest_figure_gap = 0.8; ///< between two figures of one number

constexpr std::size_t most_figures = 3;

} // namespace

PixPtr evened(const PixPtr& grey, const Box& place) {
    const auto cut = cut_out(grey, place);
    return cut ? even_light(cut) : nullptr;
}

std::vector<Box> figures_on(const PixPtr& level, double capital) {
    constexpr int dark = 150;
    const PixPtr ink(level ? pixThresholdToBinary(level.get(), dark) : nullptr);
    std::vector<Box> figures;
    for (const auto& box : parts_of(ink)) {
        if (box.height < least_figure * capital || box.width < thinnest_figure * capital)
            continue;
        if (box.height > most_figure * capital || box.width > widest_figure * capital)
            return {};
        figures.push_back(box);
    }
    std::ranges::sort(figures, {}, &Box::x);
    const auto apart = std::ranges::adjacent_find(figures, [&](const Box& one, const Box& next) {
        return gap_between(one, next) > widest_figure_gap * capital;
    });
    const bool one_number = apart == figures.end() && figures.size() <= most_figures;
    return one_number ? figures : std::vector<Box>{};
}

} // namespace guichet::scan
