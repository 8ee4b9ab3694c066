// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/clean/clean.hpp"
#include "scan/clean/print.hpp"

namespace guichet::scan {

/// Width by height of the sheet whose corners (TL TR BR BL) are seen so in a picture of `width` by
/// `height`; a paper or card size in common use when it is near one. Zhang and He, "Whiteboard
/// scanning and image enhancement" (2007), section 3.
double aspect_of(const std::array<Point, 4>& corners, int width, int height);

/// The sheet as if seen from straight above; null when the corners are no sheet.
PixPtr flattened(const PixPtr& colour, const std::array<Point, 4>& corners);

/// Whether the lines of a page are measurably curved, as those of a bound one.
bool is_curved(const PrintLay& lay);

/// A curved page with its lines straight, when they are straighter afterwards; null otherwise.
PixPtr uncurved(const PixPtr& colour, const PixPtr& grey, const PrintLay& before);

} // namespace guichet::scan
