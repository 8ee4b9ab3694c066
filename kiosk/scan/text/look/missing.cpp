// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/look/missing.hpp"

#include "scan/text/find/fields.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/format.hpp"
#include "scan/text/ocr/strip.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace guichet::scan {

namespace {

constexpr double clear_enough = 0.7; ///< of the letters of a value that needs no other look
constexpr double least_clear = 0.4;  ///< of words, which have no form of their own
constexpr std::size_t least_letters = 3;

/// One way of looking. The line is `drop` capitals below the middle of the one above, half a
/// capital off is still read; how high capitals are is not known better than by `size`.
struct Attempt {
    double drop{};
    StripLight light{};
    double size{};
};

constexpr std::array<Attempt, 8> attempts{
    {{1.3, StripLight::Even, 1},
     {1.3, StripLight::Even, 0.87},
     {1.3, StripLight::Contrast, 1},
     {1.3, StripLight::Contrast, 0.87},
     {1.7, StripLight::Even, 1},
     {1.7, StripLight::Even, 0.87},
     {1.7, StripLight::Contrast, 1},
     {1.7, StripLight::Contrast, 0.87}}};

/// How far a strip goes right, in capitals: without the pattern that follows a short value.
constexpr double words_length = 26;
constexpr double number_length = 10;

/// A line with a value in it.
struct Sight {
    TextLine line;
    std::string value;
    double clearness{};
};

bool overlaps(const Box& a, const Box& b) {
    return overlap_across(a, b) && middle_of(a) > b.y && middle_of(a) < b.y + b.height;
}

/// How clear the words of a value are, by their letters.
double clearness_of(const Words& words, const Box& value) {
    double sum = 0;
    double letters = 0;
    for (const auto* word : words) {
        if (!overlaps(word->box, value))
            continue;
        const auto count = static_cast<double>(letter_count(word->text));
        sum += word->clearness * count;
        letters += count;
    }
    return letters > 0 ? sum / letters : 0;
}

bool is_clear(const PageText& page, const Box& value) {
    Words words;
    for (const auto& row : page.rows())
        words.insert(words.end(), row.begin(), row.end());
    return clearness_of(words, value) >= clear_enough;
}

/// How high the capitals of a value are. Boxes of words are often too high, seldom too low.
double capital_of(const PageText& page, const Box& value, double usual) {
    int lowest = value.height;
    for (const auto& row : page.rows())
        for (const auto* word : row)
            if (overlaps(word->box, value))
                lowest = std::min(lowest, word->box.height);
    return std::clamp<double>(lowest, 0.9 * usual, 1.4 * usual);
}

/// The boxes of words that stand close may overlap; their order is what was read.
void keep_order(TextLine& line) {
    for (std::size_t i = 1; i < line.words.size(); ++i)
        line.words[i].box.x = std::max(line.words[i].box.x, line.words[i - 1].box.x + 1);
}

bool is_words(std::string_view format) {
    return format == "place" || format == "authority" || format == "name";
}

std::optional<Sight> read_strip(const Strip& strip, std::string_view format) {
    if (!strip.grey)
        return std::nullopt;
    Sight sight{.line = recognise_line(strip.grey), .value = {}};
    Words words;
    for (const auto& word : sight.line.words)
        words.push_back(&word);
    const auto value = extract(format, words);
    if (!value || letter_count(value->value) < least_letters)
        return std::nullopt;
    sight.clearness = clearness_of(words, value->box);
    if (is_words(format) && sight.clearness < least_clear)
        return std::nullopt;
    sight.value = value->value;
    place_in_page(sight.line, strip);
    keep_order(sight.line);
    return sight;
}

class Look {
public:
    Look(const PixPtr& grey, const PageText& page, const Box& anchor, double capital)
        : m_grey(grey), m_page(page), m_anchor(anchor), m_capital(capital) {}

