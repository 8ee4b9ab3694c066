// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/source.hpp"
#include "scan/text/ocr/ocr.hpp"

#include <vector>

namespace guichet::scan {

/// A page's own words as if they had been recognised without a doubt: those side by side at the
/// same height make a line, lines from the top.
std::vector<TextLine> lines_of(const std::vector<PrintedWord>& words);

} // namespace guichet::scan
