// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/ocr/ocr.hpp"

namespace guichet::scan {

/// The lines of a form with those in coloured boxes read once more, black on white, where that says
/// more. `grey`: the page in the light it came.
std::vector<TextLine>
with_print_on_tint(const PixPtr& grey, std::vector<TextLine> lines, const TextSheet& sheet);

/// The same for what is on cards, each by itself: in the middle of a dark page its print may be
/// lost. `cards`: their boxes in `grey`.
std::vector<TextLine> with_print_on_cards(
    const PixPtr& grey,
    const std::vector<Box>& cards,
    std::vector<TextLine> lines,
    const TextSheet& sheet
);

} // namespace guichet::scan
