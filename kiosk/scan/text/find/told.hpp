// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/kind.hpp"
#include "scan/text/match.hpp"

#include <vector>

namespace guichet::scan {

/// Where the words of `told.sentence` stand, over the end of a line too.
std::vector<Box> told_at(const PageText& page, const Told& told);

/// What running text tells: for each place the words of `told.after` stand, those behind them up to
/// one of `told.until` or the end of the sentence; then the names, or all of the sentence, before
/// those of `told.before`.
std::vector<Words> told_on(const PageText& page, const Told& told, bool is_name);

} // namespace guichet::scan
