// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"

#include <vector>

namespace guichet::scan {

/// A run of print-like blobs on one straight line. Lengths are pixels of the picture searched.
struct PrintLine {
    double x0{}; ///< middle of the first blob
    double y0{};
    double x1{}; ///< middle of the last blob
    double y1{};
    double height{}; ///< of capitals
    int blobs{};
    std::vector<double> centres{}; ///< along x, of the blobs no wider than a letter

    double slope() const { return x1 > x0 ? (y1 - y0) / (x1 - x0) : 0; }
    double y_at(double x) const { return y0 + slope() * (x - x0); }
    double length() const { return x1 - x0; }
};

/// Lines of at least `least` blobs in a grey picture with dark print, within about 15 degrees of
/// level.
std::vector<PrintLine> find_print_lines(const PixPtr& grey, int least);

/// The same of a whole page, which is looked at no larger than that takes. In pixels of the page.
std::vector<PrintLine> find_page_lines(const PixPtr& page, int least);

/// The lines in a picture that is so many times as large.
std::vector<PrintLine> stretched(std::vector<PrintLine> lines, double scale);

/// In all of the lines.
int count_blobs(const std::vector<PrintLine>& lines);

} // namespace guichet::scan
