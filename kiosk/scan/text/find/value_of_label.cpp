// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/value_of_label.hpp"

#include "scan/text/find/dated_label.hpp"
#include "scan/text/find/label_words.hpp"
#include "scan/text/find/next_line.hpp"
#include "scan/text/find/number_places.hpp"
#include "scan/text/find/postal_line.hpp"
#include "scan/text/find/running_text.hpp"
#include "scan/text/find/sums_of_year.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/format.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guichet::scan {

namespace {

constexpr int least_items = 2; ///< below the first one

/// "151,52" as -151,52.
void owe(Extract& amount) {
    if (amount.value.starts_with('-'))
        return;
    amount.value.insert(amount.value.begin(), '-');
    for (int& at : amount.doubtful)
        ++at;
}

/// An IBAN that goes on in the next line.
std::optional<FoundValue>
in_two_lines(const Box& label, const Field& field, const std::vector<Place>& places) {
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        auto words = places[i].words;
        words.insert(words.end(), places[i + 1].words.begin(), places[i + 1].words.end());
        auto value = extract(field.format, words);
        if (value && value->proven)
            return FoundValue{std::move(*value), places[i].link, label, places[i].beside};
    }
    return std::nullopt;
}

/// "31/10/2026", "2026".
bool is_date_word(const std::string& text) {
    return text.find('/') != std::string::npos || (text.size() == 4 && text.starts_with("20"));
}

/// "01 951 0423", not "208", which names a car.
bool is_long_number(const std::string& text) {
    constexpr int least = 5;
    return !has_letter(text) && std::ranges::count_if(text, is_digit) >= least;
}

/// "008841-7" alone under "Abonné", a name's label elsewhere: here it heads a number.
bool is_number_under(const Place& place) {
    return !place.beside && place.words.size() == 1 && is_long_number(place.words.front()->text);
}

/// "D'USAGE" of "NOM D'USAGE".
bool is_kind_of_name(const Words& value) {
    constexpr std::array<std::string_view, 4> kinds{
        "dusage", "denaissance", "defamille", "naissance"};
    const auto letters = letters_of(value);
    return std::ranges::any_of(kinds, [&](std::string_view kind) {
        return letters.starts_with(kind);
    });
}

/// "Place of arr", "Author (9)": the field's own words in English, misread.
bool is_own_label(const Words& value, const Field& field) {
    constexpr std::size_t least = 5;
    if (value.empty() || value.front()->folded.size() < least || is_address(field.format))
        return false;
    return std::ranges::any_of(field.near, [&](const std::string& phrase) {
        return std::ranges::any_of(folded_words(phrase), [&](const std::string& word) {
            return is_english_label(word) && word.starts_with(value.front()->folded);
        });
    });
}

/// Whether what was found in a place of the label is none of its values.
bool is_other(
    const Paper& paper,
    const Extract& value,
    const Place& place,
    const Box& label,
    const Field& field
) {
    if (std::ranges::find(paper.kind.titles, fold(value.value), fold) != paper.kind.titles.end())
        return true;
    if (field.otherwise == Otherwise::Dateline && !place.beside &&
        is_date_in_prose(paper.page, value.box))
        return true; // "… intervention du 29/10/2025 …" under "FACTURE N°"
    if (is_number(field.format))
        return is_in_sentence(value, place, label);
    const auto words = paper.page.within(value.box);
    const bool heading = words.size() == 2 && is_article(words[0]->folded) &&
                         paper.labels.holds(words[1]->box); // "Le salarié" beside "L'employeur"
    const bool another = field.format == "words" && words.size() > 2 &&
                         paper.labels.holds(around(words[0]->box, words[1]->box)); // "Code gestion"
    const bool is_label = heading || another || is_own_label(words, field) ||
                          is_value_of("vin", value.value); // behind another code
    return (is_wordy(field.format) && (is_label || is_no_value(paper.page, value, place, label))) ||
           (is_name_of_person(field.format) &&
            (leads_on(paper.page, value.box) || is_kind_of_name(words)));
}

/// "474,41" of "1 474,41", whose "1" is above its label and not in its cell.
bool is_rest_of_amount(const PageText& page, const Extract& value) {
    constexpr std::size_t hundreds = 3;
    if (value.value.find(',') != hundreds)
        return false;
    return std::ranges::any_of(page.level_with(value.box), [&](const Word* word) {
        const int gap = gap_between(word->box, value.box);
        return word->box.x < value.box.x && gap < value.box.height && is_digit(word->text.back()) &&
               word->folded.size() <= hundreds && std::ranges::all_of(word->folded, is_digit);
    });
}

