// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/kind.hpp"
#include "scan/text/match.hpp"

#include <vector>

namespace guichet::scan {

/// Where the words of `told.sentence` stand, over the end of a line too.
std::vector<Box> told_at(const PageText& page, const Told& told);

/// What running text tells: behind each of those places of `told.sentence`, or where there are none
/// behind `told.after`, up to one of `told.until` or the end of the sentence; then what of that
/// format stands before `told.before`: the name or the amount right before it, else all of the
/// sentence.
std::vector<Words> told_on(
    const PageText& page,
    const Told& told,
    const std::vector<Box>& sentences,
    const std::string& format
);

} // namespace guichet::scan
