// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/known_places.hpp"

#include "scan/text/fold.hpp"
#include "scan/text/format/format.hpp"

#include <algorithm>
#include <string>

namespace guichet::scan {

namespace {

constexpr std::size_t least_letters = 4; ///< fewer are printed by chance

Words place_of_date(const PageText& page, const Field& field, const std::string& value) {
    for (const auto& row : page.rows())
        for (const auto& date : extract_all(field.format, row))
            if (date.value == value)
                return {
                    std::ranges::find_if(
                        row, [&](const Word* word) { return word->box.x >= date.box.x; }
                    ),
                    row.end()};
    return {};
}

/// Whether words begin with those letters.
bool begin_with(Words::const_iterator word, Words::const_iterator end, const std::string& wanted) {
    std::string letters;
    for (; word != end && letters.size() < wanted.size(); ++word)
        letters += (*word)->folded;
    return letters.starts_with(wanted);
}

/// The zone says it too.
bool is_of_zone(const PageText::Run& run) {
    return std::ranges::any_of(run.words, [](const Word* word) {
        return word->text.find('<') != std::string::npos;
    });
}

Words place_of_letters(const PageText& page, const std::string& wanted) {
    if (wanted.size() < least_letters)
        return {};
    for (const auto& run : page.runs())
        for (auto word = run.words.begin(); word != run.words.end() && !is_of_zone(run); ++word)
            if (!(*word)->folded.empty() && begin_with(word, run.words.end(), wanted))
                return {word, run.words.end()};
    return {};
}

} // namespace

const procedure::Proposal* known_of(const Kind& kind, const Field& field, Known known) {
    const auto found = std::ranges::find_if(known, [&](const procedure::Proposal& other) {
        return other.field == kind.field_id(field.name) && other.reader != procedure::ReadBy::Text;
    });
    return found != known.end() ? &*found : nullptr;
}

bool may_go_on(const procedure::Proposal& told) {
    const auto last = static_cast<int>(letter_count(told.value)) - 1;
    return told.reader == procedure::ReadBy::Mrz && !told.doubtful.empty() &&
           told.doubtful.back() == last;
}

Words printed_place(const PageText& page, const Field& field, const procedure::Proposal& known) {
    return is_day_format(field.format) ? place_of_date(page, field, known.value)
                                       : place_of_letters(page, fold(known.value));
}

std::map<const Word*, std::size_t>
codes_before_known(const PageText& page, const Kind& kind, Known known) {
    std::map<const Word*, std::size_t> codes;
    for (const auto& field : kind.fields) {
        const auto code = std::ranges::find_first_of(kind.codes, field.near);
        const auto* told = known_of(kind, field, known);
        if (code == kind.codes.end() || told == nullptr)
            continue;
        if (const auto place = printed_place(page, field, *told); !place.empty())
            codes.emplace(place.front(), static_cast<std::size_t>(code - kind.codes.begin()));
    }
    return codes;
}

} // namespace guichet::scan
