// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/look/on_tint.hpp"

#include "scan/clean/clean.hpp"
#include "scan/clean/tinted.hpp"
#include "scan/text/boxes.hpp"
#include "scan/text/match.hpp"
#include "scan/text/ocr/strip.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <numeric>
#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr int tint_border = 20;              ///< pixels of white around what is read
constexpr double clearer_than_before = 1.03; ///< clear letters than before
constexpr double least_clear_in_box = 0.6;   ///< of what is read again
constexpr std::size_t most_beside_cards = 2 * least_of_page; ///< letters; a page of more is a form

/// Its lines, in the pixels of the page; none where nothing could be read.
std::vector<TextLine> read_tinted(const TintedBox& box, double scale, const TextSheet& sheet) {
    const auto small = reduced(box.grey, scale);
    Strip strip{
        .grey = PixPtr(small ? pixAddBorder(small.get(), tint_border, 255) : nullptr),
        .place = box.place,
        .scale = scale};
    const int around = static_cast<int>(std::lround(tint_border / scale));
    strip.place.x -= around;
    strip.place.y -= around;
    if (!strip.grey)
        return {};
    auto lines = recognise(strip.grey, sheet);
    if (!lines)
        return {};
    for (auto& line : *lines)
        place_in_page(line, strip);
    return std::move(*lines);
}

/// The lines with those in these boxes read once more where that says more.
std::vector<TextLine> with_print_in(
    const std::vector<TintedBox>& boxes,
    double scale,
    std::vector<TextLine> lines,
    const TextSheet& sheet
) {
    for (const auto& box : boxes) {
        if (std::chrono::steady_clock::now() > sheet.end ||
            (sheet.stopped != nullptr && *sheet.stopped))
            break;
        auto again = read_tinted(box, scale, sheet);
        const auto now = legible(again);
        const auto replaced =
            words_where(lines, [&](const Word& word) { return holds_middle(box.place, word.box); });
        const auto before = std::accumulate(
            replaced.begin(),
            replaced.end(),
            0.0,
            [](double sum, const Word* word) { return sum + clear_letters(*word); }
        );
        if (now.clear < least_clear_in_box * static_cast<double>(now.letters) ||
            now.clear <= clearer_than_before * before)
            continue;
        lines = without(lines, replaced);
        std::ranges::move(again, std::back_inserter(lines));
    }
    std::erase_if(lines, [](const TextLine& line) { return line.words.empty(); });
    return lines;
}

} // namespace

std::vector<TextLine>
with_print_on_tint(const PixPtr& grey, std::vector<TextLine> lines, const TextSheet& sheet) {
    const Quiet quiet;
    return with_print_in(tinted_boxes(grey), scale_for_form(grey), std::move(lines), sheet);
}

std::vector<TextLine> with_print_on_cards(
    const PixPtr& grey,
    const std::vector<Box>& cards,
    std::vector<TextLine> lines,
    const TextSheet& sheet
) {
    if (cards.empty() || legible(lines).letters > most_beside_cards)
        return lines;
    const Quiet quiet;
    std::vector<TintedBox> boxes;
    for (const auto& card : cards)
        if (auto cut = cut_out(grey, card))
            boxes.push_back({card, even_light(cut)});
    lines = with_print_in(boxes, scale_for_form(grey), std::move(lines), sheet);
    return with_print_in(boxes, 1, std::move(lines), sheet);
}

} // namespace guichet::scan
