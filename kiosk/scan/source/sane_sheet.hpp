// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/source.hpp"
#include "scan/source/sane_calls.hpp"

namespace guichet::scan {

/// One sheet: one frame in grey or colour, or three frames one after the other; 1, 8 or 16 bits a
/// sample; any number of lines (hand scanners do not know theirs). Very large sheets are made
/// smaller as their lines come in.
Result<Page> scan_sheet(SaneCalls& calls, double dpi, const Limits& limits);

} // namespace guichet::scan
