// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/clean/lines.hpp"
#include "scan/text/ocr/language.hpp"
#include "scan/text/ocr/ocr.hpp"

#include <chrono>
#include <vector>

namespace guichet::scan {

/// Letters of a line of print that is looked for: "365" in a column of figures.
inline constexpr int least_line = 3;

/// The lines of a page, and its print that was not read or not clearly, each line of it read by
/// itself: Tesseract cuts lines at columns that are none, reads columns of figures from top to
/// bottom, takes print on a coloured ground for a picture and passes over pale letters. Only what
/// reads clearer is taken, and only until `end`. All is in pixels of `grey`.
std::vector<TextLine> with_left_over(
    const PixPtr& grey,
    std::vector<TextLine> lines,
    const std::vector<PrintLine>& print,
    Language language,
    std::chrono::steady_clock::time_point end
);

} // namespace guichet::scan
