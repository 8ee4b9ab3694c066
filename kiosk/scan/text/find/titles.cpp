// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/titles.hpp"

#include "scan/text/letters.hpp"

#include <algorithm>
#include <iterator>

namespace guichet::scan {

namespace {

/// "–", "•": what begins a line of a list.
bool is_list_mark(const Word& word) {
    return word.folded.empty() && !word.text.empty();
}

bool is_in_prose(const PageText& page, const Box& title) {
    const auto level = page.level_with(title);
    const bool small = std::ranges::any_of(level, [&](const Word* word) {
        return word->box.x == title.x && begins_small(word->text);
    });
    const bool goes_on = std::ranges::any_of(level, [&](const Word* word) {
        const int behind = gap_between(title, word->box);
        return behind >= 0 && behind < title.height && begins_small(word->text);
    });
    return (small && goes_on) || std::ranges::any_of(level, [&](const Word* word) {
               const int before = gap_between(word->box, title);
               const bool is_before = before >= 0 && before < title.height;
               const bool is_listed = small && word->text.ends_with(','); // "…, copie intégrale ;"
               const bool is_item =
                   goes_on && is_list_mark(*word); // "– Attestation … à nous remettre"
               return is_before && (is_listed || is_item || begins_small(word->text));
           });
}

} // namespace

std::vector<Box> headings_of(const PageText& page, const std::string& title) {
    auto places = page.find(title);
    std::erase_if(places, [&](const Box& place) { return is_in_prose(page, place); });
    return places;
}

std::vector<Box> headings_of_any(const PageText& page, const std::vector<std::string>& titles) {
    std::vector<Box> places;
    for (const auto& title : titles)
        std::ranges::move(headings_of(page, title), std::back_inserter(places));
    return places;
}

} // namespace guichet::scan
