// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/boxes.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace guichet::scan {

namespace {

constexpr std::size_t most_address_words = 24;

/// Whether a word is no part of the town before it.
bool is_apart(const Box& box, const Box& next) {
    return is_lower(box, next) || gap_between(box, next) > 2 * std::max(box.height, 1);
}

/// "D" of "ST MARTIN D HERES".
bool is_elided(const Words& words, std::size_t k) {
    return (words[k]->text == "D" || words[k]->text == "L") && k + 1 < words.size() &&
           is_in_capitals(words[k + 1]->text) && !is_apart(words[k]->box, words[k + 1]->box);
}

/// "SAINT-MÉLOIR-" over "DES-ONDES", and "-VOSGES" of "SAINT-DIÉ-DES-VOSGES" printed close.
bool goes_on_town(const Words& words, std::size_t k, std::size_t first) {
    return words[k - 1]->text.ends_with('-') ||
           (k > first && words[k]->text.size() > 1 && words[k]->text.starts_with('-'));
}

/// Of a town in capitals, what goes on in small letters is another word.
void add_town(Builder& builder, const Words& words, std::size_t first) {
    const bool capitals = is_in_capitals(words[first]->text);
    for (std::size_t k = first; k < words.size(); ++k) {
        const bool elided = is_elided(words, k);
        const bool split = goes_on_town(words, k, first);
        const bool town = split || is_name_word(*words[k]) || words[k]->folded == "cedex" ||
                          elided || (k > first && !digits_of(*words[k]).empty());
        const bool other = capitals && !elided && begins_with_capital(words[k]->text) &&
                           !is_in_capitals(words[k]->text) && words[k]->folded != "cedex";
        const bool country = k > first && words[k]->folded == "france" &&
                             words[k - 1]->folded != "en"; // "ROISSY EN FRANCE"
        const bool sentence = k > first && words[k - 1]->text.ends_with(',') &&
                              begins_small(words[k]->text); // "38950 SAINT-ÉGRÈVE, la somme"
        if (!town || other || country || sentence ||
            (!split && is_apart(words[k - 1]->box, words[k]->box)))
            break;
        std::string_view text = words[k]->text;
        if (text.ends_with(','))
            text.remove_suffix(1);
        builder.separate(split ? "" : " ");
        builder.add(*words[k], text);
    }
}

/// "2025" of "au 1er janvier 2025", before the number of the house or a blank.
bool is_year_before(const Words& words, std::size_t i) {
    const auto& year = words[i]->text;
    return i + 1 < words.size() && year.size() == 4 && year.starts_with("20") &&
           std::ranges::all_of(year, is_digit) &&
           (!digits_of(*words[i + 1]).empty() ||
            gap_between(words[i]->box, words[i + 1]->box) > words[i]->box.height);
}

bool is_square_metre(const Word& word) {
    return word.text == "m²" || word.folded == "m2";
}

/// The last of the signs and words in small letters right behind a word.
std::size_t end_of_remark(const Words& words, std::size_t i) {
    const auto goes_on = [](const Word& word) {
        return word.folded.empty() || begins_small(word.text);
    };
    while (i + 1 < words.size() && goes_on(*words[i + 1]))
        ++i;
    return i;
}

} // namespace

bool names_a_street(std::string_view folded) {
    constexpr auto streets =
        std::to_array<std::string_view>({"rue",     "avenue",    "av",        "boulevard", "bd",
                                         "place",   "allee",     "chemin",    "impasse",   "quai",
                                         "route",   "cours",     "square",    "zac",       "za",
                                         "zi",      "lieudit",   "faubourg",  "quartier",  "hameau",
                                         "passage", "promenade", "esplanade", "sentier"});
    return std::ranges::find(streets, folded) != streets.end();
}

bool names_a_post_box(std::string_view folded) {
    return folded == "bp" || folded == "cs" || folded == "tsa";
}

bool is_before_town(const Words& words, std::size_t i) {
    return i + 1 < words.size() && words[i]->text.size() == 5 && digits_of(*words[i]).size() == 5 &&
           !is_lower(words[i]->box, words[i + 1]->box) && begins_with_capital(words[i + 1]->text);
}

std::optional<Extract> extract_address(const Words& words) {
    Builder builder;
    for (std::size_t i = 0; i < words.size() && i < most_address_words; ++i) {
        if (builder.empty() && (fold(words[i]->text).empty() || is_year_before(words, i)))
            continue;                     // the colon
        if (is_square_metre(*words[i])) { // "Type 3 - 64 m² - conventionné": what it is, not where
            builder = {};
            i = end_of_remark(words, i);
            continue;
        }
        if (words[i]->text == ":")
            return std::nullopt; // "Espace client : …": other things of another column
        builder.go_on(*words[i], words[i]->text);
        if (!is_before_town(words, i))
            continue;
        add_town(builder, words, i + 1);
        return builder.take();
    }
    return std::nullopt;
}

} // namespace guichet::scan
