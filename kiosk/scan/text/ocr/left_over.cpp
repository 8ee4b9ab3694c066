// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/left_over.hpp"

#include "scan/text/match.hpp"
#include "scan/text/ocr/strip.hpp"
#include "scan/text/ocr/two_engines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <iterator>
#include <utility>

namespace guichet::scan {

namespace {

constexpr float was_read = 0.6F;        ///< clearness of a word
constexpr std::size_t least_unread = 3; ///< letters of a line
constexpr double worst_share = 0.2;     ///< and of all its letters
constexpr std::size_t at_once = 2;      ///< lines
constexpr int most_in_vain = 3;         ///< looks, one after the other
constexpr double room = 0.9;            ///< capitals, around a line
constexpr double clearly_more = 1.1;    ///< clear letters than before
constexpr double widest_gap = 3;        ///< capitals, between two runs of letters of one line
constexpr double most_alike = 1.6;      ///< times the height of one, of another in its line
constexpr double most_height = 2.5;     ///< capitals, of a word: higher was read across lines

bool holds(const Box& box, double x, double y) {
    return x >= box.x && x <= right_edge(box) && y >= box.y && y <= box.y + box.height;
}

bool is_across(const Word& word, const PrintLine& line) {
    return word.box.height > most_height * line.height;
}

bool holds_letter_of(const Word& word, const PrintLine& line) {
    return std::ranges::any_of(line.centres, [&](double x) {
        return holds(word.box, x, line.y_at(x));
    });
}

/// A line of print and what was read of it.
struct Spot {
    PrintLine print;
    Words words;          ///< that stand in it
    Words across;         ///< unclear ones that were read from it and other lines at once
    std::size_t unread{}; ///< letters in no clear word
    bool is_part{};       ///< of a word that goes on beyond it
};

Words words_beside(const PrintLine& print, const std::vector<TextLine>& lines) {
    Words beside;
    for (const auto& line : lines)
        for (const auto& word : line.words)
            if (right_edge(word.box) >= print.x0 && word.box.x <= print.x1)
                beside.push_back(&word);
    return beside;
}

Spot look_at(const PrintLine& print, const std::vector<TextLine>& lines) {
    Spot spot{.print = print, .words = {}, .across = {}};
    const double half = print.height / 2;
    const auto beside = words_beside(print, lines);
    for (const auto* word : beside) {
        const double middle = word->box.x + word->box.width / 2.0;
        const bool level = std::abs(middle_of(word->box) - print.y_at(middle)) < half;
        const bool inside = middle >= print.x0 - half && middle <= print.x1 + half;
        if (is_across(*word, print) && word->clearness < was_read) {
            if (holds_letter_of(*word, print))
                spot.across.push_back(word);
        } else if (level && inside)
            spot.words.push_back(word);
        else if (level)
            spot.is_part |= holds_letter_of(*word, print);
    }
    spot.unread = static_cast<std::size_t>(std::ranges::count_if(print.centres, [&](double x) {
        return std::ranges::none_of(beside, [&](const Word* word) {
            return word->clearness >= was_read && !is_across(*word, print) &&
                   holds(word->box, x, print.y_at(x));
        });
    }));
    return spot;
}

bool is_worth_a_look(const Spot& spot) {
    const auto letters = static_cast<double>(spot.print.centres.size());
    return !spot.is_part && spot.unread >= least_unread &&
           static_cast<double>(spot.unread) >= worst_share * letters;
}

/// Whether another run of letters goes on with this one: level with it, of one size and near.
bool goes_on(const PrintLine& run, const PrintLine& next) {
    const double larger = std::max(run.height, next.height);
    const double smaller = std::min(run.height, next.height);
    const double gap = next.x0 - run.x1;
    const double middle = run.x1 + gap / 2;
    return gap > -smaller && gap < widest_gap * larger && larger < most_alike * smaller &&
           std::abs(run.y_at(middle) - next.y_at(middle)) < smaller / 2;
}

/// Runs of letters of one line, parted where its print is too pale to be seen as letters, as one.
std::vector<PrintLine> whole_lines(std::vector<PrintLine> print) {
    std::ranges::sort(print, {}, &PrintLine::x0);
    std::vector<PrintLine> whole;
    for (auto& next : print) {
        const auto before =
            std::ranges::find_if(whole, [&](const PrintLine& run) { return goes_on(run, next); });
        if (before == whole.end()) {
            whole.push_back(std::move(next));
            continue;
        }
        before->x1 = next.x1;
        before->y1 = next.y1;
        before->height = std::max(before->height, next.height);
        before->blobs += next.blobs;
        std::ranges::move(next.centres, std::back_inserter(before->centres));
    }
    return whole;
}

/// Most unread letters first.
std::vector<PrintLine>
unread_print(const std::vector<PrintLine>& print, const std::vector<TextLine>& lines) {
    std::vector<PrintLine> runs; // what was read of a line does not hide the rest of it
    std::ranges::copy_if(print, std::back_inserter(runs), [&](const PrintLine& run) {
        return is_worth_a_look(look_at(run, lines));
    });
    std::vector<Spot> spots;
    for (const auto& line : whole_lines(std::move(runs)))
        spots.push_back(look_at(line, lines));
    std::ranges::stable_sort(spots, std::greater<>(), &Spot::unread);
    std::vector<PrintLine> unread(spots.size());
    std::ranges::transform(spots, unread.begin(), &Spot::print);
    return unread;
}

Box box_of(const PrintLine& line) {
    const double around = room * line.height;
    const double top = std::min(line.y0, line.y1) - around;
    const double bottom = std::max(line.y0, line.y1) + around;
    const auto real = [](double length) { return static_cast<int>(std::lround(length)); };
    return {
        .x = real(line.x0 - around),
        .y = real(top),
        .width = real(line.length() + 2 * around),
        .height = real(bottom - top)};
}

/// Whether what was read again says more than the words that stand there: clearer letters, and no
/// words run together.
bool is_better(const TextLine& again, const Spot& spot) {
    double letters = 0;
    double now = 0;
    for (const auto& word : again.words) {
        letters += static_cast<double>(word.sureness.size());
        now += clear_letters(word);
    }
    double before = 0;
    for (const auto* word : spot.words)
        before += clear_letters(*word);
    return again.words.size() >= spot.words.size() && now >= was_read * letters &&
           now > clearly_more * before;
}

TextLine
read_print(const PixPtr& grey, const PrintLine& print, Language language, EngineSlot slot) {
    const auto strip = cut_strip(grey, box_of(print), print.height, StripLight::Even);
    if (!strip.grey)
        return {};
    auto again = recognise_line(strip.grey, language, slot);
    place_in_page(again, strip);
    std::erase_if(again.words, [](const Word& word) { return word.clearness < least_clearness; });
    return again;
}

/// What of a spot was as clear before stays.
void keep_as_clear(const Spot& spot, TextLine& again) {
    for (auto& word : again.words)
        for (const auto* before : spot.words)
            if (is_same_place(word.box, before->box) && before->clearness >= word.clearness)
                word = *before;
}

bool is_one_above_other(const Box& a, const Box& b) {
    return gap_between(a, b) <= 0 && gap_between(b, a) <= 0;
}

/// Where a line of this spot belongs: after the last that has its words or stands above it, else
/// before the first that stands below it.
std::size_t index_of(const Box& box, const Spot& spot, const std::vector<TextLine>& lines) {
    std::size_t below = lines.size();
    for (std::size_t i = lines.size(); i-- > 0;) {
        const auto& line = lines[i];
        const bool has_its_words = std::ranges::any_of(line.words, [&](const Word& word) {
            return std::ranges::find(spot.words, &word) != spot.words.end();
        });
        const bool in_column = is_one_above_other(line.box, box);
        if (has_its_words || (in_column && middle_of(line.box) < middle_of(box)))
            return i + 1;
        if (in_column)
            below = i;
    }
    return below;
}

/// The lines with this one in its words' spot.
std::vector<TextLine> with(TextLine again, const Spot& spot, const std::vector<TextLine>& lines) {
    const auto index = index_of(again.box, spot, lines);
    auto replaced = spot.words;
    replaced.insert(replaced.end(), spot.across.begin(), spot.across.end());
    auto kept = without(lines, replaced);
    kept.insert(kept.begin() + static_cast<std::ptrdiff_t>(index), std::move(again));
    return kept;
}

} // namespace

std::vector<TextLine> with_left_over(
    const PixPtr& grey,
    std::vector<TextLine> lines,
    const std::vector<PrintLine>& print,
    Language language,
    std::chrono::steady_clock::time_point end
) {
    const auto unread = unread_print(print, lines);
    int in_vain = 0;
    for (std::size_t i = 0; i < unread.size() && in_vain < most_in_vain; i += at_once) {
        if (std::chrono::steady_clock::now() > end)
            break;
        std::array<TextLine, at_once> read;
        const auto count = std::min(at_once, unread.size() - i);
        read_on_two_engines(count, at_once, [&](std::size_t k, EngineSlot slot) {
            read[k] = read_print(grey, unread[i + k], language, slot);
        });
        for (std::size_t k = 0; k < count && in_vain < most_in_vain; ++k) {
            const auto spot = look_at(unread[i + k], lines);
            keep_as_clear(spot, read[k]);
            const bool better = is_better(read[k], spot);
            in_vain = better ? 0 : in_vain + 1;
            if (better)
                lines = with(std::move(read[k]), spot, lines);
        }
    }
    std::erase_if(lines, [](const TextLine& line) { return line.words.empty(); });
    return lines;
}

} // namespace guichet::scan
