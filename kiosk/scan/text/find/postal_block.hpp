// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/postal_line.hpp"

#include <vector>

namespace guichet::scan::postal {

/// An address, from the name down to the town.
using Block = std::vector<const Line*>;

/// Every one among these lines, which must outlive them.
std::vector<Block> blocks_of(const std::vector<Line>& lines);

} // namespace guichet::scan::postal
