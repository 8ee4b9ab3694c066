// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "scan/mrz/solve.hpp"
#include "scan/mrz/strip.hpp"
#include "scan/pix.hpp"

#include <optional>
#include <span>
#include <vector>

namespace guichet::scan {

/// A machine-readable zone in a picture.
struct MrzFound {
    Solved solved;
    std::vector<ReadLine> lines; ///< in pixels of the picture searched, times `scale`
    double scale{1};
    int quarters{}; ///< how often the picture must be turned clockwise for the zone to be upright

    /// Around the characters of a span, in the turned picture searched.
    Box box(const Span& span) const;
};

/// Looks for a zone in dark on light print, in any of the four orientations. Nothing is better
/// than a wrong one: a zone whose letters are unclear and whose check digits disagree is not one.
/// `told`: where other words are known to stand.
std::optional<MrzFound>
find_mrz(const PixPtr& grey, const GlyphModel& model, std::span<const Box> told = {});

} // namespace guichet::scan
