// SPDX-License-Identifier: GPL-3.0-or-later
// Where a phrase goes on in the next line.
#include "scan/text/fold.hpp"
#include "scan/text/letters.hpp"
#include "scan/text/match.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace guichet::scan {

namespace {

constexpr std::size_t least_plain_phrase = 4; ///< words that stand in two lines by no chance

/// Of all of them, one after the other.
std::vector<std::string> folded_words_of(const Words& words) {
    std::vector<std::string> parts;
    for (const auto* word : words)
        for (auto& part : folded_words(word->text))
            parts.push_back(std::move(part));
    return parts;
}

/// Whether a run goes on another one right above it: less than half a line away, or each in the
/// middle of one column.
bool is_close_under(const PageText::Run& run, const PageText::Run& above) {
    const auto centre = [](const Box& box) { return 2 * box.x + box.width; };
    const int height = above.box.height;
    return 2 * (run.box.y - above.box.y - height) < height ||
           std::abs(centre(run.box) - centre(above.box)) < height / 2;
}

/// The box of the words a run begins with, when they are those; nullopt when it begins otherwise.
std::optional<Box> box_of_begin(const PageText::Run& run, const std::vector<std::string>& wanted) {
    std::size_t count = 0;
    Box box = run.words.front()->box;
    for (const auto* word : run.words) {
        for (const auto& part : folded_words(word->text)) {
            if (count < wanted.size() && part != wanted[count])
                return std::nullopt;
            ++count;
        }
        box = around(box, word->box);
        if (count >= wanted.size())
            return box;
    }
    return std::nullopt;
}

} // namespace

std::vector<Box> PageText::find_broken(std::string_view phrase) const {
    const auto wanted = folded_words(phrase);
    std::vector<Box> found;
    for (const auto& run : m_runs) {
        const auto first = folded_words_of(run.words);
        for (std::size_t here = 1; here < wanted.size() && here <= first.size(); ++here) {
            const auto turn = wanted.begin() + static_cast<std::ptrdiff_t>(here);
            if (!std::equal(wanted.begin(), turn, first.end() - static_cast<std::ptrdiff_t>(here)))
                continue;
            const auto* next = neighbour(run, true);
            if (auto end =
                    next != nullptr ? box_of_begin(*next, {turn, wanted.end()}) : std::nullopt)
                found.push_back(*end);
        }
    }
    return found;
}

/// "Nom   : DURAND": it is a label by itself.
bool PageText::has_value(const Run& run) const {
    const auto words = behind(run.box);
    return !words.empty() && words.front()->text.starts_with(':');
}

/// "Nom" over "Prénoms" with a value each, one below the other: labels by themselves.
bool PageText::are_rows(const Run& run, const Run& next) const {
    const auto upper = behind(run.box);
    const auto lower = behind(next.box);
    const auto& label = next.words.front()->text;
    return !upper.empty() && !lower.empty() && begins_with_capital(label) &&
           !is_in_capitals(label) &&
           std::abs(upper.front()->box.x - lower.front()->box.x) * 2 < run.box.height;
}

/// "Net" over "imposable": the first line holds nothing else.
void PageText::add_wrapped(const std::vector<std::string>& wanted, std::vector<Box>& found) const {
    for (const auto& run : m_cells) {
        const auto first = folded_words_of(run.words);
        if (first.empty() || first.size() >= wanted.size() ||
            !std::equal(first.begin(), first.end(), wanted.begin(), alike) || has_value(run))
            continue;
        const auto* next = run_below(run, run.box.height);
        if (next == nullptr || are_rows(run, *next) ||
            (wanted.size() < least_plain_phrase && !is_close_under(*next, run)))
            continue;
        const auto second = folded_words_of(next->words);
        const std::vector<std::string> rest(
            wanted.begin() + static_cast<std::ptrdiff_t>(first.size()), wanted.end()
        );
        if (second.size() < rest.size() ||
            !std::equal(rest.begin(), rest.end(), second.begin(), alike))
            continue;
        const auto end = std::min(rest.size(), next->words.size()); // words of one part mostly
        const auto line = around(next->words.front()->box, next->words[end - 1]->box);
        const int left = std::min(run.box.x, line.x);
        const bool whole = end == next->words.size(); // no value follows in that line
        const int right =
            whole ? std::max(right_edge(run.box), right_edge(line)) : right_edge(line);
        found.push_back({.x = left, .y = line.y, .width = right - left, .height = line.height});
    }
}

/// The cell that stands right under it, less than `room` away; null when there is none.
const PageText::Run* PageText::run_below(const Run& run, int room) const {
    for (const auto& other : m_cells) {
        const int gap = other.box.y - (run.box.y + run.box.height);
        if (gap > -run.box.height / 2 && gap < room && !same_level(other.box, run.box) &&
            share_place(other.box, run.box))
            return &other;
    }
    return nullptr;
}

} // namespace guichet::scan
