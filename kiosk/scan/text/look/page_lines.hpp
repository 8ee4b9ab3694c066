// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/clean/clean.hpp"
#include "scan/reader.hpp"
#include "scan/text/ocr/ocr.hpp"

namespace guichet::scan {

/// How a page is to be read: as running text or as a form.
TextSheet sheet_of(const CleanPage& page, const Task& task, bool prose);

/// A picture of a card from afar, or a page at 100 dots an inch: letters of ten pixels are read
/// well when they are twice as large.
bool is_small(const PixPtr& grey);

/// As recognise(), of a page in any light, the small ones enlarged. Boxes are in `grey`.
Result<std::vector<TextLine>> read_lines(PixPtr grey, TextSheet sheet);

} // namespace guichet::scan
