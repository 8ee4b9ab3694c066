// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/candidates.hpp"

#include "scan/text/find/column.hpp"
#include "scan/text/find/dateline.hpp"
#include "scan/text/find/heading.hpp"
#include "scan/text/find/known_places.hpp"
#include "scan/text/find/month_table.hpp"
#include "scan/text/find/number_places.hpp"
#include "scan/text/find/only.hpp"
#include "scan/text/find/period.hpp"
#include "scan/text/find/running_text.hpp"
#include "scan/text/find/section.hpp"
#include "scan/text/find/told.hpp"
#include "scan/text/find/town_hall.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/given_names.hpp"
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

constexpr int least_items = 2; ///< below the first one

bool is_name_of_person(std::string_view format) {
    return format == "name" || format == "names";
}

/// Any words will do, so that what is none of the value must be told otherwise.
bool is_wordy(std::string_view format) {
    constexpr std::array<std::string_view, 6> wordy{
        "", "words", "name", "names", "place", "address"};
    return std::ranges::find(wordy, format) != wordy.end();
}

/// "n°": it is a number of something that only its heading names.
bool is_number_sign(std::string_view phrase) {
    const auto letters = fold(phrase);
    return letters == "n" || letters == "numero";
}

/// Whether a label stands under the value it follows.
bool is_under(const Box& label, const Field& field, const Found& found) {
    if (field.beside.empty())
        return true;
    const auto other = found.find(field.beside);
    if (other == found.end())
        return false;
    const auto& box = other->second.extract.box;
    const int down = middle_of(label) - middle_of(box);
    return down > box.height / 2 && down < most_drop * box.height;
}

/// What goes on a value in its next line.
void append(const Extract& more, Extract& value) {
    const std::string_view blank = value.value.ends_with('-') ? "" : " ";
    const auto shift = static_cast<int>(letter_count(value.value) + blank.size());
    for (const int at : more.doubtful)
        value.doubtful.push_back(at + shift);
    value.value.append(blank).append(more.value);
    value.box = around(value.box, more.box);
    value.sureness = std::min(value.sureness, more.sureness);
}

/// Of a page that says it in two ways, none is sure.
void doubt_others(const Extract& value, std::vector<FoundValue>& values) {
    for (auto& other : values)
        if (!same_value(other.extract.value, value.value))
            other.link = std::min(other.link, most_otherwise);
}

/// "151,52" as -151,52.
void owe(Extract& amount) {
    if (amount.value.starts_with('-'))
        return;
    amount.value.insert(0, "-");
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

/// Behind an amount; the sign of the euro has no letters.
bool is_currency(std::string_view folded) {
    return folded.empty() || folded == "eur" || folded == "euro" || folded == "euros";
}

/// "01 951 0423", not "208", which names a car.
bool is_long_number(const std::string& text) {
    constexpr int least = 5;
    return !has_letter(text) && std::ranges::count_if(text, is_digit) >= least;
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

/// Whether a line goes on before a date and behind it.
bool is_in_prose(const PageText& page, const Box& date) {
    constexpr std::ptrdiff_t least_words = 3;
    const auto* run = page.run_around(date);
    if (run == nullptr)
        return false;
    const auto before = std::ranges::count_if(run->words, [&](const Word* word) {
        return right_edge(word->box) <= date.x && has_letter(word->text);
    });
    const bool goes_on = std::ranges::any_of(run->words, [&](const Word* word) {
        return word->box.x >= right_edge(date) && begins_small(word->text);
    });
    return before >= least_words && goes_on;
}

/// Whether a label is told of as yet to come: "sera établie le" dates no paper.
bool is_yet_to_come(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        const int gap = gap_between(word->box, label);
        return word->box.x < label.x && gap < label.height &&
               (word->folded == "sera" || word->folded == "seront");
    });
}

