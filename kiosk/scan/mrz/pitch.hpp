// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/clean/lines.hpp"
#include "scan/mrz/look.hpp"

namespace guichet::scan {

/// The usual distance between neighbouring blobs, when it can be a pitch.
double guess_pitch(const PrintLine& line);

/// Where the blobs say the line lies.
Frame frame_of(const PrintLine& line);

} // namespace guichet::scan
