// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/look/thousands.hpp"

#include "scan/text/letters.hpp"
#include "scan/text/look/figures.hpp"
#include "scan/text/match.hpp"
#include "scan/text/ocr/strip.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace guichet::scan {

namespace {

// Lengths in heights of the amount.
constexpr double reach = 3;          ///< so far before it figures are looked for
constexpr double widest_blank = 1.1; ///< between them and the amount
constexpr double row_room = 0.25;    ///< above and below it

constexpr float unclear = 0.5F;

/// "243,34" and "406": what is left of "2 243,34" and "17 406".
bool begins_with_hundreds(std::string_view text) {
    constexpr std::size_t hundreds = 3;
    const auto* end = std::ranges::find_if_not(text, is_digit);
    const auto rest = text.substr(static_cast<std::size_t>(end - text.begin()));
    return end - text.begin() == hundreds && (rest.empty() || rest.starts_with(','));
}

/// The first word of an amount that may have lost figures, as no word stands close before it.
const Word* first_of(const PageText& page, const procedure::Proposal& amount) {
    const auto words = page.within(amount.box);
    if (words.empty() || !begins_with_hundreds(words.front()->text))
        return nullptr;
    const auto& first = *words.front();
    const auto level = page.level_with(first.box);
    const bool follows = std::ranges::any_of(level, [&](const Word* word) {
        const double gap = gap_between(word->box, first.box);
        return word->box.x < first.box.x && gap < widest_blank * first.box.height;
    });
    return follows ? nullptr : &first;
}

/// The figures printed right before a word; nullopt where there are none.
std::optional<Box> figures_before(const PixPtr& grey, const Box& word) {
    const auto pixels = [&](double heights) {
        return static_cast<int>(std::lround(heights * word.height));
    };
    const int begin = std::max(0, word.x - pixels(reach));
    const Box before{
        .x = begin,
        .y = word.y - pixels(row_room),
        .width = word.x - begin,
        .height = word.height + 2 * pixels(row_room)};
    auto figures = figures_on(evened(grey, before), word.height);
    if (figures.empty() || before.width - right_edge(figures.back()) > pixels(widest_blank))
        return std::nullopt;
    auto all = around(figures.front(), figures.back());
    all.x += before.x;
    all.y = word.y;
    all.height = word.height;
    return all;
}

/// Both read as one line: the word again with something before it.
std::optional<TextLine> read_whole(const PixPtr& grey, const Word& word, const Box& figures) {
    const auto whole = around(figures, word.box);
    const int room = word.box.height / 2;
    const Box place{
        .x = whole.x - room,
        .y = whole.y - room,
        .width = whole.width + 2 * room,
        .height = whole.height + 2 * room};
    const auto strip = cut_strip(grey, place, word.box.height, StripLight::Even);
    if (!strip.grey)
        return std::nullopt;
    auto line = recognise_line(strip.grey);
    place_in_page(line, strip);
    std::string letters;
    for (const auto& part : line.words)
        letters += part.folded;
    const bool more = letters.size() > word.folded.size() && letters.ends_with(word.folded);
    return more && std::ranges::all_of(letters, is_digit) ? std::optional(std::move(line))
                                                          : std::nullopt;
}

std::vector<TextLine> doubted(std::vector<TextLine> lines, const Box& place) {
    for (auto& line : lines)
        for (auto& word : line.words)
            if (word.box == place)
                std::ranges::fill(word.sureness, unclear);
    return lines;
}

} // namespace

Looked with_lost_thousands(
    const PixPtr& grey,
    std::vector<TextLine> lines,
    const std::vector<procedure::Proposal>& fields,
    std::chrono::steady_clock::time_point end
) {
    Looked looked{.lines = std::move(lines)};
    for (const auto& field : fields) {
        if (!begins_with_hundreds(field.value) || std::chrono::steady_clock::now() > end)
            continue;
        const PageText page(looked.lines);
        const auto* word = first_of(page, field);
        const auto figures = word != nullptr ? figures_before(grey, word->box) : std::nullopt;
        if (!figures)
            continue;
        if (auto whole = read_whole(grey, *word, *figures)) {
            looked.lines = without(page.lines(), {word});
            looked.lines.push_back(std::move(*whole));
        } else
            looked.lines = doubted(page.lines(), word->box);
        looked.fields.push_back(field.field);
    }
    return looked;
}

} // namespace guichet::scan
