// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/proposal.hpp"
#include "scan/pix.hpp"
#include "scan/text/look/looked.hpp"

#include <chrono>
#include <vector>

namespace guichet::scan {

/// The lines of a form, and the figures before an amount that was read from its hundreds on: of
/// "2 243,34" in print whose figures stand wide apart Tesseract finds no line in the "2". Where
/// they cannot be read the amount is doubtful. `fields` tells where amounts are. Boxes are in
/// pixels of `grey`. Only until `end`.
Looked with_lost_thousands(
    const PixPtr& grey,
    std::vector<TextLine> lines,
    const std::vector<procedure::Proposal>& fields,
    std::chrono::steady_clock::time_point end
);

} // namespace guichet::scan
