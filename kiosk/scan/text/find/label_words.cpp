// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/label_words.hpp"

#include "scan/text/find/cells.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/format.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>

namespace guichet::scan {

namespace {

/// "Place", and the "(6)" behind the words of a passport.
bool is_english(const Word* word) {
    const bool number = word->text.size() > 2 && word->text.starts_with('(') &&
                        word->text.ends_with(')') && std::ranges::all_of(word->folded, is_digit);
    return number || is_english_label(word->folded);
}

} // namespace

bool is_item_number(const Word& word) {
    return word.text.size() <= 3 && word.text.ends_with('.') &&
           std::ranges::all_of(word.folded, is_digit);
}

bool is_link(std::string_view folded) {
    constexpr std::array<std::string_view, 6> links{"de", "du", "des", "par", "en", "au"};
    return std::ranges::find(links, folded) != links.end();
}

bool is_article(std::string_view folded) {
    return folded == "le" || folded == "la" || folded == "les";
}

bool is_plain_word(const Word& word) {
    return word.folded.size() >= 3 && std::ranges::all_of(word.folded, is_small_letter);
}

Words joined_before(const Words& level, const Box& label) {
    Words before;
    Box next = label;
    for (const auto* word : Words(level.rbegin(), level.rend()))
        if (right_edge(word->box) <= label.x && is_next_to(word->box, next)) {
            before.push_back(word);
            next = word->box;
        }
    return before;
}

bool begins_with_one_capital(std::string_view text) {
    std::size_t second = 1;
    while (second < text.size() && (static_cast<unsigned char>(text[second]) & 0xc0U) == 0x80U)
        ++second;
    return begins_with_capital(text) && second < text.size() && begins_small(text.substr(second));
}

bool is_of_month(const Words& words) {
    return words.size() > 3 && words[0]->folded.starts_with('d') &&
           month_named(words[1]->folded) > 0 && words[2]->folded.size() == 4;
}

std::size_t length_to_year(const Words& words) {
    constexpr std::size_t most_words = 5;
    for (std::size_t i = 0; i + 1 < words.size() && i < most_words; ++i) {
        const auto& word = *words[i];
        const bool year = word.folded.size() == 4 && word.text.starts_with("20") &&
                          std::ranges::all_of(word.folded, is_digit);
        if (gap_between(word.box, words[i + 1]->box) > word.box.height)
            return year ? i + 1 : 0;
    }
    return 0;
}

bool is_translation(const Words& words) {
    const bool more = words.size() > 1 && words[1]->folded.empty(); // "Name – Familienname"
    return !words.empty() && is_english(words.front()) &&
           (more || std::ranges::all_of(words, is_english));
}

std::size_t length_of_translation(const Box& label, const Words& words) {
    int edge = right_edge(label);
    std::size_t count = 0;
    for (const auto* word : words) {
        if (word->box.x - edge >= label.height)
            break;
        const bool sign = count == 0 && word->folded.empty() && word->text != ":";
        if (!sign && !is_english(word))
            return 0;
        edge = right_edge(word->box);
        ++count;
    }
    return count > 1 ? count : 0;
}

} // namespace guichet::scan
