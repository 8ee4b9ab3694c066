// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "scan/pix.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace guichet::scan {

/// A code as it was found on a picture.
struct CodeFound {
    std::string kind; ///< "2d-doc", "datamatrix", "qr", "aztec", "pdf417", "ean-13"…
    std::string text; ///< its bytes; those of a 2D-Doc with its control characters
    Box box;          ///< in the picture's pixels
};

/// Every code on a page, in any orientation. `dpi` may be nought: then sizes are taken from the
/// picture's. Stops with what there is at `end`.
std::vector<CodeFound>
find_codes(const PixPtr& grey, double dpi, std::chrono::steady_clock::time_point end);

} // namespace guichet::scan
