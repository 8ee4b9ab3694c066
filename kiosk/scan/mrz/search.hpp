// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/mrz/find.hpp"

#include <optional>
#include <vector>

namespace guichet::scan {

/// The best zone that some of these lines, from top to bottom, make in any format we know; nullopt
/// when none is credible.
std::optional<MrzFound> read_zone(const Look& look, const std::vector<PrintLine>& lines);

/// Whether `a` is the better reading of the same picture.
bool is_better(const std::optional<MrzFound>& a, const std::optional<MrzFound>& b);

} // namespace guichet::scan
