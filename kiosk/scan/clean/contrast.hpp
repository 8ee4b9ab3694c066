// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"

namespace guichet::scan {

/// Print on any ground as black on white: what is darker than all around it within `stroke` pixels,
/// made as dark as it can be. Null when there is none.
PixPtr raised_contrast(const PixPtr& grey, int stroke);

} // namespace guichet::scan
