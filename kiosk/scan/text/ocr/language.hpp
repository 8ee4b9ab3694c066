// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace guichet::scan {

/// The languages printed pages are read in; the Tesseract data of each is installed.
enum class Language { French, English };

/// How many of the folded words are small words of French, and of English.
struct SmallWords {
    int french{};
    int english{};
};
SmallWords count_small_words(std::string_view text);

} // namespace guichet::scan
