// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/running_text.hpp"

#include "scan/text/fold.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace guichet::scan {

namespace {

constexpr int most_shift = 3;         ///< heights of a label, of a number below behind its end
constexpr int most_words_between = 4; ///< a label and its number

bool is_next_to(const Box& box, const Box& next) {
    const int gap = gap_between(box, next);
    return gap >= -box.height / 2 && gap < box.height;
}

/// "Code client", "N° employeur".
bool names_a_number(std::string_view folded) {
    constexpr std::array<std::string_view, 7> numbers{
        "code", "n", "no", "numero", "compte", "ref", "reference"};
    return std::ranges::find(numbers, folded) != numbers.end();
}

/// "de bonne", "par l'employeur": what names nobody.
bool is_link(std::string_view folded) {
    constexpr std::array<std::string_view, 6> links{"de", "du", "des", "par", "en", "au"};
    return std::ranges::find(links, folded) != links.end();
}

bool is_polite(std::string_view folded) {
    constexpr std::array<std::string_view, 8> polite{
        "votre", "vos", "notre", "nos", "mon", "mes", "son", "est"};
    return std::ranges::find(polite, folded) != polite.end();
}

/// Letters only, at least three.
bool is_plain_word(const Word& word) {
    return word.folded.size() >= 3 &&
           std::ranges::all_of(word.folded, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "UTILISATRICE :" of "Entreprise utilisatrice :", a longer label.
bool leads_to_colon(const Words& words) {
    constexpr std::size_t most_words = 3;
    for (std::size_t i = 0; i < std::min(words.size(), most_words); ++i)
        if (words[i]->text.ends_with(':'))
            return true;
    return false;
}

/// Whether nothing else stands in its run.
bool is_whole_run(const PageText& page, const Box& box) {
    return std::ranges::any_of(page.runs(), [&](const PageText::Run& run) {
        return same_level(run.box, box) && std::abs(run.box.x - box.x) < box.height / 2 &&
               std::abs(right_edge(run.box) - right_edge(box)) < box.height / 2;
    });
}

/// "Adresse", "Statut professionnel :": what another cell of the paper is headed by.
bool is_heading(const Extract& value) {
    return value.value.ends_with(':') || heads_a_cell(fold(value.value));
}

/// "2 465,11": an amount with cents, where words are looked for.
bool begins_with_amount(const Words& words) {
    const auto amount = extract("money", words);
    return amount && amount->box.x <= words.front()->box.x &&
           std::ranges::any_of(words, [&](const Word* word) {
               return word->text.find(',') != std::string::npos &&
                      same_level(word->box, amount->box) && word->box.x < right_edge(amount->box);
           });
}

/// "Entreprise de travail temporaire", "Entreprise utilisatrice :": small words go on right behind
/// what looked like a label, or the rest of a longer one.
bool goes_on(const Place& place, const Box& label) {
    if (!place.beside)
        return false;
    const auto& first = *place.words.front();
    const bool near = gap_between(label, first.box) < label.height;
    const bool small = begins_small(first.text);
    return near && (small || leads_to_colon(place.words));
}

bool leads(const Word& word) {
    return is_plain_word(word) && !is_polite(word.folded);
}

} // namespace

bool has_colon(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        const bool behind = is_next_to(label, word->box) && word->text.starts_with(':');
        const bool within = right_edge(word->box) == right_edge(label) && word->text.ends_with(':');
        return behind || within;
    });
}

bool is_led(const PageText& page, const Box& label) {
    const auto level = page.level_with(label);
    const auto is_before = [&](const Word* word) { return is_next_to(word->box, label); };
    const auto is_behind = [&](const Word* word) { return is_next_to(label, word->box); };
    return std::ranges::any_of(level, [&](const Word* word) {
        if (names_a_number(word->folded) && (is_before(word) || is_behind(word)))
            return true;
        return is_before(word) &&
               (is_link(word->folded) || (leads(*word) && !has_colon(page, label)));
    });
}

bool is_of_year(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        return word->folded.starts_with("cumul") && is_next_to(word->box, label);
    });
}

bool leads_on(const PageText& page, const Box& value) {
    return std::ranges::any_of(page.level_with(value), [&](const Word* word) {
        const int gap = gap_between(value, word->box);
        return gap >= 0 && gap < 2 * value.height && begins_small(word->text);
    });
}

bool is_no_value(const PageText& page, const Extract& value, const Place& place, const Box& label) {
    return is_heading(value) || begins_with_amount(place.words) ||
           (goes_on(place, label) && !has_colon(page, label));
}

bool spans_days(const PageText& page, const Box& label) {
    const auto date = extract("date", page.behind(label));
    if (!date)
        return true; // the head of a column
    if (is_whole_run(page, around(label, date->box)))
        return true;
    return std::ranges::none_of(extract_all("day", page.level_with(label)), [&](const auto& day) {
        return day.box == date->box;
    });
}

bool is_past_first_day(const PageText& page, const Box& label, const Box& value) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        return word->folded == "au" && word->box.x >= right_edge(label) &&
               right_edge(word->box) <= value.x;
    });
}

bool is_in_sentence(const Extract& value, const Place& place, const Box& label) {
    if (!place.beside)
        return value.box.x > right_edge(label) + most_shift * label.height;
    return std::ranges::count_if(place.words, [&](const Word* word) {
               return right_edge(word->box) <= value.box.x && is_plain_word(*word);
           }) > most_words_between;
}

} // namespace guichet::scan
