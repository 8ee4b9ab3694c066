// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/addressee.hpp"

#include "scan/text/build.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace guichet::scan {

namespace {

constexpr int most_rows = 7;    ///< of an address: six below the name
constexpr int most_leading = 3; ///< heights of print, from one row to the next

using Line = PageText::Run;

/// "Mme Anne DURAND", "M ET MME DURAND": a title and words without figures.
bool is_person(const Line& run) {
    constexpr std::size_t most_words = 8;
    return run.words.size() >= 2 && run.words.size() <= most_words &&
           is_courtesy_title(run.words.front()->folded) &&
           std::ranges::none_of(run.words, [](const Word* word) {
               return std::ranges::any_of(word->text, is_digit) || word->text.ends_with(':');
           });
}

/// "38000 GRENOBLE".
bool is_town(const Line& run) {
    return run.words.size() >= 2 && run.words[0]->text.size() == 5 &&
           std::ranges::all_of(run.words[0]->text, is_digit) && run.words[1]->folded.size() >= 2 &&
           std::ranges::none_of(run.words[1]->text, is_digit);
}

/// The run next below that begins at the same place; null when there is none.
const Line* next_row(const std::vector<Line>& runs, const Line& run) {
    const Line* next = nullptr;
    for (const auto& other : runs) {
        const int down = other.box.y - run.box.y;
        const bool under = down > run.box.height / 2 && down < most_leading * run.box.height &&
                           std::abs(other.box.x - run.box.x) < 2 * run.box.height;
        if (under && (next == nullptr || other.box.y < next->box.y))
            next = &other;
    }
    return next;
}

bool has_address(const std::vector<Line>& runs, const Line& person) {
    const auto* row = &person;
    for (int rows = 1; rows < most_rows; ++rows) {
        row = next_row(runs, *row);
        if (row == nullptr || is_town(*row))
            break;
    }
    return row != nullptr && is_town(*row);
}

std::string letters_of(const Line& run) {
    std::string all;
    for (const auto* word : run.words)
        all += word->folded;
    return all;
}

} // namespace

Words addressee_of(const PageText& page) {
    const Line* found = nullptr;
    for (const auto& run : page.runs()) {
        if (!is_person(run) || !has_address(page.runs(), run))
            continue;
        if (found != nullptr && letters_of(*found) != letters_of(run))
            return {};
        if (found == nullptr)
            found = &run;
    }
    return found != nullptr ? found->words : Words{};
}

} // namespace guichet::scan