    /// The line under the anchor that holds a value which two looks saw alike.
    std::optional<TextLine> under(std::string_view format) const {
        std::vector<Sight> sights;
        for (const auto& attempt : attempts) {
            const auto place = place_of(attempt, format);
            auto sight = read_strip(
                cut_strip(m_grey, place, attempt.size * m_capital, attempt.light), format
            );
            if (!sight)
                continue;
            const auto same = std::ranges::find_if(sights, [&](const Sight& other) {
                return same_value(other.value, sight->value);
            });
            if (same != sights.end())
                return std::move(sight->clearness > same->clearness ? sight->line : same->line);
            sights.push_back(std::move(*sight));
        }
        return std::nullopt;
    }

private:
    Box place_of(const Attempt& attempt, std::string_view format) const {
        const auto pixels = [&](double capitals) {
            return static_cast<int>(std::lround(capitals * attempt.size * m_capital));
        };
        return {
            .x = m_page.with_begin(m_anchor).x - pixels(1),
            .y = middle_of(m_anchor) + pixels(attempt.drop - 1),
            .width = pixels((is_words(format) ? words_length : number_length) + 1),
            .height = pixels(2)};
    }

    const PixPtr& m_grey;
    const PageText& m_page;
    Box m_anchor;
    double m_capital;
};

const procedure::Proposal*
find_field(const std::vector<procedure::Proposal>& fields, const std::string& id) {
    const auto found = std::ranges::find(fields, id, &procedure::Proposal::field);
    return found == fields.end() ? nullptr : &*found;
}

/// The lines with the new one in place of what was seen there before, and of specks beside it.
std::vector<TextLine> with(std::vector<TextLine> lines, TextLine seen) {
    const int room = 2 * seen.box.height;
    const Box near{
        .x = seen.box.x - room,
        .y = seen.box.y,
        .width = seen.box.width + 2 * room,
        .height = seen.box.height};
    for (auto& line : lines)
        std::erase_if(line.words, [&](const Word& word) {
            return overlaps(word.box, seen.box) ||
                   (word.clearness < least_clearness && overlaps(word.box, near));
        });
    std::erase_if(lines, [](const TextLine& line) { return line.words.empty(); });
    lines.push_back(std::move(seen));
    return lines;
}

/// What the lines say of the document as they are now.
struct Reading {
    PageText page;
    std::vector<procedure::Proposal> fields;

    Reading(const std::vector<TextLine>& lines, const Kind& kind, Known known)
        : page(lines), fields(read_fields(page, kind, known)) {}
};

/// The value a field stands under, where the field itself was not clearly read.
std::optional<Box> value_above(const Reading& reading, const Kind& kind, const Field& field) {
    const auto* above = find_field(reading.fields, kind.field_id(field.beside));
    const auto* found = find_field(reading.fields, kind.field_id(field.name));
    const bool is_missing = found == nullptr || !is_clear(reading.page, found->box);
    return above != nullptr && is_missing ? std::optional(above->box) : std::nullopt;
}

/// How high capitals are of what was looked for before, by the field's name.
using Capitals = std::map<std::string, double>;

std::optional<double> seen_capital(const Capitals& capitals, const std::string& name) {
    const auto seen = capitals.find(name);
    return seen != capitals.end() ? std::optional(seen->second) : std::nullopt;
}

bool stands_under_another(const Field& field) {
    return !field.beside.empty() && !field.near.empty();
}

} // namespace

Looked look_for_missing(
    const PixPtr& grey,
    std::vector<TextLine> lines,
    double usual,
    const Kind& kind,
    const Task& task
) {
    Looked looked{.lines = std::move(lines)};
    Capitals capitals;
    std::optional<Reading> reading;
    for (const auto& field : kind.fields) {
        if (!stands_under_another(field))
            continue;
        if (!reading)
            reading.emplace(looked.lines, kind, task.known);
        const auto above = value_above(*reading, kind, field);
        if (!above)
            continue;
        if (usual < 1 || std::chrono::steady_clock::now() > task.end)
            break;
        const double capital =
            seen_capital(capitals, field.beside).value_or(capital_of(reading->page, *above, usual));
        if (auto line = Look(grey, reading->page, *above, capital).under(field.format)) {
            looked.lines = with(reading->page.lines(), std::move(*line));
            reading.reset();
            looked.fields.push_back(kind.field_id(field.name));
            capitals[field.name] = capital;
        }
    }
    return looked;
}

} // namespace guichet::scan