/// Whether the amount below a label is the first of many: of the items of a bill, whose sum stands
/// elsewhere.
bool heads_items(const PageText& page, const Extract& value) {
    auto box = value.box;
    for (int i = 0; i < least_items; ++i) {
        const auto next = extract("money", page.under(box));
        const bool aligned =
            next && (std::abs(right_edge(next->box) - right_edge(box)) * 2 < box.height ||
                     std::abs(next->box.x - box.x) * 2 < box.height);
        if (!aligned)
            return false;
        box = next->box;
    }
    return true;
}

/// Whether the label is of something else, so that nothing further away is its value either: of a
/// number where words are looked for, of the items of a bill, or of a service and not its office.
bool ends_search(
    const PageText& page, const Field& field, const Place& place, const Extract& value
) {
    return (field.format == "words" && is_long_number(value.value)) ||
           (field.otherwise == Otherwise::Sender && is_emblem(page.within(value.box))) ||
           (field.format == "money" && !place.beside && heads_items(page, value));
}

bool is_in_window(const Paper& paper, const Word* word) {
    return std::ranges::find(paper.postal.address, word) != paper.postal.address.end();
}

/// The address in the window of an envelope stands beside anything: it is only meant where nothing
/// else is.
void put_window_last(const Paper& paper, std::vector<Place>& places) {
    const auto in_window = [&](const Word* word) { return is_in_window(paper, word); };
    const auto begins_in_window = [&](const Place& place) {
        return !place.words.empty() && in_window(place.words.front());
    };
    for (auto& place : places)
        if (!begins_in_window(place))
            std::erase_if(place.words, in_window);
    std::stable_partition(places.begin(), places.end(), std::not_fn(begins_in_window));
}

/// "mil neuf cent quatre-vingt-dix-" goes on in the line below, and so does "avant le 28" over
/// "novembre 2025".
void add_broken_word(const PageText& page, const Box& label, Place& place) {
    if (place.words.empty() || !place.beside)
        return;
    const auto& last = *place.words.back();
    if (last.folded.size() <= 2 && has_digit(last.folded))
        for (const auto& rest : page.onwards(last.box))
            if (rest.size() > 1 && month_named(rest.front()->folded) > 0) {
                place.words.insert(place.words.end(), rest.begin(), rest.begin() + 2);
                return;
            }
    if (!has_letter(last.text) || !last.text.ends_with('-'))
        return;
    const auto next = page.run_under(around(label, last.box));
    place.words.insert(place.words.end(), next.begin(), next.end());
}

/// Where the value of a label may stand, the likeliest first, without words that are never its.
std::vector<Place> places(const Paper& paper, const Box& label, const Field& field) {
    auto places = paper.labels.places(label, field);
    if (field.format == "money")
        for (auto& place : places)
            place.words =
                without_hours(paper.page, without_sums_of_year(paper.page, std::move(place.words)));
    if (is_address(field.format))
        put_window_last(paper, places);
    if (field.otherwise == Otherwise::Sender)
        for (auto& place : places)
            std::erase_if(place.words, [&](const Word* word) { return is_in_window(paper, word); });
    if (is_day_format(field.format))
        for (auto& place : places)
            add_broken_word(paper.page, label, place);
    std::erase_if(places, [](const Place& place) { return place.words.empty(); });
    if (is_name_of_person(field.format))
        places.erase(std::ranges::find_if(places, is_number_under), places.end());
    if (is_number(field.format))
        order_for_number(places, label, field.format);
    return places;
}

/// Whether no other figure stands in that place or goes on its row, nor an amount right under one
/// below the label: of a row or a column of amounts each may be of another month or person.
bool is_only_amount(const PageText& page, const Place& place, const Extract& value) {
    const auto is_other = [&](const Word* word) {
        const bool own =
            word->box.x >= value.box.x && right_edge(word->box) <= right_edge(value.box);
        return !own && has_digit(word->text) && !is_date_word(word->text);
    };
    auto behind = without_sums_of_year(page, page.behind(value.box));
    const auto words = std::ranges::find_if(behind, [](const Word* word) {
        return has_letter(word->text) && !names_a_currency(word->folded);
    });
    behind.erase(words, behind.end());
    return std::ranges::none_of(place.words, is_other) && !extract("money", behind) &&
           (place.beside || !extract("money", page.under(value.box)));
}

