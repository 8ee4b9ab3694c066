// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guichet::logic {

/// ": did you mean 'x'?" for the candidate most like a mistyped word, or nothing when none is near.
std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates);

} // namespace guichet::logic
