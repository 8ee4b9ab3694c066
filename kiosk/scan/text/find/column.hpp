// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/kind.hpp"
#include "scan/text/format/format.hpp"
#include "scan/text/match.hpp"

#include <optional>
#include <string>
#include <vector>

namespace guichet::scan {

/// The amount of one of the column's rows that stands under its head. Where the row has an amount
/// for each head, its own and those of `others` that are printed level with it, they are counted.
/// nullopt when there is none.
std::optional<Extract>
cell_of(const PageText& page, const Column& column, const std::vector<std::string>& others);

} // namespace guichet::scan