/// The one value in the row below, where nothing else stands in the label's cell.
std::optional<Extract> alone_below(const Paper& paper, const Box& label, const Field& field) {
    auto words = paper.labels.alone_below(label);
    if (field.format == "money")
        words = without_sums_of_year(paper.page, std::move(words));
    while (!words.empty() && names_a_currency(words.back()->folded))
        words.pop_back();
    auto value = extract(field.format, words);
    const bool all = value && value->box.x <= words.front()->box.x &&
                     right_edge(value->box) >= right_edge(words.back()->box);
    return all ? value : std::nullopt;
}

/// Where the next head of a row of heads begins; its end where there is none.
int next_head(const PageText& page, const Word& head) {
    int end = right_edge(head.box);
    for (const auto* word : page.behind(head.box)) {
        if (gap_between({.x = end}, word->box) > head.box.height)
            return word->box.x;
        end = right_edge(word->box);
    }
    return end;
}

/// Whether the amount stands in a column headed "Débit".
bool is_under_debit(const PageText& page, const Box& amount, const Field& field) {
    const Word* head = nullptr; // the lowest above it
    for (const auto& row : page.rows())
        for (const auto* word : row)
            if (word->box.y < amount.y && std::ranges::count(field.minus, word->folded, fold) > 0 &&
                (head == nullptr || head->box.y < word->box.y))
                head = word;
    return head != nullptr && right_edge(amount) > head->box.x &&
           right_edge(amount) < next_head(page, *head);
}

/// "SOLDE DÉBITEUR AU 31/10", or an amount in the column of what was spent.
bool is_owed(const PageText& page, const Box& label, const Box& value, const Field& field) {
    if (field.minus.empty())
        return false;
    const bool told = std::ranges::any_of(page.within(label), [&](const Word* word) {
        return std::ranges::any_of(field.minus, [&](const std::string& owed) {
            return alike(fold(owed), word->folded);
        });
    });
    return told || is_under_debit(page, value, field);
}

/// The words of a place up to those that head another cell, far behind the amount it begins with.
Words own_cell(Words words) {
    const bool begins_with_amount = !words.empty() && has_digit(words.front()->text);
    for (std::size_t i = 1; begins_with_amount && i < words.size(); ++i) {
        const bool far = gap_between(words[i - 1]->box, words[i]->box) > 2 * words[i]->box.height;
        const bool amount = has_digit(words[i - 1]->text) || names_a_currency(words[i - 1]->folded);
        if (far && amount && begins_with_capital(words[i]->text)) {
            words.resize(i);
            break;
        }
    }
    return words;
}

} // namespace

std::optional<FoundValue> value_of_label(const Paper& paper, const Box& label, const Field& field) {
    const auto& page = paper.page;
    const auto likely = places(paper, label, field);
    for (const auto& place : likely) {
        auto value = field.take == Take::Last ? last_of(field.format, own_cell(place.words))
                                              : extract(field.format, place.words);
        if (!value || is_other(paper, *value, place, label, field) ||
            is_rest_of_amount(page, *value))
            continue;
        if (ends_search(page, field, place, *value))
            return std::nullopt;
        add_next_line(page, field.format, place, label, *value);
        const bool one_of_many = field.format == "money" && !is_only_amount(page, place, *value);
        if (is_owed(page, label, value->box, field))
            owe(*value);
        return FoundValue{std::move(*value), place.link, label, place.beside, one_of_many};
    }
    if (auto value = field.format == "iban" ? in_two_lines(label, field, likely) : std::nullopt)
        return value;
    if (auto alone = is_wordy(field.format) ? std::nullopt : alone_below(paper, label, field))
        return FoundValue{std::move(*alone), most_otherwise, label};
    return std::nullopt;
}

std::optional<FoundValue>
value_over_label(const PageText& page, const Box& label, const Field& field) {
    constexpr int most_heights = 6; // of small print
    const auto words = words_where(page.lines(), [&](const Word& word) {
        const int up = middle_of(label) - middle_of(word.box);
        return up > label.height && up < most_heights * label.height &&
               overlap_across(word.box, label);
    });
    auto value = extract(field.format, words);
    return value && !value->refuted
               ? std::optional<FoundValue>({std::move(*value), most_otherwise, label})
               : std::nullopt;
}

} // namespace guichet::scan
