// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "scan/pix.hpp"

#include <vector>

namespace guichet::scan {

/// A row of small boxes that hold one letter each, as forms have them for dates and account
/// numbers; a single one where it is closed.
struct Comb {
    Box place;
    std::vector<Box> cells; ///< what is between its strokes, from left to right
};

/// Those of an evenly lit page with dark print, whose capitals are `capital` pixels high.
std::vector<Comb> find_combs(const PixPtr& grey, double capital);

} // namespace guichet::scan
