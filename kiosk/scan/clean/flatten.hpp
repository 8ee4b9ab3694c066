// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/clean/clean.hpp"

namespace guichet::scan {

/// Width by height of the sheet whose corners (TL TR BR BL) are seen so in a picture of `width` by
/// `height`; a paper or card size in common use when it is near one. Zhang and He, "Whiteboard
/// scanning and image enhancement" (2007), section 3.
double aspect_of(const std::array<Point, 4>& corners, int width, int height);

/// The sheet as if seen from straight above; null when the corners are no sheet.
PixPtr flattened(const PixPtr& colour, const std::array<Point, 4>& corners);

/// The page with its lines straight, when they are measurably curved and straighter afterwards;
/// null otherwise.
PixPtr uncurved(const PixPtr& colour, const PixPtr& grey);

} // namespace guichet::scan
