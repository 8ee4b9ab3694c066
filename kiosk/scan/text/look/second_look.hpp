// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/proposal.hpp"
#include "scan/pix.hpp"
#include "scan/text/match.hpp"

#include <chrono>
#include <vector>

namespace guichet::scan {

/// The confidence of a value that two readings of its print differ about, at most: less than sure.
inline constexpr double most_if_unlike = 0.75;

/// Reads the figures of each value once more, alone on its line, which else would be sure without
/// any check; where they then are others ("587" read "987") the value is sure no longer. `page` is
/// what was read of `grey`, in its pixels. Only until `end`.
void doubt_unlike(
    const PixPtr& grey,
    const PageText& page,
    std::vector<procedure::Proposal>& fields,
    std::chrono::steady_clock::time_point end
);

} // namespace guichet::scan
