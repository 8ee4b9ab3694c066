// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/heading.hpp"

#include "scan/text/format/build.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace guichet::scan {

namespace {

constexpr int furthest = 14; ///< heights over the salutation

/// "Madame, Monsieur,", "Monsieur,".
bool is_salutation(const PageText::Run& run) {
    constexpr std::size_t most_words = 4;
    return run.words.size() <= most_words && std::ranges::all_of(run.words, [](const Word* word) {
               return is_courtesy_title(word->folded) || is_and(word);
           });
}

bool is_heading(const PageText::Run& run) {
    constexpr std::size_t least_words = 3;
    constexpr std::size_t most_words = 12;
    return run.words.size() >= least_words && run.words.size() <= most_words &&
           std::ranges::all_of(run.words, [](const Word* word) {
               return is_in_capitals(word->text) && !has_digit(word->text);
           });
}

} // namespace

Words heading_of(const PageText& page) {
    const auto& runs = page.runs();
    const auto salutation = std::ranges::find_if(runs, is_salutation);
    if (salutation == runs.end())
        return {};
    const auto heading =
        std::find_if(std::make_reverse_iterator(salutation), runs.rend(), is_heading);
    const bool near = heading != runs.rend() &&
                      salutation->box.y - heading->box.y < furthest * salutation->box.height;
    return near ? heading->words : Words{};
}

} // namespace guichet::scan
