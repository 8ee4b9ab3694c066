// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"

#include <vector>

namespace guichet::scan {

/// Grey cuts side by side on white, `gap` pixels between them and `border` around all. Null when
/// there are none or one of them is null.
PixPtr side_by_side(const std::vector<PixPtr>& parts, int gap, int border);

} // namespace guichet::scan
