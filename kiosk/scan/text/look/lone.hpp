// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/kind.hpp"
#include "scan/pix.hpp"
#include "scan/text/ocr/ocr.hpp"

#include <chrono>
#include <vector>

namespace guichet::scan {

/// The lines of a form and the figures that stand alone on a level with the words of a field, far
/// behind them: "Nombre de parts      2". Tesseract finds no line in one figure, but reads it right
/// where it stands close to its words. Boxes are in pixels of `grey`, most capitals `usual` pixels
/// high. Only until `end`.
std::vector<TextLine> with_lone_figures(
    const PixPtr& grey,
    std::vector<TextLine> lines,
    double usual,
    const Kind& kind,
    std::chrono::steady_clock::time_point end
);

} // namespace guichet::scan
