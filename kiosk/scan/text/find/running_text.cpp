// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/running_text.hpp"

#include "scan/text/find/label_words.hpp"
#include "scan/text/find/led_label.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/spelled.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace guichet::scan {

namespace {

constexpr int most_shift = 3;         ///< heights of a label, of a number below behind its end
constexpr int most_words_between = 4; ///< a label and its number

/// "UTILISATRICE :" of "Entreprise utilisatrice :", a longer label.
bool leads_to_colon(const Words& words) {
    constexpr std::size_t most_words = 3;
    for (std::size_t i = 0; i < std::min(words.size(), most_words); ++i)
        if (words[i]->text.ends_with(':'))
            return true;
    return false;
}

/// "Adresse", "Statut professionnel :": what another cell of the paper is headed by.
bool is_heading(const Extract& value) {
    const auto letters = fold(value.value);
    return value.value.ends_with(':') || heads_a_cell(letters) || is_english_label(letters);
}

/// "N° Pajemploi : Y2 40817736 5" under "Employeur".
bool is_labelled_number(const Words& words) {
    return words.front()->folded == "n" && leads_to_colon(words);
}

/// "votre caisse", which names none.
bool is_polite(const Words& words) {
    constexpr std::size_t most_words = 2;
    return words.size() <= most_words && words.front()->folded == "votre";
}

/// "01/12/2025 et jusqu'au": a day, where words are looked for.
bool begins_with_day(const Words& words) {
    const auto day = extract("date", words);
    return day && day->box.x <= words.front()->box.x && same_level(day->box, words.front()->box);
}

/// "2 465,11": an amount with cents, where words are looked for.
bool begins_with_amount(const Words& words) {
    const auto amount = extract("money", words);
    return amount && amount->box.x <= words.front()->box.x &&
           same_level(amount->box, words.front()->box) &&
           std::ranges::any_of(words, [&](const Word* word) {
               return word->text.find(',') != std::string::npos &&
                      same_level(word->box, amount->box) && word->box.x < right_edge(amount->box);
           });
}

/// "La caisse de Mutualité sociale": running text, and "Entreprise utilisatrice" is another one.
bool is_part_of_more(const PageText& page, const Box& label) {
    constexpr std::size_t least_words = 3;
    constexpr std::array<std::string_view, 3> others{"utilisatrice", "utilisateur", "cliente"};
    const auto behind = page.behind(label);
    std::size_t joined = 0;
    Box end = label;
    for (; joined < behind.size() && is_next_to(end, behind[joined]->box); ++joined)
        end = behind[joined]->box;
    const bool linked = joined >= 2 && is_link(behind.front()->folded);
    if (linked || joined == 0 || !begins_small(behind.front()->text))
        return linked;
    return joined >= least_words ||
           std::ranges::find(others, behind.front()->folded) != others.end();
}

/// "Entreprise de travail temporaire", "Entreprise utilisatrice :": small words go on right behind
/// what looked like a label, or the rest of a longer one.
bool goes_on(const PageText& page, const Place& place, const Box& label) {
    if (!place.beside)
        return is_part_of_more(page, label);
    const auto& first = *place.words.front();
    const bool near = gap_between(label, first.box) < label.height;
    const bool led = begins_small(first.text) || is_link(first.folded);
    return near && (led || leads_to_colon(place.words));
}

/// "quatre-vingt-dix-sept", "euros": the sum in words, before its figures.
bool is_of_spelled_sum(const Word& word) {
    return is_money_word(word.folded) || spelled_number(folded_words(word.text)).has_value();
}

/// "(548 jours ouverts au" before "16/03/2025": brackets that say something of their own.
bool is_in_remark(const Words& before) {
    constexpr std::ptrdiff_t least_words = 3;
    const auto last = std::ranges::find_if(before.rbegin(), before.rend(), [](const Word* word) {
        return word->text.find_first_of("()") != std::string::npos;
    });
    return last != before.rend() && (*last)->text.find(')') == std::string::npos &&
           std::distance(before.rbegin(), last) + 1 >= least_words;
}

} // namespace

bool leads_on(const PageText& page, const Box& value) {
    return std::ranges::any_of(page.level_with(value), [&](const Word* word) {
        const int gap = gap_between(value, word->box);
        return gap >= 0 && gap < 2 * value.height && begins_small(word->text) &&
               !is_born(word->folded);
    });
}

bool is_no_value(const PageText& page, const Extract& value, const Place& place, const Box& label) {
    return is_heading(value) || value.value.starts_with('(') || is_polite(place.words) ||
           is_labelled_number(place.words) || begins_with_amount(place.words) ||
           begins_with_day(place.words) || (goes_on(page, place, label) && !has_colon(page, label));
}

bool is_in_sentence(const Extract& value, const Place& place, const Box& label) {
    if (!place.beside)
        return value.box.x > right_edge(label) + most_shift * label.height;
    Words before;
    std::ranges::copy_if(place.words, std::back_inserter(before), [&](const Word* word) {
        return right_edge(word->box) <= value.box.x;
    });
    while (!before.empty() && before.back()->folded.empty())
        before.pop_back(); // the sign of the amount
    const bool own_cell = !before.empty() && value.value.find(',') != std::string::npos &&
                          gap_between(before.back()->box, value.box) > 3 * label.height;
    const auto plain = std::ranges::count_if(before, [](const Word* word) {
        return is_plain_word(*word) && !is_of_spelled_sum(*word);
    });
    return !own_cell && (is_in_remark(before) || plain > most_words_between);
}

} // namespace guichet::scan
