// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/boxes.hpp"
#include "scan/text/ocr.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

using Words = std::vector<const Word*>;

/// The lines without these of their words; a line may be left empty.
std::vector<TextLine> without(const std::vector<TextLine>& lines, const Words& words);

/// How far down the next line may stand, in heights of the one above.
inline constexpr int most_drop = 4;

/// The words of a page by their place.
class PageText {
public:
    explicit PageText(std::vector<TextLine> lines);

    const std::vector<TextLine>& lines() const { return m_lines; }

    /// Where the words of `phrase` stand one after the other, each nearly right; the box around
    /// them.
    std::vector<Box> find(std::string_view phrase) const;

    /// All words, level by level from the top, each level from left to right.
    const std::vector<Words>& rows() const { return m_rows; }

    /// Words of one row with no wide gap between them.
    struct Run {
        Words words;
        Box box;
    };
    /// All of them, row by row.
    const std::vector<Run>& runs() const { return m_runs; }

    /// The printed sentence around `place`: up to the full stops before and after it, over at most
    /// five rows of the same column.
    Words sentence(const Box& place) const;

    /// The words of the next row that stand under `place`.
    Words under(const Box& place) const;

    /// `place` widened to the left, to where what is printed level with it begins.
    Box with_begin(const Box& place) const;

    /// The words without a wide gap that are next below `place`, wherever they begin.
    Words run_under(const Box& place) const;

private:
    struct Token {
        std::string text;
        std::size_t line;
        const Word* word;
    };

    void part_words();
    void make_rows();
    Words before(const Run& run, std::size_t first) const;
    Words from(const Run& run, std::size_t first) const;
    const Run* neighbour(const Run& run, bool after) const;

    std::vector<TextLine> m_lines;
    std::vector<Token> m_tokens;
    std::vector<Words> m_rows;
    std::vector<Run> m_runs;
};

} // namespace guichet::scan
