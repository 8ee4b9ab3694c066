// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/spaced_letters.hpp"

#include "scan/text/boxes.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace guichet::scan {

namespace {

constexpr std::size_t least_parts = 6;  ///< fewer are initials, or the heads of columns
constexpr std::size_t longest_part = 3; ///< letters a narrow pair leaves together: "AT"
constexpr double wide = 1.5;            ///< times the middle gap

/// One capital or few, or the sign between two names.
bool is_part(const Word& word) {
    return word.text == "&" ||
           ((word.text.size() == 1 || is_in_capitals(word.text)) &&
            begins_with_capital(word.text) && letter_count(word.text) <= longest_part);
}

bool goes_on(const Word& word, const Word& next) {
    return gap_between(word.box, next.box) < 2 * word.box.height;
}

std::vector<Word> joined(const std::vector<Word>& letters) {
    std::vector<int> gaps;
    for (auto next = std::next(letters.begin()); next != letters.end(); ++next)
        gaps.push_back(gap_between(std::prev(next)->box, next->box));
    auto sorted = gaps;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::ranges::nth_element(sorted, middle);
    std::vector<Word> words{letters.front()};
    for (std::size_t i = 0; i < gaps.size(); ++i)
        if (gaps[i] > wide * *middle)
            words.push_back(letters[i + 1]);
        else
            append(letters[i + 1], words.back());
    return words;
}

} // namespace

void join_spaced_letters(std::vector<Word>& words) {
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        auto end = begin;
        while (end < words.size() && is_part(words[end]) &&
               (end == begin || goes_on(words[end - 1], words[end])))
            ++end;
        const auto first = words.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = words.begin() + static_cast<std::ptrdiff_t>(end);
        const auto single = std::count_if(first, last, [](const Word& word) {
            return letter_count(word.text) < 2;
        });
        if (end - begin < least_parts || static_cast<std::size_t>(single) * 4 < (end - begin) * 3)
            continue;
        const auto whole = joined({first, last});
        const auto at = words.erase(first, last);
        words.insert(at, whole.begin(), whole.end());
        begin += whole.size() - 1;
    }
}

} // namespace guichet::scan
