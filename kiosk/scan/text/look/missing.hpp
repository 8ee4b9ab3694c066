// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/reader.hpp"
#include "scan/text/look/looked.hpp"

#include <vector>

namespace guichet::scan {

/// A field that was not found, or not clearly, though the value it stands under was: print on a
/// patterned ground is often not seen as print. Looks there line by line, and believes what two
/// looks see alike. Most capitals are `usual` pixels high.
Looked look_for_missing(
    const PixPtr& grey,
    std::vector<TextLine> lines,
    double usual,
    const Kind& kind,
    const Task& task
);

} // namespace guichet::scan
