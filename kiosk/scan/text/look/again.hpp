// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"
#include "scan/text/ocr/ocr.hpp"

#include <chrono>
#include <vector>

namespace guichet::scan {

/// Reads runs of words that were not clear a second time, each by itself: larger, without the
/// pattern it is printed on and the boxes around its letters. What is clearer then stands in place
/// of what was read first. Boxes are in pixels of `grey`, most capitals `usual` pixels high.
std::vector<TextLine> read_again(
    const PixPtr& grey,
    std::vector<TextLine> lines,
    double usual,
    std::chrono::steady_clock::time_point end
);

} // namespace guichet::scan
