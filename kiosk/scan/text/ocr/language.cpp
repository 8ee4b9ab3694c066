// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/language.hpp"

#include "scan/text/fold.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace guichet::scan {

namespace {

// The most frequent words of each language that are not words of the other; "l", "d" and "qu" stand
// before an apostrophe.
constexpr std::array<std::string_view, 33> french_words{
    "le",   "les",  "l",   "d",    "qu",   "des",  "un",   "une", "et",   "est",   "au",
    "du",   "pour", "que", "qui",  "dans", "par",  "sur",  "ne",  "vous", "votre", "il",
    "elle", "ce",   "se",  "nous", "aux",  "sont", "avec", "ou",  "ont",  "sans",  "leur"};
constexpr std::array<std::string_view, 30> english_words{
    "the", "of",   "and", "to", "in",   "is",   "that",  "for",   "with", "be",
    "was", "are",  "by",  "it", "this", "from", "at",    "which", "have", "not",
    "you", "your", "his", "he", "were", "had",  "their", "will",  "has",  "an"};

bool is_among(std::span<const std::string_view> list, const std::string& word) {
    return std::ranges::find(list, word) != list.end();
}

} // namespace

SmallWords count_small_words(std::string_view text) {
    SmallWords count;
    for (const auto& word : folded_words(text)) {
        count.french += is_among(french_words, word) ? 1 : 0;
        count.english += is_among(english_words, word) ? 1 : 0;
    }
    return count;
}

} // namespace guichet::scan
