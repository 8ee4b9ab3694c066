// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace samples {

/// How many of the words of `truth` are in `read`, wherever they stand: 0 to 1. Quotes, dashes and
/// the signs around a word do not count.
double recall(const std::string& truth, const std::string& read);

} // namespace samples
