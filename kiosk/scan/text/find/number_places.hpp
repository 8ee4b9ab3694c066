// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/places.hpp"

#include <string_view>
#include <vector>

namespace guichet::scan {

/// A number on the label's own line is its own, however far: that place goes first, unless it
/// begins with words of its own ("du 28/04/2025") or, far behind, another number stands right under
/// the label (a side bar). An amount stands right in a table however far.
void order_for_number(std::vector<Place>& places, const Box& label, std::string_view format);

} // namespace guichet::scan
