// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// Small letters without accents, œ and æ written out; digits stay; everything else is dropped.
std::string fold(std::string_view utf8);

/// The folded words of a phrase; apostrophes and hyphens part words.
std::vector<std::string> folded_words(std::string_view utf8);

/// How many characters, not bytes.
std::size_t letter_count(std::string_view utf8);

/// Whether two folded words are the same but for what OCR may have changed: one letter in a word of
/// five or more, two in one of ten or more.
bool alike(std::string_view a, std::string_view b);

/// Whether folded print of that look may have been read so: one sign for each, "1" for "j".
bool looks_like(std::string_view read, std::string_view printed);

} // namespace guichet::scan
