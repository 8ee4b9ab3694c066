// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/candidates.hpp"

#include "scan/text/find/column.hpp"
#include "scan/text/find/dated_label.hpp"
#include "scan/text/find/dateline.hpp"
#include "scan/text/find/heading.hpp"
#include "scan/text/find/known_places.hpp"
#include "scan/text/find/label_of.hpp"
#include "scan/text/find/led_label.hpp"
#include "scan/text/find/month_table.hpp"
#include "scan/text/find/name_parts.hpp"
#include "scan/text/find/only.hpp"
#include "scan/text/find/period.hpp"
#include "scan/text/find/running_text.hpp"
#include "scan/text/find/section.hpp"
#include "scan/text/find/told.hpp"
#include "scan/text/find/town_hall.hpp"
#include "scan/text/find/value_of_label.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace guichet::scan {

namespace {

/// Of a page that says it in two ways, none is sure.
void doubt_others(const Extract& value, std::vector<FoundValue>& values) {
    for (auto& other : values)
        if (!same_value(other.extract.value, value.value))
            other.link = std::min(other.link, most_otherwise);
}

/// Where a label heads a cell, the same words in a sentence do not count: "jusqu'au".
void keep_headings(const PageText& page, std::vector<FoundValue>& values) {
    const auto is_small = [&](const FoundValue& value) {
        const auto words = page.within(value.label);
        return !words.empty() && begins_small(words.front()->text);
    };
    if (!std::ranges::all_of(values, is_small))
        std::erase_if(values, is_small);
}

/// "Facture d'eau du 2e semestre": no day below is meant.
bool goes_on_behind(const PageText& page, const Box& label) {
    const auto behind = page.behind(label);
    return !behind.empty() && gap_between(label, behind.front()->box) < label.height;
}

/// The name of the person a paper is about is not under "PÈRE" where it stands elsewhere too.
void keep_out_of_sections(const Paper& paper, std::vector<FoundValue>& values) {
    const auto is_in = [&](const FoundValue& value) {
        return is_in_section(paper.page, paper.kind, value.label);
    };
    if (!std::ranges::all_of(values, is_in))
        std::erase_if(values, is_in);
}

/// Of the places where that phrase is a label, those that another one makes unlikely.
void drop_less_likely(
    const Paper& paper,
    const std::string& phrase,
    const Field& field,
    std::vector<FoundValue>& values
) {
    const auto& page = paper.page;
    if (is_name_of_person(field.format) && field.section.empty())
        keep_out_of_sections(paper, values);
    if (is_day_format(field.format))
        keep_headings(page, values);
    if (phrase.ends_with("du"))
        std::erase_if(values, [&](const auto& value) {
            return is_past_first_day(page, value.label, value.extract.box) ||
                   (!value.beside && goes_on_behind(page, value.label));
        });
    if (is_number(field.format) && std::ranges::any_of(values, &FoundValue::beside))
        std::erase_if(values, [](const auto& value) { return !value.beside; });
}

bool is_within_any(const Box& label, const std::vector<FoundValue>& values) {
    return std::ranges::any_of(values, [&](const FoundValue& value) {
        return same_level(label, value.label) && label.x >= value.label.x &&
               right_edge(label) <= right_edge(value.label);
    });
}

/// "Vous pouvez contester …", "Si vous avez déjà payé, …": asks nothing.
bool is_offer(const Words& sentence) {
    const auto begins = [&](std::string_view first, std::string_view second) {
        return sentence.size() > 1 && sentence[0]->folded == first && sentence[1]->folded == second;
    };
    return begins("vous", "pouvez") || begins("vous", "disposez") || begins("si", "vous");
}

/// "SOLDE À PAYER", "Reste à payer": no sentence.
bool is_label_of_amount(const Words& sentence) {
    constexpr std::size_t least_words = 4;
    return sentence.size() < least_words;
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
        add_beside(field, found, values);
    if (field.anywhere && std::ranges::none_of(values, is_proven))
        add_anywhere(field, values);
    if (!field.list.empty())
        keep_listed(field, values);
    if (field.otherwise == Otherwise::Second)
        add_rest_of_second(field, values);
    if (auto value = values.empty() ? elsewhere(field, found) : std::nullopt)
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
    if (std::ranges::find(field.near, "au") != field.near.end())
        add_end_of_period(field, found, values);
    if (values.empty())
        values = field.where == Where::Sentence ? sentences(field) : beside_words(field, found);
    if (values.empty() && tells_itself(field.format)) // "CRTUFRP1XXX" over "BIC"
        for (const auto& label : m_paper.page.find_any(field.near))
            if (auto value = value_over_label(m_paper.page, label, field))
                values.push_back(std::move(*value));
    if (field.format == "money")
        keep_to_month(m_paper.page, m_paper.kind, field, found, values);
    if (field.format == "day" && !field.beside.empty() && values.empty())
        add_beside(field, found, values);
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
    drop_less_likely(m_paper, phrase, field, values);
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

/// What the next line of a cell begins with, where nothing goes on behind the one above.
std::optional<Extract> Candidates::next_line(std::string_view format, const Box& line) const {
    const auto behind = m_paper.page.behind(line);
    if (!behind.empty() && gap_between(line, behind.front()->box) < 2 * line.height)
        return std::nullopt;
    const auto* run = m_paper.page.run_around(line);
    const auto words = m_paper.page.run_under(run != nullptr ? run->box : line);
    auto value = extract(format, words);
    return value && value->box.x == words.front()->box.x ? value : std::nullopt;
}

/// "au 30 septembre" right behind a day that another field has, over the end of a line too.
void Candidates::add_end_of_period(const Field& field, const Found& found, Values& values) const {
    for (const auto& [name, begin] : found) {
        const auto& box = begin.extract.box;
        const auto words = m_paper.page.behind(box);
        if (std::ranges::count(begin.extract.value, '-') != 2 || words.empty() ||
            words.front()->folded != "au" || gap_between(box, words.front()->box) > 2 * box.height)
            continue;
        const auto& link = words.front()->box;
        if (auto value = next_line(field.format, around(box, link)); value && values.empty())
            values.push_back({std::move(*value), plain_link, link, true});
        for (const auto& rest : m_paper.page.onwards(words.front()->box))
            if (auto value = extract(field.format, rest); value && values.empty())
                values.push_back({std::move(*value), plain_link, words.front()->box, true});
    }
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
    for (const auto& words : told_on(m_paper.page, field.told, told, is_name)) {
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

/// Beside another value: the words between were not read, or there are none.
void Candidates::add_beside(const Field& field, const Found& found, Values& values) const {
    const auto other = found.find(field.beside);
    if (other == found.end())
        return;
    const auto& box = other->second.extract.box;
    if (field.near.empty()) {
        auto value = value_of_label(m_paper, box, field);
        if (value && !leads_on(m_paper.page, value->extract.box))
            values.push_back(std::move(*value));
        return;
    }
    const auto level = m_paper.page.behind(box);
    const auto leads_to_day = [&](const Words& words) {
        return !words.empty() && (words.front()->folded == "du" || words.front()->folded == "le");
    };
    const bool is_day = field.format == "day"; // of a paper, not the end of a period
    const bool is_next = !level.empty() && begins_with_capital(level.front()->text) &&
                         gap_between(box, level.front()->box) > 2 * box.height;
    const bool is_dated = is_day && leads_to_day(level); // "n° 26-118 du 21/01/2026"
    if (auto value = is_next || is_dated ? extract(field.format, level) : std::nullopt) {
        values.push_back({std::move(*value), most_otherwise, box, true});
        return;
    }
    const auto& label = other->second.label;
    const auto line = label.width > 0 ? around(label, box) : m_paper.page.with_begin(box);
    const auto words = m_paper.page.run_under(line);
    if (is_day && !leads_to_day(words))
        return;
    if (auto value = extract(field.format, words))
        values.push_back({std::move(*value), most_otherwise, box});
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

/// Of a page whose zone or code tells what else it says, or of a shape that tells itself.
std::optional<Extract> Candidates::only_left(const Field& field, const Found& found) const {
    std::vector<std::string> taken;
    for (const auto& other : m_paper.known)
        if (other.reader != procedure::ReadBy::Text)
            taken.push_back(other.value);
    if (taken.empty() && field.list.empty() && !tells_itself(field.format))
        return std::nullopt;
    for (const auto& [name, other] : found)
        taken.push_back(other.extract.value);
    return only_on(m_paper.page, m_paper.kind, field, taken);
}

std::optional<Extract> Candidates::elsewhere(const Field& field, const Found& found) const {
    switch (field.otherwise) {
    case Otherwise::Nowhere:
        return std::nullopt;
    case Otherwise::Addressee:
        return extract(field.format, m_paper.postal.addressee);
    case Otherwise::Addressees:
        return extract(field.format, m_paper.postal.both());
    case Otherwise::Second:
        return extract(field.format, m_paper.postal.second);
    case Otherwise::Address:
        return extract(field.format, m_paper.postal.address);
    case Otherwise::Sender:
        return extract("words", m_paper.postal.sender); // "HABITAT DU PAYS DE LENS - OPH"
    case Otherwise::Company:
        return extract(
            "words", m_paper.postal.company.empty() ? m_paper.postal.sender : m_paper.postal.company
        );
    case Otherwise::TownHall:
        return extract(field.format, town_of_hall(m_paper.page));
    case Otherwise::Heading:
        return extract(field.format, heading_of(m_paper.page, m_paper.postal.address));
    case Otherwise::Dateline:
        return extract(field.format, dateline_of(m_paper.page, m_paper.kind.titles));
    case Otherwise::Month:
        return month_elsewhere();
    case Otherwise::Begin:
    case Otherwise::End:
        if (const auto period = period_on(m_paper.page))
            return field.otherwise == Otherwise::Begin ? period->first : period->last;
        return std::nullopt;
    case Otherwise::Only:
        return only_left(field, found);
    }
    return std::nullopt;
}

/// Of the title, or of a period that lies in one month.
std::optional<Extract> Candidates::month_elsewhere() const {
    constexpr std::size_t of_month = 7; // "2026-03"
    if (auto month = extract("month", monthline_of(m_paper.page, m_paper.kind.titles)))
        return month;
    auto period = period_on(m_paper.page);
    if (!period ||
        period->first.value.substr(0, of_month) != period->last.value.substr(0, of_month))
        return std::nullopt;
    period->first.value.resize(of_month);
    period->first.doubtful.clear();
    return std::move(period->first);
}

std::vector<FoundValue> Candidates::sentences(const Field& field) const {
    Values values;
    for (const auto& phrase : field.near)
        for (const auto& place : m_paper.page.find(phrase)) {
            const auto words = m_paper.page.sentence(place);
            if (is_offer(words) || is_label_of_amount(words))
                continue;
            auto value =
                field.format.empty() ? extract("words", words) : extract(field.format, words);
            const bool known = value && std::ranges::any_of(values, [&](const auto& other) {
                                   return other.extract.value == value->value;
                               });
            if (value && !known)
                values.push_back({std::move(*value), 1, place});
        }
    std::ranges::stable_sort(values, is_higher);
    return values;
}

} // namespace guichet::scan
