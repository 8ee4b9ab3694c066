// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/ocr/ocr.hpp"

#include <vector>

namespace guichet::scan {

/// Joins the amounts of typewriter print that were read in two words, "1141," and "68": its comma
/// is as wide as a letter and looks like an end. `words` are those of one line, from left to right.
void join_cents(std::vector<Word>& words);

} // namespace guichet::scan
