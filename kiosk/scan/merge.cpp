// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/merge.hpp"

#include "scan/sum.hpp"
#include "scan/text/find/known_places.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/format.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace guichet::scan {

namespace {

using procedure::PictureFault;
using procedure::Proposal;
using procedure::ReadBy;

constexpr double agreed_confidence = 0.97;
constexpr double disagreed_confidence = 0.6;
/// Under this a reading is not worth setting against a surer one.
constexpr double worth_comparing = 0.7;
constexpr double unchecked_confidence = 0.75;
constexpr int grown_up = 18;

/// A signature, then check digits, then the order of the readers (DESIGN.md section 5).
int rank(const Proposal& proposal) {
    return static_cast<int>(proposal.reader) + (proposal.proven ? 10 : 0);
}

const Field* field_of(const std::vector<Kind>& kinds, const std::string& kind, const Proposal& of) {
    const auto* found = find_kind(kinds, kind);
    if (found == nullptr)
        return nullptr;
    const auto field = std::ranges::find_if(found->fields, [&](const Field& each) {
        return found->field_id(each.name) == of.field;
    });
    return field == found->fields.end() ? nullptr : &*field;
}

/// Addresses and free words are laid out otherwise in a code than in print.
bool can_be_compared(const Field* field) {
    return field != nullptr && field->format != "address" && field->format != "words" &&
           field->format != "place" && field->format != "authority" &&
           field->where != Where::Sentence;
}

/// The zone has no room for a long name: one is how the other begins.
bool is_cut(const std::string& a, const std::string& b) {
    const auto shorter = fold(a.size() < b.size() ? a : b);
    return shorter.size() >= 3 && fold(a.size() < b.size() ? b : a).starts_with(shorter);
}

/// Print has small letters and accents that a zone has not.
void take_spelling(Proposal& kept, const Proposal& other) {
    const bool plain =
        std::ranges::all_of(kept.value, [](char c) { return static_cast<unsigned char>(c) < 128; });
    if (plain && kept.reader == ReadBy::Mrz && other.reader == ReadBy::Text &&
        other.doubtful.empty() && other.confidence >= worth_comparing)
        kept.value = other.value;
}

/// Two readers that agree prove each other.
void agree(Proposal& kept, const Proposal& other) {
    take_spelling(kept, other);
    kept.proven = true;
    kept.confidence = std::max(kept.confidence, agreed_confidence);
    kept.doubtful.clear();
}

bool has_format(const Field* field, std::string_view format) {
    return field != nullptr && field->format == format;
}

/// A letter read wrong is neither proof nor difference.
bool is_letter_apart(const Proposal& kept, const Proposal& other, const Field* field) {
    const bool letters = has_format(field, "name") || has_format(field, "reference");
    return letters && alike(fold(kept.value), fold(other.value));
}

/// Whether what another reader saw is clear enough to be set against the surer value.
bool is_worth_comparing(const Proposal& other, const Field* field) {
    return other.doubtful.empty() && other.confidence >= worth_comparing && can_be_compared(field);
}

/// Two readers that see two values.
void differ(Proposal& kept, const Proposal& other, const Field* field) {
    if (has_format(field, "name") && is_cut(kept.value, other.value)) {
        if (other.value.size() > kept.value.size())
            kept.value = other.value;
        kept.confidence = std::min(kept.confidence, worth_comparing);
        kept.proven = false;
        return;
    }
    kept.differs = other.value;
    if (!kept.proven)
        kept.confidence = std::min(kept.confidence, disagreed_confidence);
}

/// Two values of one field, the surer one first.
void compare(Proposal& kept, const Proposal& other, const Field* field) {
    if (kept.reader == other.reader)
        return; // one reader says nothing about itself
    if (same_value(kept.value, other.value))
        agree(kept, other);
    else if ((may_go_on(kept) || !is_letter_apart(kept, other, field)) && is_worth_comparing(other, field))
        differ(kept, other, field);
}

/// "LOÏC YVES" where the address on the first page has "LOIC".
bool is_fuller_name(const Proposal& other, const Proposal& known, const Field* field) {
    return has_format(field, "name") && other.confidence >= known.confidence &&
           other.value.size() > known.value.size() && is_cut(other.value, known.value);
}

void add_field(Examination& examination, Proposal field, const std::vector<Kind>& kinds) {
    const auto known = std::ranges::find(examination.fields, field.field, &Proposal::field);
    if (known == examination.fields.end()) {
        examination.fields.push_back(std::move(field));
        return;
    }
    const auto* asked = field_of(kinds, examination.kind, field);
    const bool surer = rank(field) > rank(*known) ||
                       (rank(field) == rank(*known) && (field.confidence > known->confidence ||
                                                        is_fuller_name(field, *known, asked)));
    if (surer)
        std::swap(*known, field);
    compare(*known, field, asked);
}

/// The kind that both can be: the more exact one of a family. Null when they are two kinds.
const Kind* common(const Kind* known, const Kind* told) {
    if (known == nullptr || told == nullptr)
        return known == nullptr ? told : known;
    if (known->family() != told->family())
        return nullptr;
    return known->id == known->family() ? told : known;
}

std::optional<Date> date_in(const Examination& examination, const std::string& field) {
    const auto found = std::ranges::find(examination.fields, field, &Proposal::field);
    if (found == examination.fields.end() || found->value.size() != 10)
        return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        const auto* begin = found->value.data() + at;
        std::from_chars(begin, begin + length, value);
        return value;
    };
    const Date date{
        std::chrono::year(number(0, 4)),
        std::chrono::month(static_cast<unsigned>(number(5, 2))),
        std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

/// The same day so many years on; the last of February where it does not exist.
Date years_on(Date date, int years) {
    const auto moved = date + std::chrono::years(years);
    return moved.ok() ? moved : Date(moved.year() / moved.month() / std::chrono::last);
}

/// The last day the document is good; nullopt when it does not say.
std::optional<Date> last_day(const Examination& examination, const Kind& kind) {
    const auto& rule = *kind.validity;
    const auto read = [&](const std::string& name) {
        return name.empty() ? std::nullopt : date_in(examination, kind.field_id(name));
    };
    const auto until = read(rule.until);
    auto issued = read(rule.from);
    if (!issued && until && rule.years > 0)
        issued = years_on(*until, -rule.years);
    if (!until && (!issued || rule.years == 0))
        return std::nullopt;
    const auto last = until ? *until : years_on(*issued, rule.years);
    const auto born = read(rule.birth);
    const bool adult = !born || !issued || years_on(*born, grown_up) <= *issued;
    const bool extended = rule.extended_by > 0 && issued && adult &&
                          *issued >= rule.extended_from && *issued <= rule.extended_until;
    return extended ? years_on(last, rule.extended_by) : last;
}

const Proposal* find_field(const Examination& examination, const std::string& id) {
    const auto found = std::ranges::find(examination.fields, id, &Proposal::field);
    return found == examination.fields.end() ? nullptr : &*found;
}

/// Whether all amounts of a sum were read and add up.
bool adds_up(const Examination& examination, const Kind& kind, const Sum& sum) {
    const auto rest = rest_of(sum, [&](const std::string& name) {
        const auto* field = find_field(examination, kind.field_id(name));
        return field == nullptr ? std::nullopt : std::optional(amount_in(field->value));
    });
    return rest && is_nothing(*rest);
}

/// Printed amounts of a sum that was not seen to add up are for the person to look at: one may
/// stand beside the words of another.
void doubt_sum(Examination& examination, const Kind& kind, const Sum& sum) {
    auto names = sum.of;
    names.push_back(sum.total);
    for (const auto& name : names)
        for (auto& field : examination.fields)
            if (field.field == kind.field_id(part_name(name)) && field.reader == ReadBy::Text &&
                !field.proven)
                field.confidence = std::min(field.confidence, unchecked_confidence);
}

/// A year that was misread: no paper is of a day so far ahead, nor valid for so long.
void doubt_far_days(Examination& examination, const Kind& kind, Date today) {
    constexpr int most_years = 20;
    for (const auto& known : kind.fields) {
        const auto id = kind.field_id(known.name);
        const auto day = is_day_format(known.format) ? date_in(examination, id) : std::nullopt;
        if (!day || *day <= years_on(today, most_years))
            continue;
        for (auto& field : examination.fields)
            if (field.field == id && !field.proven)
                field.confidence = std::min(field.confidence, unchecked_confidence);
    }
}

/// The first side of which nothing was seen; null when all were, or none.
const Side* missing_side(const Examination& examination, const Kind& kind) {
    const auto seen = [&](const Side& side) {
        return std::ranges::find(examination.sides, side.id) != examination.sides.end() ||
               std::ranges::any_of(side.fields, [&](const std::string& name) {
                   return std::ranges::find(
                              examination.fields, kind.field_id(name), &Proposal::field
                          ) != examination.fields.end();
               });
    };
    if (std::ranges::none_of(kind.sides, seen))
        return nullptr;
    const auto side = std::ranges::find_if_not(kind.sides, seen);
    return side == kind.sides.end() ? nullptr : &*side;
}

} // namespace

void merge(Examination& examination, Findings findings, int index, const std::vector<Kind>& kinds) {
    std::ranges::move(findings.codes, std::back_inserter(examination.codes));
    if (!findings.text.empty())
        examination.text += (examination.text.empty() ? "" : "\n") + findings.text;
    const auto* known = find_kind(kinds, examination.kind);
    const auto* told = find_kind(kinds, findings.kind);
    const auto* both = common(known, told);
    if (both == nullptr)
        return; // another document: its values are not of this one
    examination.kind = both->id;
    for (auto& field : findings.fields) {
        field.page = index;
        add_field(examination, std::move(field), kinds);
    }
    for (auto& side : findings.sides)
        if (std::ranges::find(examination.sides, side) == examination.sides.end())
            examination.sides.push_back(std::move(side));
}

void judge(
    Examination& examination,
    const std::vector<Kind>& kinds,
    const std::string& expected,
    Date today
) {
    auto& faults = examination.faults;
    const auto* kind = find_kind(kinds, examination.kind);
    if (kind == nullptr)
        return;
    examination.answers = kind->id == expected ? kind->id : kind->family();
    if (!expected.empty() && kind->id != expected && kind->family() != expected)
        faults.insert(faults.begin(), PictureFault::WrongKind);
    for (const auto& sum : kind->sums)
        if (!adds_up(examination, *kind, sum))
            doubt_sum(examination, *kind, sum);
    doubt_far_days(examination, *kind, today);
    if (kind->validity)
        if (const auto last = last_day(examination, *kind); last && *last < today)
            faults.push_back(PictureFault::OutOfDate);
    if (const auto* side = missing_side(examination, *kind)) {
        faults.push_back(PictureFault::SideMissing);
        examination.missing = side->name;
    }
    if (std::ranges::any_of(examination.fields, [](const Proposal& field) {
            return !field.differs.empty();
        }))
        faults.push_back(PictureFault::Disagrees);
}

} // namespace guichet::scan
