// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/candidates.hpp"

#include "scan/text/find/beside_value.hpp"
#include "scan/text/find/column.hpp"
#include "scan/text/find/elsewhere.hpp"
#include "scan/text/find/known_places.hpp"
#include "scan/text/find/label_of.hpp"
#include "scan/text/find/led_label.hpp"
#include "scan/text/find/month_table.hpp"
#include "scan/text/find/name_parts.hpp"
#include "scan/text/find/only.hpp"
#include "scan/text/find/period.hpp"
#include "scan/text/find/sentences.hpp"
#include "scan/text/find/told.hpp"
#include "scan/text/find/unlikely.hpp"
#include "scan/text/find/value_of_label.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/format.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace guichet::scan {

namespace {

void add_if_any(std::optional<FoundValue> value, std::vector<FoundValue>& values) {
    if (value)
        values.push_back(std::move(*value));
}

/// Of a page that says it in two ways, none is sure.
void doubt_others(const Extract& value, std::vector<FoundValue>& values) {
    for (auto& other : values)
        if (!same_value(other.extract.value, value.value))
            other.link = std::min(other.link, most_otherwise);
}

bool is_within_any(const Box& label, const std::vector<FoundValue>& values) {
    return std::ranges::any_of(values, [&](const FoundValue& value) {
        return same_level(label, value.label) && label.x >= value.label.x &&
               right_edge(label) <= right_edge(value.label);
    });
}

bool wants_postal(const Field& field) {
    constexpr std::array<Otherwise, 6> postal{
        Otherwise::Addressee,
        Otherwise::Addressees,
        Otherwise::Second,
        Otherwise::Address,
        Otherwise::Sender,
        Otherwise::Company};
    return std::ranges::find(postal, field.otherwise) != postal.end();
}

/// By how many words they have, of several ways to say it the first; else as they are.
std::vector<std::string> longest_first(std::vector<std::string> phrases) {
    std::ranges::stable_sort(phrases, std::greater<>(), [](const std::string& phrase) {
        return folded_words(phrase.substr(0, phrase.find('|'))).size();
    });
    return phrases;
}

void drop_minus(Extract& amount) {
    if (!amount.value.starts_with('-'))
        return;
    amount.value.erase(0, 1);
    for (int& at : amount.doubtful)
        --at;
}

bool is_zero_amount(const FoundValue& value) {
    return value.extract.value == "0";
}

} // namespace

Candidates::Candidates(const PageText& page, const Kind& kind, Known known)
    : m_paper{page, kind, known, Labels(page, kind), {}} {
    if (std::ranges::any_of(kind.fields, wants_postal))
        m_paper.postal = postal_of(page, kind.titles);
}

std::vector<FoundValue> Candidates::of(const Field& field, const Found& found) const {
    auto values = announced(field, found);
    add_given(field, values);
    const auto told = told_at(m_paper.page, field.told);
    const bool is_told_place = field.format == "place" && !told.empty();
    if (is_told_place)
        drop_told_of_others(told, values);
    add_told(field, told, values);
    add_known(field, values);
    if (!field.beside.empty() && values.empty() && !is_told_place)
        add_if_any(value_beside(m_paper, field, found), values);
    if (field.anywhere && std::ranges::none_of(values, is_proven))
        add_anywhere(field, values);
    if (!field.list.empty())
        keep_listed(field, values);
    if (field.otherwise == Otherwise::Second)
        add_rest_of_second(field, values);
    if (auto value = values.empty() ? value_elsewhere(m_paper, field, found) : std::nullopt)
        values.push_back({std::move(*value), most_otherwise, {}});
    if (field.plain)
        for (auto& value : values)
            drop_minus(value.extract);
    return values;
}

/// What stands in its cell of a table, or where its words announce it.
std::vector<FoundValue> Candidates::announced(const Field& field, const Found& found) const {
    Values values;
    add_cell(field, values);
    if (values.empty() && std::ranges::find(field.near, "au") != field.near.end())
        add_if_any(end_of_period(m_paper.page, field.format, found), values);
    if (values.empty())
        values = field.where == Where::Sentence ? sentences_with_words(m_paper.page, field)
                                                : beside_words(field, found);
    if (values.empty() && tells_itself(field.format)) // "CRTUFRP1XXX" over "BIC"
        for (const auto& label : m_paper.page.find_any(field.near))
            if (auto value = value_over_label(m_paper.page, label, field))
                values.push_back(std::move(*value));
    if (field.format == "money")
        keep_to_month(m_paper.page, m_paper.kind, field, found, values);
    if (field.format == "day" && !field.beside.empty() && values.empty())
        add_if_any(value_beside(m_paper, field, found), values);
    return values;
}

/// "Nom : LE ROUX", and "Prénom(s) : Nolwenn" behind it or under it.
void Candidates::add_given(const Field& field, Values& values) const {
    const auto belongs = [](const FoundValue& family, const Box& label) {
        const int down = label.y - family.label.y;
        const bool under = std::abs(label.x - family.label.x) < label.height &&
                           down * 2 > label.height && down < most_drop * label.height;
        const bool behind =
            same_level(label, family.label) && label.x >= right_edge(family.extract.box);
        return under || behind;
    };
    for (auto& value : values)
        for (const auto& label : m_paper.page.find_any(field.given)) {
            if (!belongs(value, label) || m_paper.labels.is_within_longer(label, field))
                continue;
            if (const auto given = value_of_label(m_paper, label, field)) {
                append(given->extract, value.extract);
                break;
            }
        }
}

