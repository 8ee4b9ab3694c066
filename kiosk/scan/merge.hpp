// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "scan/reader.hpp"

#include <vector>

namespace guichet::scan {

/// Puts what one reader found on page `index` beside what is known. Two readers that agree on a
/// value prove it; where they differ the surer one stays and Proposal::differs says the other.
void merge(Examination& examination, Findings findings, int index, const std::vector<Kind>& kinds);

/// What is wrong with the document as a whole: another kind than `expected`, out of date at
/// `today`, a side missing, a code that says something else than the print.
void judge(
    Examination& examination,
    const std::vector<Kind>& kinds,
    const std::string& expected,
    Date today
);

} // namespace guichet::scan
