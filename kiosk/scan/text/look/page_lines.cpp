// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/look/page_lines.hpp"

#include "scan/clean/lines.hpp"
#include "scan/text/boxes.hpp"
#include "scan/text/look/in_comb.hpp"
#include "scan/text/look/on_tint.hpp"
#include "scan/text/ocr/left_over.hpp"

#include <algorithm>

namespace guichet::scan {

namespace {

constexpr int small_side = 1500;
constexpr int small_text_side = 1000; ///< running text needs less: its words help each other
constexpr double enlarging = 2;

int longest_side(const PixPtr& grey) {
    return std::max(width_of(grey), height_of(grey));
}

void scale(Box& box, double by) {
    box = {
        .x = static_cast<int>(box.x * by),
        .y = static_cast<int>(box.y * by),
        .width = static_cast<int>(box.width * by),
        .height = static_cast<int>(box.height * by)};
}

/// A sheet that cards were copied on has up to 22 lines beside them, a form one of whose boxes has
/// the shape of a card at least 25 beside it.
constexpr std::ptrdiff_t most_lines_beside_cards = 23;

bool has_much_print_beside(const PixPtr& grey, const std::vector<Box>& cards) {
    const auto lines = find_page_lines(grey, least_line);
    return std::ranges::count_if(lines, [&](const PrintLine& line) {
               const auto x = static_cast<int>((line.x0 + line.x1) / 2);
               const auto y = static_cast<int>(line.y_at(x));
               return std::ranges::none_of(cards, [&](const Box& card) {
                   return holds_middle(card, {.x = x, .y = y});
               });
           }) > most_lines_beside_cards;
}

} // namespace

TextSheet sheet_of(const CleanPage& page, const Task& task, bool prose) {
    return {
        .layout = prose ? PageLayout::Prose : PageLayout::Form,
        .dpi = page.dpi,
        .capital = page.lay ? page.lay->height : 0,
        .cards = page.cards,
        .is_page = page.cards.empty(),
        .is_photo = page.corners.has_value(),
        .end = task.end};
}

bool is_small(const PixPtr& grey) {
    return longest_side(grey) < small_side;
}

Result<std::vector<TextLine>> read_lines(PixPtr grey, TextSheet sheet) {
    const int large = sheet.layout == PageLayout::Prose ? small_text_side : small_side;
    const bool enlarged = longest_side(grey) < large;
    if (enlarged) {
        grey = resized(grey, enlarging);
        sheet.dpi *= enlarging;
        sheet.capital *= enlarging;
        for (auto& card : sheet.cards)
            scale(card, enlarging);
        sheet.is_page = false;
    }
    // First larger, then even: the squares of ground it looks at must hold more than one letter.
    const auto even = even_light(grey);
    if (!sheet.cards.empty() && has_much_print_beside(even, sheet.cards)) {
        sheet.cards.clear();
        sheet.is_page = !enlarged;
    }
    auto lines = recognise(even, sheet);
    sheet.is_page = false; // the rest looks at parts of it
    const bool form = lines && sheet.layout == PageLayout::Form;
    if (form) {
        lines = with_print_on_tint(grey, std::move(*lines), sheet);
        lines = with_print_on_cards(grey, sheet.cards, std::move(*lines), sheet);
    }
    if (form && !enlarged) // the pattern of a card has boxes too
        lines = with_print_in_combs(even, std::move(*lines), sheet);
    if (!lines || !enlarged)
        return lines;
    for (auto& line : *lines) {
        scale(line.box, 1 / enlarging);
        for (auto& word : line.words)
            scale(word.box, 1 / enlarging);
    }
    return lines;
}

} // namespace guichet::scan