/// "DURAND" of a table, whom the address calls "MME DURAND ANNE".
void Candidates::add_rest_of_second(const Field& field, Values& values) const {
    const auto whole = extract(field.format, m_paper.postal.second);
    if (!whole)
        return;
    const auto all = folded_words(whole->value);
    for (auto& value : values) {
        const auto part = folded_words(value.extract.value);
        if (part.size() <= all.size() && std::equal(part.begin(), part.end(), all.begin()))
            value = {*whole, most_otherwise, {}};
    }
}

/// Whether the shorter words of a field still count: where the longer ones say nothing, or that
/// nothing is left to pay of a bill ("Net à payer 0,00") whose total stands elsewhere.
bool Candidates::is_open(const Field& field, const Values& values) const {
    const bool is_total = std::ranges::any_of(m_paper.kind.sums, [&](const Sum& sum) {
        return sum.total == field.name;
    });
    return values.empty() || (is_total && std::ranges::all_of(values, is_zero_amount));
}

/// One candidate for each place the field's words stand, by the longest words that are there. Where
/// others of its words say something else, as a day to pay by beside a day of debit, none is sure.
std::vector<FoundValue> Candidates::beside_words(const Field& field, const Found& found) const {
    Values values;
    for (const auto& phrase : longest_first(field.near)) {
        if (is_open(field, values)) {
            auto others = beside_phrase(phrase, field, found);
            if (values.empty() || !others.empty())
                values = std::move(others);
        } else if (is_bounded(field.format) && !says_little(phrase))
            for (const auto& other : beside_phrase(phrase, field, found))
                if (other.link >= plain_link && !is_within_any(other.label, values))
                    doubt_others(other.extract, values);
    }
    return values;
}

std::vector<FoundValue>
Candidates::beside_phrase(const std::string& phrase, const Field& field, const Found& found) const {
    Values values;
    for (const auto& label : m_paper.page.find(phrase))
        if (is_label_of(m_paper, label, phrase, field, found))
            if (auto value = value_of_label(m_paper, label, field))
                values.push_back(std::move(*value));
    drop_unlikely(m_paper, phrase, field, values);
    for (auto& value : values) {
        const auto* code = m_paper.page.code_at(value.label);
        if (says_little(phrase) || (code != nullptr && code->is_guess))
            value.link = std::min(value.link, most_otherwise);
    }
    return values;
}

/// Never sure: a table may be of another month.
void Candidates::add_cell(const Field& field, Values& values) const {
    if (field.column.rows.empty())
        return;
    std::vector<std::string> others;
    for (const auto& other : m_paper.kind.fields)
        if (other.name != field.name)
            others.insert(others.end(), other.column.heads.begin(), other.column.heads.end());
    if (auto amount = cell_of(m_paper.page, field.column, others))
        values.push_back({std::move(*amount), most_otherwise, {}});
}

/// Where a sentence tells of the place: "né à Tlemcen" behind "est née" is where a parent was born.
void Candidates::drop_told_of_others(const std::vector<Box>& told, Values& values) const {
    for (const auto& place : told)
        std::erase_if(values, [&](const auto& value) {
            const auto words = letters_of(m_paper.page.within(value.label));
            const bool born = words == "a" || words.starts_with("ne"); // no "Lieu de naissance"
            // Of "est né(e) à" in a cell of its own.
            const bool own_cell = same_level(value.label, place) &&
                                  overlap_across(value.label, place) &&
                                  gap_between(value.label, value.extract.box) > 2 * place.height;
            return born && !own_cell && !has_colon(m_paper.page, value.label) &&
                   value.label.y >= place.y - place.height / 2;
        });
}

void Candidates::add_told(const Field& field, const std::vector<Box>& told, Values& values) const {
    const bool is_name = is_name_of_person(field.format);
    for (const auto& words : told_on(m_paper.page, field.told, told, field.format)) {
        auto value = extract(field.format, words);
        if (!value || (is_name && m_paper.labels.holds(value->box)))
            continue;
        if (!is_name && !field.told.before.empty())
            values.clear(); // "est née": what stands behind "né le" may be a parent's
        if (values.empty()) {
            values.push_back({std::move(*value), most_otherwise, {}});
            return;
        }
        doubt_others(*value, values);
    }
}

/// A date whose words were not read is known by what a code or a zone says it is, a name that a
/// zone had no room for by how it begins.
void Candidates::add_known(const Field& field, Values& values) const {
    const auto* known = known_of(m_paper.kind, field, m_paper.known);
    const bool is_date = is_day_format(field.format);
    const bool is_cut = known != nullptr && field.format == "name" && may_go_on(*known);
    if (known == nullptr || !(is_cut || (is_date && values.empty())))
        return;
    if (auto value = extract(field.format, printed_place(m_paper.page, field, *known)))
        values = {{std::move(*value), is_cut ? most_otherwise : plain_link, {}}};
}

/// A number of a person that does not stand beside its words, which are on the page, may be
/// another person's: a child's.
void Candidates::add_anywhere(const Field& field, Values& values) const {
    const bool elsewhere =
        field.format == "nir" && std::ranges::any_of(field.near, [&](const std::string& phrase) {
            return !m_paper.page.find(phrase).empty();
        });
    for (const auto& row : m_paper.page.rows()) {
        auto value = extract(field.format, row);
        if (!value || (!value->proven && !values.empty()))
            continue;
        value->proven = value->proven && !elsewhere;
        values.push_back({std::move(*value), elsewhere ? most_otherwise : plain_link, {}});
    }
}

void Candidates::keep_listed(const Field& field, Values& values) {
    Values listed;
    for (auto& value : values)
        if (auto extract = as_listed(std::move(value.extract), field.list)) {
            value.extract = std::move(*extract);
            listed.push_back(std::move(value));
        }
    values = std::move(listed);
}

} // namespace guichet::scan
