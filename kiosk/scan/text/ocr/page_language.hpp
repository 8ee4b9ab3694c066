// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/clean/lines.hpp"
#include "scan/text/ocr/language.hpp"

#include <vector>

namespace guichet::scan {

/// What running text is read in: French unless a few of its lines are clearly English, or read
/// clearly better so.
Language language_of(const PixPtr& page, std::vector<PrintLine> lines);

} // namespace guichet::scan
