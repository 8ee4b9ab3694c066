// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/places.hpp"

#include "scan/text/find/label_words.hpp"
#include "scan/text/find/led_label.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/format.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <utility>

namespace guichet::scan {

namespace {

/// How sure a place is by how far it is from its label, in heights of print.
constexpr double near_gap = 4;
constexpr double far_gap = 14;
constexpr double far_link = 0.85;
constexpr double near_link = 1;

/// How sure a word behind the label on its own line belongs to it.
double link_across(const Box& label, const Box& word) {
    const double gap = static_cast<double>(gap_between(label, word)) / std::max(label.height, 1);
    if (gap < near_gap)
        return near_link;
    return gap < far_gap ? below_link - 0.02 : far_link;
}

/// Words level with a label that stands in the middle between two rows of a cell: row by row.
Words row_by_row(Words words) {
    if (words.empty())
        return words;
    const auto& first = *words.front();
    const auto other = std::ranges::find_if(words, [&](const Word* word) {
        return std::abs(word->box.x - first.box.x) * 2 < first.box.height &&
               std::abs(middle_of(word->box) - middle_of(first.box)) * 3 > 2 * first.box.height;
    });
    if (other == words.end())
        return words;
    const auto& upper = middle_of(first.box) < middle_of((*other)->box) ? first : **other;
    std::stable_partition(words.begin(), words.end(), [&](const Word* word) {
        return same_level(word->box, upper.box);
    });
    return words;
}

/// Words of another cell on the line of an address.
bool is_in_next_cell(const Word& word, const Word& next) {
    return same_level(word.box, next.box) &&
           gap_between(word.box, next.box) > widest_value_gap * std::max(word.box.height, 1);
}

} // namespace

bool says_little(std::string_view phrase) {
    constexpr std::array<std::string_view, 11> little{
        "le", "la", "du", "au", "de", "par", "a", "jusquau", "n", "numero", "jo"};
    return std::ranges::find(little, fold(phrase)) != little.end();
}

Labels::Labels(const PageText& page, const Kind& kind) : m_page(page), m_captions(page) {
    for (const auto& field : kind.fields)
        if (field.where != Where::Sentence)
            add_phrases(field);
    for (const auto& row : page.rows())
        for (const auto* word : row)
            if (word->is_code || (word->text.ends_with(':') && word->text.size() > 2))
                m_boxes.push_back({.box = word->box, .colon = true});
            else if (heads_a_cell(word->folded))
                m_boxes.push_back({.box = word->box, .any_field = true});
}

void Labels::add_phrases(const Field& field) {
    for (const auto& phrase : field.near)
        for (const auto& box : m_page.find(phrase)) {
            if (!says_little(phrase))
                m_boxes.push_back({.box = box, .field = &field, .colon = has_colon(m_page, box)});
            m_phrases.push_back({box, &field});
        }
}

bool Labels::is_within_longer(const Box& label, const Field& field) const {
    return std::ranges::any_of(m_phrases, [&](const Phrase& phrase) {
        const bool around = phrase.box.x <= label.x && right_edge(phrase.box) >= right_edge(label);
        return phrase.field != &field && around && same_level(phrase.box, label) &&
               phrase.box.width > label.width + label.height;
    });
}

bool Labels::holds(const Box& place) const {
    return std::ranges::any_of(m_phrases, [&](const Phrase& phrase) {
        return same_level(phrase.box, place) && phrase.box.x <= place.x &&
               right_edge(phrase.box) >= right_edge(place);
    });
}

/// Whether the word announces another value. Right behind the word before it and without a colon
/// it does not: "LA BANQUE POSTALE". Among numbers, "Base 1 388,93" announces nothing, nor does
/// "CCN du bâtiment" another convention.
bool Labels::is_label(const Word& word, const Word* before, const Field& field) const {
    const bool joined = before != nullptr && !is_item_number(*before) &&
                        same_level(before->box, word.box) &&
                        3 * gap_between(before->box, word.box) < 4 * word.box.height;
    return std::ranges::any_of(m_boxes, [&](const Label& label) {
        const bool own = label.field == &field && !label.colon && field.format == "words";
        return holds_middle(label.box, word.box) && (label.colon || !joined) && !own &&
               !(label.any_field && is_number(field.format));
    });
}

bool Labels::is_own(const Word& word, const Field& field) const {
    return std::ranges::any_of(m_boxes, [&](const Label& label) {
        return label.field == &field && label.colon && holds_middle(label.box, word.box);
    });
}

bool Labels::has_no_label(const Words& words, const Field& field) const {
    return !words.empty() && std::ranges::none_of(words, [&](const Word* word) {
        return !is_date_symbol(*word) && is_label(*word, nullptr, field);
    });
}

std::vector<Place>
Labels::places_of_cell(const Box& label, const TranslatedCell& cell, const Field& field) const {
    std::vector<Place> all;
    if (auto words = words_beside_cell(m_page, cell.box); has_no_label(words, field))
        all.push_back({.words = std::move(words), .link = below_link, .beside = true});
    else if (!cell.behind)
        all.push_back(right_of(label, field));
    for (auto& place : rows_beyond(cell.box, field, true)) {
        place.under_translations = true;
        all.push_back(std::move(place));
    }
    std::erase_if(all, [](const Place& place) { return place.words.empty(); });
    return all;
}

std::vector<Place> Labels::places(const Box& label, const Field& field) const {
    std::vector<Place> all;
    const auto where = field.where;
    if (m_captions.hold(label))
        return places_over_caption(label, field);
    if (const auto cell = translated_cell(m_page, label))
        return places_of_cell(label, *cell, field);
    if (is_date_symbol(m_page, label))
        all.push_back({.words = words_under_symbols(m_page, label), .link = below_link});
    if (auto described = places_under_description(label, field); !described.empty())
        return described;
    if (where == Where::Any || where == Where::Around || where == Where::Right)
        all.push_back(with_rows_under(label, right_of(label, field), field));
    if (where == Where::Any || where == Where::Around || where == Where::Below)
        for (auto& place : rows_beyond(label, field, true))
            all.push_back(std::move(place));
    if (where == Where::Around || where == Where::Above)
        for (auto& place : rows_beyond(label, field, false))
            all.push_back(std::move(place));
    std::erase_if(all, [](const Place& place) { return place.words.empty(); });
    std::ranges::stable_sort(all, std::greater<>(), &Place::link);
    return all;
}

/// A code that small words explain ("D.1 Marque") stands over its value.
std::vector<Place> Labels::places_under_description(const Box& label, const Field& field) const {
    if (m_page.code_at(label) == nullptr)
        return {};
    const auto beside = right_of(label, field).words;
    const bool explains = !beside.empty() && begins_with_one_capital(beside.front()->text) &&
                          gap_between(label, beside.front()->box) < label.height;
    return explains ? rows_beyond(label, field, true) : std::vector<Place>{};
}

/// How many words behind a label are the rest of it: "de février 2026", in brackets ("(déclarant
/// 1)"), and, of an address, up to a colon they lead to without a gap ("au 1er janvier 2023 :").
std::size_t Labels::length_of_rest(const Box& label, const Words& words, const Field& field) const {
    if (field.format == "money" && is_of_month(words))
        return 3;
    if (const auto year = is_address(field.format) ? length_to_year(words) : 0; year > 0)
        return year;
    const auto english = length_of_translation(label, words);
    return english > 0 ? english : length_of_end(label, words, field);
}

/// The same for what is no translation and no month.
std::size_t Labels::length_of_end(const Box& label, const Words& words, const Field& field) const {
    constexpr std::size_t most_words = 12;
    int edge = right_edge(label);
    bool open = false;
    std::size_t rest = 0;
    for (std::size_t i = 0; i < words.size() && i < most_words; ++i) {
        const auto& word = *words[i];
        open = open || (rest == i && word.text.starts_with('('));
        if (word.box.x - edge >= label.height || (!open && is_label(word, nullptr, field)))
            break;
        edge = right_edge(word.box);
        const bool closes = open && word.text.find(')') != std::string::npos;
        const bool colon = word.text.ends_with(':') && (rest == i || is_address(field.format));
        open = open && !closes;
        if (closes || colon)
            rest = i + 1;
    }
    return rest;
}

/// How many words behind a label are before its value: what joins the label is still it ("Nom /
/// Surname") or its colon. All of them where another label comes first.
std::size_t
Labels::length_before_value(const Box& label, const Words& words, const Field& field) const {
    const bool colon = has_colon(m_page, label);
    auto count = length_of_rest(label, words, field);
    int edge = count > 0 ? right_edge(words[count - 1]->box) : right_edge(label);
    for (; count < words.size(); ++count) {
        const auto& word = *words[count];
        const bool joins = word.box.x - edge < label.height;
        const bool is_told = joins && colon && !has_colon(m_page, word.box);
        const bool names = !is_told && is_label(word, nullptr, field);
        if (names && (!joins || word.is_code))
            return words.size();
        if (!joins || !(names || word.folded.empty()))
            break;
        edge = right_edge(word.box);
    }
    return count;
}

Place Labels::right_of(const Box& label, const Field& field) const {
    Place place{.words = {}, .beside = true};
    const auto words = row_by_row(m_page.behind(label));
    const auto begin = length_before_value(label, words, field);
    if (begin == words.size())
        return place;
    const auto& first = words[begin]->box;
    place.link = is_list_row(m_page, label, first) ? near_link : link_across(label, first);
    auto end = begin + 1;
    while (end < words.size() && !is_label(*words[end], words[end - 1], field) &&
           !(is_address(field.format) && is_in_next_cell(*words[end - 1], *words[end])))
        ++end;
    for (auto i = begin; i < end; ++i)
        place.words.push_back(words[i]);
    return place;
}

} // namespace guichet::scan
