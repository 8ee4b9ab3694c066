// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/on_tint.hpp"

#include "scan/clean/tinted.hpp"
#include "scan/text/boxes.hpp"
#include "scan/text/match.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr int border = 20;                  ///< pixels of white around what is read
constexpr double clearer_than_before = 1.2; ///< clear letters than before
constexpr double least_clear_in_box = 0.6;  ///< of what is read again

bool stands_in(const Word& word, const Box& box) {
    const int x = word.box.x + word.box.width / 2;
    const int y = middle_of(word.box);
    return x >= box.x && x < right_edge(box) && y >= box.y && y < box.y + box.height;
}

/// How many letters of some words there are, and how many of them are clear.
struct ClearLetters {
    double letters{};
    double clear{};
};

ClearLetters clear_letters_of(const Words& words) {
    ClearLetters all;
    for (const auto* word : words) {
        all.letters += static_cast<double>(word->sureness.size());
        all.clear += clear_letters(*word);
    }
    return all;
}

/// All of them, or those that stand in a box.
Words words_in(const std::vector<TextLine>& lines, const Box* box = nullptr) {
    Words words;
    for (const auto& line : lines)
        for (const auto& word : line.words)
            if (box == nullptr || stands_in(word, *box))
                words.push_back(&word);
    return words;
}

/// Its lines, in the pixels of the page; none where nothing could be read.
std::vector<TextLine> read_tinted(const TintedBox& box, double scale, const TextSheet& sheet) {
    const auto small = reduced(box.grey, scale);
    const PixPtr framed(small ? pixAddBorder(small.get(), border, 255) : nullptr);
    if (!framed)
        return {};
    auto lines = recognise(framed, sheet);
    if (!lines)
        return {};
    const auto to_page = [&](Box& place) {
        const auto real = [scale](int length) {
            return static_cast<int>(std::lround(length / scale));
        };
        place = {
            .x = box.place.x + real(place.x - border),
            .y = box.place.y + real(place.y - border),
            .width = real(place.width),
            .height = real(place.height)};
    };
    for (auto& line : *lines) {
        to_page(line.box);
        for (auto& word : line.words)
            to_page(word.box);
    }
    return std::move(*lines);
}

} // namespace

std::vector<TextLine>
with_print_on_tint(const PixPtr& grey, std::vector<TextLine> lines, const TextSheet& sheet) {
    const Quiet quiet;
    const double scale = std::min(1.0, enough_for_form / std::max(width_of(grey), height_of(grey)));
    for (const auto& box : tinted_boxes(grey)) {
        if (std::chrono::steady_clock::now() > sheet.end ||
            (sheet.stopped != nullptr && *sheet.stopped))
            break;
        auto again = read_tinted(box, scale, sheet);
        const auto replaced = words_in(lines, &box.place);
        const auto before = clear_letters_of(replaced);
        const auto now = clear_letters_of(words_in(again));
        if (now.clear < least_clear_in_box * now.letters ||
            now.clear <= clearer_than_before * before.clear)
            continue;
        lines = without(lines, replaced);
        std::ranges::move(again, std::back_inserter(lines));
    }
    std::erase_if(lines, [](const TextLine& line) { return line.words.empty(); });
    return lines;
}

} // namespace guichet::scan
