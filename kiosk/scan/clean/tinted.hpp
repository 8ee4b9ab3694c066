// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"

#include <vector>

namespace guichet::scan {

/// A box of one dark or middling tone with print on it ("Net à payer" in white on blue).
struct TintedBox {
    Box place;   ///< in the page
    PixPtr grey; ///< of the same size, its print black on white
};

/// The largest of a page's grey, at most eight.
std::vector<TintedBox> tinted_boxes(const PixPtr& grey);

} // namespace guichet::scan
