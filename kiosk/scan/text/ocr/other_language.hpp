// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/ocr/language.hpp"
#include "scan/text/ocr/ocr.hpp"

#include <chrono>
#include <vector>

namespace guichet::scan {

/// Whether a word read in the other language is to be kept instead of one read in `language`: the
/// clearer one, and of two that differ in accents only the French one, or, of one letter, that of
/// the page.
bool is_kept(const Word& other, const Word& word, Language language);

/// The lines of a page that was read in `language`, with those words read in the other one that are
/// clearer so: names, foreign words and signs are known to one better than to the other. Looks
/// again at what was not clear, only until `end`.
std::vector<TextLine> with_other_language(
    const PixPtr& grey,
    std::vector<TextLine> lines,
    Language language,
    std::chrono::steady_clock::time_point end
);

} // namespace guichet::scan
