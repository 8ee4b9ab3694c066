// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/spaced_letters.hpp"

#include "scan/text/boxes.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace guichet::scan {

namespace {

using WordIterator = std::vector<Word>::const_iterator;

constexpr std::ptrdiff_t least_parts = 6; ///< fewer are initials, or the heads of columns
constexpr std::size_t least_in_a_row = 5; ///< single letters, where not all are capitals
constexpr std::size_t longest_part = 3;   ///< letters a narrow pair leaves together: "AT"
constexpr double wide = 1.5;              ///< times the middle gap
constexpr double wider = 0.15;            ///< than the middle gap, of the height

bool is_single(const Word& word) {
    return letter_count(word.text) == 1;
}

/// One capital or few, or the sign between two names.
bool is_capital_part(const Word& word) {
    return word.text == "&" || (is_of_capitals(word.text) && begins_with_capital(word.text) &&
                                letter_count(word.text) <= longest_part);
}

/// One sign, or a few letters left together: of "M a î t r e s   Pl u m e,   n °   2 6".
bool is_part(const Word& word) {
    auto letters = std::string_view{word.text};
    if (letters.ends_with(',')) // between two names
        letters.remove_suffix(1);
    return is_single(word) ||
           (letter_count(letters) <= longest_part && std::ranges::all_of(letters, is_letter));
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
        if (gaps[i] > wide * *middle && gaps[i] - *middle > wider * letters[i].box.height)
            words.push_back(letters[i + 1]);
        else
            append(letters[i + 1], words.back());
    return words;
}

/// Single letters in a row, as no sentence has them.
bool has_letters_in_a_row(WordIterator first, WordIterator last) {
    std::size_t row = 0;
    return std::any_of(first, last, [&row](const Word& word) {
        row = is_single(word) && has_letter(word.text) ? row + 1 : 0;
        return row >= least_in_a_row;
    });
}

/// Behind the run of words from there that are parts.
template <typename Part>
WordIterator end_of_run(WordIterator first, WordIterator last, Part part) {
    auto end = first;
    while (end != last && part(*end) && (end == first || goes_on(*std::prev(end), *end)))
        ++end;
    return end;
}

bool are_apart(WordIterator first, WordIterator last) {
    const auto count = std::distance(first, last);
    return count >= least_parts && std::count_if(first, last, is_single) * 4 >= count * 3;
}

/// Behind the letters printed apart that begin there; there itself where none are.
WordIterator end_of_apart(WordIterator first, WordIterator last) {
    if (const auto end = end_of_run(first, last, is_part); begins_with_capital(first->text) &&
                                                           are_apart(first, end) &&
                                                           has_letters_in_a_row(first, end))
        return end;
    const auto end = end_of_run(first, last, is_capital_part);
    return are_apart(first, end) ? end : first;
}

} // namespace

void join_spaced_letters(std::vector<Word>& words) {
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        const auto first = words.cbegin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = end_of_apart(first, words.cend());
        if (last == first)
            continue;
        const auto whole = joined(std::vector<Word>(first, last));
        const auto at = words.erase(first, last);
        words.insert(at, whole.begin(), whole.end());
        begin += whole.size() - 1;
    }
}

} // namespace guichet::scan
