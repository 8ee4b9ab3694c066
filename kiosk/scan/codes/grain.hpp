// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "scan/codes/raster.hpp"

#include <utility>
#include <vector>

namespace guichet::scan {

/// Where on a page black and white alternate as densely as in a code. All boxes are in the page's
/// pixels.
class Grain {
public:
    Grain(const Raster& page, double per_mm);

    /// Whether there is any of it in the box.
    bool within(const Box& box) const;

    /// The places some millimetres large that may be codes: the densest first, at most eight.
    std::vector<Box> places() const;

private:
    using Group = std::pair<double, Box>; ///< how full it is, and where

    std::size_t index(int column, int row) const;
    bool is_dense(const Raster& page, int left, int top) const;
    Group take_group(int column, int row, std::vector<bool>& dense) const;

    double m_per_mm;
    int m_cell;
    int m_columns;
    int m_rows;
    std::vector<bool> m_dense{};
};

} // namespace guichet::scan
