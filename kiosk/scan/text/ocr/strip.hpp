// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"
#include "scan/text/ocr/ocr.hpp"

namespace guichet::scan {

/// How a strip is made ready: its ground made even, or its print alone made black on white.
enum class StripLight { Even, Contrast };

/// A place of the page made ready to be read, and how much larger it is.
struct Strip {
    PixPtr grey; ///< null where there is nothing to read
    Box place;   ///< of the page
    double scale{1};
};

/// `place` is cut to the page. Print whose capitals are `capital` pixels high is enlarged to what
/// reads best; the sides of boxes and the rules of tables are taken away.
Strip cut_strip(const PixPtr& page, Box place, double capital, StripLight light);

/// Boxes of what was read on a strip, as boxes of the page.
void place_in_page(TextLine& line, const Strip& strip);

} // namespace guichet::scan
