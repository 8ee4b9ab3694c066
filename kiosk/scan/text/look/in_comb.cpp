// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/look/in_comb.hpp"

#include "scan/clean/combs.hpp"
#include "scan/clean/print.hpp"
#include "scan/text/boxes.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/match.hpp"
#include "scan/text/ocr/montage.hpp"
#include "scan/text/ocr/strip.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double cell_edge = 0.14;       ///< of a cell's height: its upper and lower sides
constexpr double least_cell_ink = 0.3;   ///< of a cell's height: less is a speck
constexpr double comb_letter_gap = 0.16; ///< capitals, between letters put side by side
constexpr double least_comb_read = 0.6;  ///< clearness
constexpr std::size_t most_combs = 24;

/// What is printed in a cell; nullopt where that is nothing.
std::optional<Box> print_in(const PixPtr& grey, const Box& cell) {
    constexpr int dark = 150;
    const int rim = static_cast<int>(std::lround(cell_edge * cell.height));
    const Box inside{
        .x = cell.x + 1,
        .y = cell.y + rim,
        .width = cell.width - 2,
        .height = cell.height - 2 * rim};
    const auto cut = inside.width > 2 && inside.height > 2 ? cut_out(grey, inside) : nullptr;
    const PixPtr ink(cut ? pixThresholdToBinary(cut.get(), dark) : nullptr);
    std::optional<Box> print;
    for (auto box : parts_of(ink)) {
        const bool of_stroke =
            box.width * 4 < box.height && (box.x == 0 || right_edge(box) == inside.width);
        if (box.height < least_cell_ink * cell.height || of_stroke)
            continue;
        box.x += inside.x;
        box.y += inside.y;
        print = print ? around(*print, box) : box;
    }
    return print;
}

std::vector<Box> letters_in(const PixPtr& grey, const Comb& comb) {
    std::vector<Box> letters;
    for (const auto& cell : comb.cells)
        if (const auto print = print_in(grey, cell))
            letters.push_back(*print);
    return letters;
}

/// Those letters as one word; empty where not all of them were read clearly.
TextLine read_letters(const PixPtr& grey, const std::vector<Box>& letters) {
    auto line_box = letters.front();
    double capital = 0;
    for (const auto& letter : letters) {
        line_box = around(line_box, letter);
        capital = std::max<double>(capital, letter.height);
    }
    std::vector<PixPtr> cuts;
    cuts.reserve(letters.size());
    for (const auto& letter : letters)
        cuts.push_back(cut_out(
            grey,
            {.x = letter.x - 1,
             .y = line_box.y - 1,
             .width = letter.width + 2,
             .height = line_box.height + 2}
        ));
    const auto row = side_by_side(
        cuts,
        std::max(1, static_cast<int>(std::lround(comb_letter_gap * capital))),
        static_cast<int>(capital)
    );
    if (!row)
        return {};
    const Box whole{.x = 0, .y = 0, .width = width_of(row), .height = height_of(row)};
    const auto read = recognise_line(cut_strip(row, whole, capital, StripLight::Even).grey);
    Word word;
    for (const auto& part : read.words)
        append(part, word);
    if (letter_count(word.text) != letters.size() || word.clearness < least_comb_read)
        return {};
    word.box = line_box;
    word.is_ink = true;
    return {.words = {std::move(word)}, .box = line_box};
}

} // namespace

std::vector<TextLine>
with_print_in_combs(const PixPtr& grey, std::vector<TextLine> lines, const TextSheet& sheet) {
    const Quiet quiet;
    std::size_t read = 0;
    const double capital = sheet.capital > 0 ? sheet.capital : lay_of_print(grey).height;
    for (const auto& comb : find_combs(grey, capital)) {
        const auto letters = letters_in(grey, comb);
        if (letters.empty())
            continue;
        if (++read > most_combs || std::chrono::steady_clock::now() > sheet.end)
            break;
        auto line = read_letters(grey, letters);
        if (line.words.empty())
            continue;
        lines = without(lines, words_where(lines, [&](const Word& word) { // in a longer one too
                            return holds_middle(comb.place, word.box) ||
                                   holds_middle(word.box, comb.place);
                        }));
        lines.push_back(std::move(line));
    }
    std::erase_if(lines, [](const TextLine& line) { return line.words.empty(); });
    return lines;
}

} // namespace guichet::scan
