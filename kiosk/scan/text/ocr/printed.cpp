// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/printed.hpp"

#include "scan/text/boxes.hpp"
#include "scan/text/fold.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace guichet::scan {

namespace {

/// Near enough to be read on: columns stand further apart.
bool goes_on(const Box& before, const Box& next) {
    return gap_between(before, next) < 2 * std::max(before.height, next.height);
}

Word to_word(const PrintedWord& printed) {
    return {
        .text = printed.text,
        .folded = fold(printed.text),
        .box = printed.box,
        .sureness = std::vector<float>(letter_count(printed.text), 1.0F)};
}

/// The words of each height, in rows from the top, each row from the left.
std::vector<std::vector<const PrintedWord*>> rows_of(const std::vector<PrintedWord>& words) {
    std::vector<const PrintedWord*> sorted;
    sorted.reserve(words.size());
    for (const auto& word : words)
        sorted.push_back(&word);
    std::ranges::stable_sort(sorted, {}, [](const auto* word) { return middle_of(word->box); });
    std::vector<std::vector<const PrintedWord*>> rows;
    for (const auto* word : sorted) {
        const bool same =
            !rows.empty() && middle_of(word->box) - middle_of(rows.back().front()->box) <
                                 std::max(1, rows.back().front()->box.height / 2);
        if (!same)
            rows.emplace_back();
        rows.back().push_back(word);
    }
    for (auto& row : rows)
        std::ranges::stable_sort(row, {}, [](const auto* word) { return word->box.x; });
    return rows;
}

} // namespace

std::vector<TextLine> lines_of(const std::vector<PrintedWord>& words) {
    std::vector<TextLine> lines;
    for (const auto& row : rows_of(words)) {
        bool first = true;
        for (const auto* word : row) {
            if (first || !goes_on(lines.back().words.back().box, word->box))
                lines.push_back({.words = {}, .box = word->box});
            first = false;
            lines.back().box = around(lines.back().box, word->box);
            lines.back().words.push_back(to_word(*word));
        }
    }
    return lines;
}

} // namespace guichet::scan
