// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/proposal.hpp"
#include "scan/clean/clean.hpp"

#include <vector>

namespace guichet::scan {

/// What is wrong with a picture from which too little was read; the most useful to say first.
/// Measured: paper darker than a third of white, or print hardly darker than it (TooDark); capitals
/// under 9 pixels (TooSmall); edges of print wider than a third of a capital (TooBlurred); a white
/// stain without print on paper that is not white (Glossy); a sheet that runs out of the picture on
/// one side and not on another (Cut). Good pictures can look so too: to be asked only when reading
/// went badly.
std::vector<procedure::PictureFault> picture_faults(const Page& page, const CleanPage& cleaned);

/// One tone from end to end, as the empty pages of a PDF are: no reader needs to look.
bool is_blank(const PixPtr& grey);

} // namespace guichet::scan
