// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"
#include "scan/text/ocr/ocr.hpp"

#include <vector>

namespace guichet::scan {

/// The lines of a form with what stands in rows of small boxes, one letter in each, read as one
/// word each: Tesseract takes the strokes between them for letters. In pixels of `grey`, which is
/// evenly lit. Only until `end`.
std::vector<TextLine>
with_print_in_combs(const PixPtr& grey, std::vector<TextLine> lines, const TextSheet& sheet);

} // namespace guichet::scan