bool is_article(std::string_view folded) {
    return folded == "le" || folded == "la" || folded == "les";
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
    if (value.empty() || value.front()->folded.size() < least || field.format == "address")
        return false;
    return std::ranges::any_of(field.near, [&](const std::string& phrase) {
        return std::ranges::any_of(folded_words(phrase), [&](const std::string& word) {
            return is_english_label(word) && word.starts_with(value.front()->folded);
        });
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

} // namespace

Candidates::Candidates(const PageText& page, const Kind& kind, Known known)
    : m_page(page), m_kind(kind), m_known(known), m_labels(page, kind) {
    if (std::ranges::any_of(kind.fields, wants_postal))
        m_postal = postal_of(page, kind.titles);
}

std::vector<FoundValue> Candidates::of(const Field& field, const Found& found) const {
    Values values;
    add_cell(field, values);
    if (std::ranges::find(field.near, "au") != field.near.end())
        add_end_of_period(field, found, values);
    if (values.empty())
        values = field.where == Where::Sentence ? sentences(field) : beside_words(field, found);
    if (field.format == "money")
        keep_to_month(field, found, values);
    if (field.format == "day" && !field.beside.empty() && values.empty())
        add_beside(field, found, values);
    const auto told = field.format == "place" ? told_at(m_page, field.told) : std::vector<Box>();
    drop_told_of_others(told, values);
    add_told(field, values);
    add_known(field, values);
    if (!field.beside.empty() && values.empty() && told.empty())
        add_beside(field, found, values);
    if (field.anywhere && std::ranges::none_of(values, is_proven))
        add_anywhere(field, values);
    if (!field.list.empty())
        keep_listed(field, values);
    if (field.otherwise == Otherwise::Second)
        add_rest_of_second(field, values);
    if (auto value = values.empty() ? elsewhere(field, found) : std::nullopt)
        values.push_back({std::move(*value), most_otherwise, {}});
    return values;
}

/// "DURAND" of a table, whom the address calls "MME DURAND ANNE".
void Candidates::add_rest_of_second(const Field& field, Values& values) const {
    const auto whole = extract(field.format, m_postal.second);
    if (!whole)
        return;
    const auto all = folded_words(whole->value);
    for (auto& value : values) {
        const auto part = folded_words(value.extract.value);
        if (part.size() <= all.size() && std::equal(part.begin(), part.end(), all.begin()))
            value = {*whole, most_otherwise, {}};
    }
}

/// Of several months, what is said of the one the paper is of: in its column or row of a table,
/// then never sure, or in its block.
void Candidates::keep_to_month(const Field& field, const Found& found, Values& values) const {
    const auto of_month = std::ranges::find(m_kind.fields, "month", &Field::format);
    const auto known = of_month != m_kind.fields.end() ? found.find(of_month->name) : found.end();
    if (known == found.end())
        return;
    const auto& month = known->second.extract.value;
    for (auto& value : values)
        if (auto amount = amount_of_month(m_page, value.label, month)) {
            value.extract = std::move(*amount);
            value.one_of_many = true;
        }
    const auto is_of_month = [&](const FoundValue& value) {
        return month_over(m_page, value.label) == month;
    };
    if (std::ranges::any_of(values, is_of_month)) // a block for each month
        std::erase_if(values, std::not_fn(is_of_month));
    if (!values.empty())
        return;
    for (const auto& head : m_page.find_any(field.near))
        if (auto amount = amount_in_row_of_month(m_page, head, month)) {
            values.push_back({std::move(*amount), most_otherwise, head, false, true});
            return;
        }
}

/// One candidate for each place the field's words stand, by the longest words that are there.
std::vector<FoundValue> Candidates::beside_words(const Field& field, const Found& found) const {
    auto phrases = field.near;
    std::ranges::stable_sort(phrases, std::greater<>(), [](const std::string& phrase) {
        return folded_words(phrase).size();
    });
    for (const auto& phrase : phrases)
        if (auto values = beside_phrase(phrase, field, found); !values.empty())
            return values; // the longer phrase says it more exactly
    return {};
}

/// Whether the field's words, where they stand there, are its label.
bool Candidates::is_label(
    const Box& label, const std::string& phrase, const Field& field, const Found& found
) const {
    if (m_labels.is_within_longer(label, field) || is_other_word(label, phrase))
        return false;
    if (is_day_format(field.format) &&
        (is_in_date_of(m_page, label) || (m_kind.fallback && is_date_of_another(m_page, label))))
        return false;
    if (field.format == "money" && is_of_something(m_page, label))
        return false;
    if (field.otherwise == Otherwise::Dateline && is_yet_to_come(m_page, label))
        return false;
    if (is_number(field.format) ? is_not_of_month(m_page, label)
                                : !tells_itself(field.format) && // "… 420 BIC AGRIFR"
                                      is_led(m_page, label))
        return false;
    return !(says_little(phrase) && is_of_another(m_page, label)) &&
           !is_of_other_day(label, field, found) && is_meant(label, phrase, field, found);
}

std::vector<FoundValue>
Candidates::beside_phrase(const std::string& phrase, const Field& field, const Found& found) const {
    Values values;
    for (const auto& label : m_page.find(phrase))
        if (is_label(label, phrase, field, found))
            add_from(label, field, values);
    if (phrase.ends_with("du"))
        std::erase_if(values, [&](const auto& value) {
            return is_past_first_day(m_page, value.label, value.extract.box);
        });
    if (is_number(field.format) && std::ranges::any_of(values, &FoundValue::beside))
        std::erase_if(values, [](const auto& value) { return !value.beside; });
    for (auto& value : values) {
        const auto* code = m_page.code_at(value.label);
        if (says_little(phrase) || (code != nullptr && code->is_guess))
            value.link = std::min(value.link, most_otherwise);
    }
    return values;
}

/// "AUTORISE SON TITULAIRE" of such papers is no misread "AUTORITÉ".
bool Candidates::is_other_word(const Box& label, const std::string& phrase) const {
    const auto read = letters_of(m_page.within(label));
    return !read.starts_with(fold(phrase)) &&
           std::ranges::find(m_kind.words, read, fold) != m_kind.words.end();
}

/// The day a field says, on this page or one before; empty when none was read.
std::string Candidates::day_of(const std::string& name, const Found& found) const {
    if (const auto here = found.find(name); here != found.end())
        return here->second.extract.value;
    const auto before =
        std::ranges::find(m_known, m_kind.field_id(name), &procedure::Proposal::field);
    return before != m_known.end() ? before->value : "";
}

/// "SOLDE DÉBITEUR AU 15/06" on a statement from 16/06 to 15/07 is the balance before it.
bool Candidates::is_of_other_day(const Box& label, const Field& field, const Found& found) const {
    const auto behind = m_page.behind(label);
    const auto day = field.day_of.empty() ? std::nullopt : extract("date", behind);
    if (!day || gap_between(label, day->box) > 2 * label.height)
        return false;
    const auto own = day_of(field.day_of, found);
    return std::ranges::any_of(m_kind.fields, [&](const Field& other) {
        const auto its = other.day_of.empty() ? "" : day_of(other.day_of, found);
        if (own.empty() || its.empty() || own == its)
            return false;
        return own < its ? day->value >= its : day->value <= its; // as text they are in order
    });
}

/// Words that say little count only in the field's section, or under the value they follow.
bool Candidates::is_meant(
    const Box& label, const std::string& phrase, const Field& field, const Found& found
) const {
    const auto section = section_of(m_page, m_kind, label, field);
    if (section == Section::Other)
        return false;
    if (section == Section::Open && !field.section.empty() && !is_first_with(phrase, field))
        return false;
    if (!says_little(phrase))
        return true;
    if ((phrase == "du" || phrase == "au") && !spans_days(m_page, label))
        return false;
    const bool free = section == Section::Own || field.section.empty() || !is_number_sign(phrase);
    return free && is_under(label, field, found);
}

/// Whether no field before it is announced by the same words: outside the sections of both they are
/// the first one's.
bool Candidates::is_first_with(const std::string& phrase, const Field& field) const {
    const auto first = std::ranges::find_if(m_kind.fields, [&](const Field& other) {
        return std::ranges::find(other.near, phrase) != other.near.end();
    });
    return first == m_kind.fields.end() || &*first == &field;
}

/// Whether what was found in a place of the label is none of its values.
bool Candidates::is_other(
    const Extract& value, const Place& place, const Box& label, const Field& field
) const {
    if (field.otherwise == Otherwise::Dateline && !place.beside && is_in_prose(m_page, value.box))
        return true; // "… intervention du 29/10/2025 …" under "FACTURE N°"
    if (is_number(field.format))
        return is_in_sentence(value, place, label);
    const auto words = m_page.within(value.box);
    const bool heading = words.size() == 2 && is_article(words[0]->folded) &&
                         m_labels.holds(words[1]->box); // "Le salarié" beside "L'employeur"
    const bool is_label = heading || is_own_label(words, field) ||
                          is_value_of("vin", value.value); // behind another code
    return (is_wordy(field.format) && (is_label || is_no_value(m_page, value, place, label))) ||
           (is_name_of_person(field.format) &&
            (leads_on(m_page, value.box) || is_kind_of_name(words)));
}

/// "474,41" of "1 474,41", whose "1" is above its label and not in its cell.
bool Candidates::is_rest_of_amount(const Extract& value) const {
    constexpr std::size_t hundreds = 3;
    if (value.value.find(',') != hundreds)
        return false;
    return std::ranges::any_of(m_page.level_with(value.box), [&](const Word* word) {
        const int gap = gap_between(word->box, value.box);
        return word->box.x < value.box.x && gap < value.box.height && is_digit(word->text.back()) &&
               word->folded.size() <= hundreds && std::ranges::all_of(word->folded, is_digit);
    });
}

/// Whether the label is of something else, so that nothing further away is its value either: of a
/// number where words are looked for, of the items of a bill, or of a service and not its office.
bool Candidates::ends_search(const Field& field, const Place& place, const Extract& value) const {
    return (field.format == "words" && is_long_number(value.value)) ||
           (field.otherwise == Otherwise::Sender && is_emblem(m_page.within(value.box))) ||
           (field.format == "money" && !place.beside && heads_items(value));
}

/// Where the value of a label may stand, the likeliest first, without words that are never its.
std::vector<Place> Candidates::places(const Box& label, const Field& field) const {
    auto places = m_labels.places(label, field);
    if (field.format == "money")
        for (auto& place : places)
            place.words = without_sums_of_year(m_page, std::move(place.words));
    if (field.format == "address")
        put_window_last(places);
    if (is_day_format(field.format))
        for (auto& place : places)
            add_broken_word(label, place);
    std::erase_if(places, [](const Place& place) { return place.words.empty(); });
    if (is_number(field.format))
        order_for_number(places, label, field.format);
    return places;
}

void Candidates::add_from(const Box& label, const Field& field, Values& values) const {
    const auto likely = places(label, field);
    for (const auto& place : likely) {
        auto value = field.take == Take::Last ? last_of(field.format, place.words)
                                              : extract(field.format, place.words);
        if (!value || is_other(*value, place, label, field) || is_rest_of_amount(*value))
            continue;
        if (ends_search(field, place, *value))
            return;
        add_next_line(field.format, place, label, *value);
        const bool one_of_many = field.format == "money" && !is_only_amount(place, *value);
        if (is_owed(label, field))
            owe(*value);
        values.push_back({std::move(*value), place.link, label, place.beside, one_of_many});
        return;
    }
    if (auto value = field.format == "iban" ? in_two_lines(label, field, likely) : std::nullopt)
        values.push_back(std::move(*value));
    else if (auto alone = is_wordy(field.format) ? std::nullopt : alone_below(label, field))
        values.push_back({std::move(*alone), most_otherwise, label});
}

/// The address in the window of an envelope stands beside anything: it is only meant where nothing
/// else is.
void Candidates::put_window_last(std::vector<Place>& places) const {
    const auto in_window = [&](const Word* word) {
        return std::ranges::find(m_postal.address, word) != m_postal.address.end();
    };
    const auto begins_in_window = [&](const Place& place) {
        return !place.words.empty() && in_window(place.words.front());
    };
    for (auto& place : places)
        if (!begins_in_window(place))
            std::erase_if(place.words, in_window);
    std::stable_partition(places.begin(), places.end(), std::not_fn(begins_in_window));
}

/// "mil neuf cent quatre-vingt-dix-" goes on in the line below.
void Candidates::add_broken_word(const Box& label, Place& place) const {
    if (place.words.empty() || !place.beside)
        return;
    const auto& last = *place.words.back();
    if (!has_letter(last.text) || !last.text.ends_with('-'))
        return;
    const auto next = m_page.run_under(around(label, last.box));
    place.words.insert(place.words.end(), next.begin(), next.end());
}

/// Whether no other figure stands in that place or goes on its row, nor an amount right under one
/// below the label: of a row or a column of amounts each may be of another month or person.
bool Candidates::is_only_amount(const Place& place, const Extract& value) const {
    const auto is_other = [&](const Word* word) {
        const bool own =
            word->box.x >= value.box.x && right_edge(word->box) <= right_edge(value.box);
        return !own && has_digit(word->text) && !is_date_word(word->text);
    };
    auto behind = without_sums_of_year(m_page, m_page.behind(value.box));
    const auto words = std::ranges::find_if(behind, [](const Word* word) {
        return has_letter(word->text) && !is_currency(word->folded);
    });
    behind.erase(words, behind.end());
    return std::ranges::none_of(place.words, is_other) && !extract("money", behind) &&
           (place.beside || !extract("money", m_page.under(value.box)));
}

/// The one value in the row below, where nothing else stands in the label's cell.
std::optional<Extract> Candidates::alone_below(const Box& label, const Field& field) const {
    auto words = m_labels.alone_below(label);
    if (field.format == "money")
        words = without_sums_of_year(m_page, std::move(words));
    while (!words.empty() && is_currency(words.back()->folded))
        words.pop_back();
    auto value = extract(field.format, words);
    const bool all = value && value->box.x <= words.front()->box.x &&
                     right_edge(value->box) >= right_edge(words.back()->box);
    return all ? value : std::nullopt;
}

/// "SOLDE DÉBITEUR AU 31/10".
bool Candidates::is_owed(const Box& label, const Field& field) const {
    if (field.minus.empty())
        return false;
    return std::ranges::any_of(m_page.within(label), [&](const Word* word) {
        return std::ranges::any_of(field.minus, [&](const std::string& owed) {
            return alike(fold(owed), word->folded);
        });
    });
}

/// What of a value stands in its next line.
void Candidates::add_next_line(
    std::string_view format, const Place& place, const Box& label, Extract& value
) const {
    if (format == "name" && place.under_translations)
        add_given_names(value);
    if (format == "names")
        add_more_names(value);
    if (format == "words")
        if (!add_rest(value.box, value) && place.beside)
            add_rest(around(label, value.box), value);
}

/// What stands there where the first cannot end: "(Syntec) – IDCC" over "1486", "Établissements
/// privés" over "d'hospitalisation".
bool Candidates::add_rest(const Box& line, Extract& value) const {
    constexpr std::array<std::string_view, 9> links{
        "idcc", "n", "de", "du", "des", "la", "les", "et", "pour"};
    const auto last = folded_words(value.value);
    const auto next = m_page.run_under(line);
    if (last.empty() || next.empty() || value.value.ends_with('.'))
        return false;
    const bool open = std::ranges::count(value.value, '(') > std::ranges::count(value.value, ')') &&
                      std::ranges::any_of(next, [](const Word* word) {
                          return word->text.find(')') != std::string::npos;
                      });
    const auto begins_at = [&](int x) {
        return std::abs(next.front()->box.x - x) <= value.box.height;
    };
    if (!open && !begins_at(value.box.x) && !begins_at(line.x))
        return false;
    const int drop = middle_of(next.front()->box) - middle_of(value.box);
    const bool is_day = next.size() > 1 && has_digit(next[1]->text); // "du 1er"
    const bool small =
        begins_small(next.front()->text) && !is_day && 2 * drop < 3 * value.box.height;
    const bool code =
        next.front()->folded == "idcc" ||
        (next.size() > 1 && next.front()->folded.empty() && next[1]->folded == "idcc");
    if (!open && !small && !code && std::ranges::find(links, last.back()) == links.end())
        return false;
    const auto more = extract("words", next);
    if (more)
        append(*more, value);
    return more.has_value();
}

/// The second line of a name: "OU MME LE GUELLEC SOIZIC" under "M LE GUELLEC YANN", or given names.
void Candidates::add_more_names(Extract& name) const {
    const auto next = m_page.run_under(name.box);
    if (next.empty() || std::abs(next.front()->box.x - name.box.x) > name.box.height)
        return;
    const auto& first = next.front()->folded;
    const auto behind = m_page.behind(name.box);
    const bool led = !behind.empty() && // "M. LE GUELLEC YANN OU" over "MME LE GUELLEC MARIE"
                     is_and(behind.front()) &&
                     gap_between(name.box, behind.front()->box) < name.box.height;
    const bool joins = led || is_and(next.front()) || is_born(first) ||
                       is_given_name(next.front()->text) ||
                       is_rest_of_name(m_page.within(name.box), next);
    auto more = joins ? extract("names", next) : std::nullopt;
    if (!more || next.back()->box.x > right_edge(more->box))
        return;
    if (led)
        name.value += " " + behind.front()->text;
    append(*more, name);
}

/// The given names in the row under a family name, where a form asks for both one by one.
void Candidates::add_given_names(Extract& family) const {
    const auto next = m_page.run_under(family.box);
    if (next.empty())
        return;
    const auto begin = std::ranges::find_if(next, [&](const Word* word) {
        return std::abs(word->box.x - family.box.x) < family.box.height;
    });
    auto given = extract("name", {begin, next.end()});
    if (!given)
        return;
    append(family, *given); // as running text has it
    family = std::move(*given);
}

/// Whether the amount below a label is the first of many: of the items of a bill, whose sum stands
/// elsewhere.
bool Candidates::heads_items(const Extract& value) const {
    auto box = value.box;
    for (int i = 0; i < least_items; ++i) {
        const auto next = extract("money", m_page.under(box));
        const bool aligned =
            next && (std::abs(right_edge(next->box) - right_edge(box)) * 2 < box.height ||
                     std::abs(next->box.x - box.x) * 2 < box.height);
        if (!aligned)
            return false;
        box = next->box;
    }
    return true;
}

/// Never sure: a table may be of another month.
void Candidates::add_cell(const Field& field, Values& values) const {
    if (field.column.rows.empty())
        return;
    std::vector<std::string> others;
    for (const auto& other : m_kind.fields)
        if (other.name != field.name)
            others.insert(others.end(), other.column.heads.begin(), other.column.heads.end());
    if (auto amount = cell_of(m_page, field.column, others))
        values.push_back({std::move(*amount), most_otherwise, {}});
}

/// What the next line of a cell begins with, where nothing goes on behind the one above.
std::optional<Extract> Candidates::next_line(std::string_view format, const Box& line) const {
    const auto behind = m_page.behind(line);
    if (!behind.empty() && gap_between(line, behind.front()->box) < 2 * line.height)
        return std::nullopt;
    const auto* run = m_page.run_around(line);
    const auto words = m_page.run_under(run != nullptr ? run->box : line);
    auto value = extract(format, words);
    return value && value->box.x == words.front()->box.x ? value : std::nullopt;
}

/// "au 30 septembre" right behind a day that another field has, over the end of a line too.
void Candidates::add_end_of_period(const Field& field, const Found& found, Values& values) const {
    for (const auto& [name, begin] : found) {
        const auto& box = begin.extract.box;
        const auto words = m_page.behind(box);
        if (std::ranges::count(begin.extract.value, '-') != 2 || words.empty() ||
            words.front()->folded != "au" || gap_between(box, words.front()->box) > 2 * box.height)
            continue;
        const auto& link = words.front()->box;
        if (auto value = next_line(field.format, around(box, link)); value && values.empty())
            values.push_back({std::move(*value), plain_link, link, true});
        for (const auto& rest : m_page.onwards(words.front()->box))
            if (auto value = extract(field.format, rest); value && values.empty())
                values.push_back({std::move(*value), plain_link, words.front()->box, true});
    }
}

/// Where a sentence tells of the place: "né à Tlemcen" behind "est née" is where a parent was born.
void Candidates::drop_told_of_others(const std::vector<Box>& told, Values& values) const {
    for (const auto& place : told)
        std::erase_if(values, [&](const auto& value) {
            const auto words = letters_of(m_page.within(value.label));
            const bool born = words == "a" || words.starts_with("ne"); // no "Lieu de naissance"
            return born && !has_colon(m_page, value.label) &&
                   value.label.y >= place.y - place.height / 2;
        });
}

void Candidates::add_told(const Field& field, Values& values) const {
    const bool is_name = is_name_of_person(field.format);
    for (const auto& words : told_on(m_page, field.told, is_name)) {
        auto value = extract(field.format, words);
        if (!value || (is_name && m_labels.holds(value->box)))
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
    const auto* known = known_of(m_kind, field, m_known);
    const bool is_date = is_day_format(field.format);
    const bool is_cut = known != nullptr && field.format == "name" && may_go_on(*known);
    if (known == nullptr || !(is_cut || (is_date && values.empty())))
        return;
    if (auto value = extract(field.format, printed_place(m_page, field, *known)))
        values = {{std::move(*value), is_cut ? most_otherwise : plain_link, {}}};
}

/// Beside another value: the words between were not read, or there are none.
void Candidates::add_beside(const Field& field, const Found& found, Values& values) const {
    const auto other = found.find(field.beside);
    if (other == found.end())
        return;
    const auto& box = other->second.extract.box;
    if (field.near.empty()) {
        add_from(box, field, values);
        if (!values.empty() && leads_on(m_page, values.back().extract.box))
            values.pop_back();
        return;
    }
    const auto level = m_page.behind(box);
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
    const auto line = label.width > 0 ? around(label, box) : m_page.with_begin(box);
    const auto words = m_page.run_under(line);
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
            return !m_page.find(phrase).empty();
        });
    for (const auto& row : m_page.rows()) {
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
    for (const auto& other : m_known)
        if (other.reader != "text")
            taken.push_back(other.value);
    if (taken.empty() && field.list.empty() && !tells_itself(field.format))
        return std::nullopt;
    for (const auto& [name, other] : found)
        taken.push_back(other.extract.value);
    return only_on(m_page, m_kind, field, taken);
}

std::optional<Extract> Candidates::elsewhere(const Field& field, const Found& found) const {
    switch (field.otherwise) {
    case Otherwise::Nowhere:
        return std::nullopt;
    case Otherwise::Addressee:
        return extract(field.format, m_postal.addressee);
    case Otherwise::Addressees:
        return extract(field.format, m_postal.both());
    case Otherwise::Second:
        return extract(field.format, m_postal.second);
    case Otherwise::Address:
        return extract(field.format, m_postal.address);
    case Otherwise::Sender:
        return extract("words", m_postal.sender); // "HABITAT DU PAYS DE LENS - OPH"
    case Otherwise::Company:
        return extract("words", m_postal.company.empty() ? m_postal.sender : m_postal.company);
    case Otherwise::TownHall:
        return extract(field.format, town_of_hall(m_page));
    case Otherwise::Heading:
        return extract(field.format, heading_of(m_page, m_postal.address));
    case Otherwise::Dateline:
        return extract(field.format, dateline_of(m_page, m_kind.titles));
    case Otherwise::Month:
        return month_elsewhere();
    case Otherwise::Begin:
    case Otherwise::End:
        if (const auto period = period_on(m_page))
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
    if (auto month = extract("month", monthline_of(m_page, m_kind.titles)))
        return month;
    auto period = period_on(m_page);
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
        for (const auto& place : m_page.find(phrase)) {
            const auto words = m_page.sentence(place);
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
