// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/boxes.hpp"
#include "scan/text/ocr/ocr.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guichet::scan {

using Words = std::vector<const Word*>;

/// The lines without these of their words; a line may be left empty.
std::vector<TextLine> without(const std::vector<TextLine>& lines, const Words& words);

/// Those of their words that have that property.
template <typename Property>
Words words_where(const std::vector<TextLine>& lines, Property property) {
    Words words;
    for (const auto& line : lines)
        for (const auto& word : line.words)
            if (property(word))
                words.push_back(&word);
    return words;
}

/// What words say, folded and without blanks.
std::string letters_of(const Words& words);

/// A card has fewer letters than this.
inline constexpr std::size_t least_of_page = 800;

/// How far down the next line may stand, in heights of the one above.
inline constexpr int most_drop = 4;

/// The words of a page by their place.
class PageText {
public:
    explicit PageText(std::vector<TextLine> lines);
    PageText(const PageText&) = delete; ///< its rows point into its own lines
    PageText& operator=(const PageText&) = delete;
    PageText(PageText&&) = default;
    PageText& operator=(PageText&&) = default;
    ~PageText() = default;

    const std::vector<TextLine>& lines() const { return m_lines; }

    /// Where the words of `phrase` stand one after the other, each nearly right where none is
    /// quite; the box around them. Of words that go on in a second line of the same cell, as wide
    /// as both and where the second stands. "né le|née le": either.
    std::vector<Box> find(std::string_view phrase) const;

    /// The printed code that place begins with (scan/text/find/printed_codes.hpp); null when it
    /// does not.
    const Word* code_at(const Box& place) const;

    /// Where they end that begin at the end of one line of running text and go on in the next.
    std::vector<Box> find_broken(std::string_view phrase) const;

    /// Whether the words stand there letter by letter.
    bool says(std::string_view phrase) const;

    /// Where any of these phrases stands.
    std::vector<Box> find_any(const std::vector<std::string>& phrases) const;

    /// All words, level by level from the top, each level from left to right.
    const std::vector<Words>& rows() const { return m_rows; }

    /// Words of one row with no wide gap between them.
    struct Run {
        Words words;
        Box box;
    };
    /// All of them, row by row.
    const std::vector<Run>& runs() const { return m_runs; }

    /// The run on whose line `place` stands and from whose first to last word; null when none does.
    const Run* run_around(const Box& place) const;

    /// The words level with `place`, from left to right.
    Words level_with(const Box& place) const;

    /// Those of them from its begin to its end.
    Words within(const Box& place) const;

    /// Those of them behind its end, and what goes on the last of them: a tilted card leaves the
    /// level of its label.
    Words behind(const Box& place) const;

    /// The printed sentence around `place`: up to the full stops before and after it, over at most
    /// five rows of the same column.
    Words sentence(const Box& place) const;

    /// The words of that sentence before `place`.
    Words before(const Box& place) const;

    /// The words that follow `place` in running text, up to the full stop, over at most three rows
    /// of the same column. Where it ends its cell, those of the next cell and those of the row
    /// below.
    std::vector<Words> onwards(const Box& place) const;

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

    using AreSame = bool (*)(const std::string& part, const std::string& wanted);
    std::vector<Box>
    found_as(const std::vector<std::vector<std::string>>& variants, AreSame are_same) const;
    void add_found(
        const std::vector<std::string>& wanted, AreSame are_same, std::vector<Box>& found
    ) const;
    void add_glued(const std::vector<std::string>& wanted, std::vector<Box>& found) const;
    void add_linked(const std::vector<std::string>& wanted, std::vector<Box>& found) const;
    const Word* end_of_linked(std::size_t first, const std::vector<std::string>& told) const;
    void add_misread(const std::vector<std::string>& wanted, std::vector<Box>& found) const;
    void add_wrapped(const std::vector<std::string>& wanted, std::vector<Box>& found) const;
    bool has_value(const Run& run) const;
    bool are_rows(const Run& run, const Run& next) const;
    void part_words();
    Words& row_for(const Word& word);
    void make_rows();
    void join_parted_lines();
    void add_cells(const Run& run);
    std::optional<std::pair<const Run*, std::size_t>> run_at(const Box& place) const;
    Words before(const Run& run, std::size_t first) const;
    Words from(const Run& run, std::size_t first) const;
    const Run* run_below(const Run& run, int room) const;
    const Run* run_right_of(const Run& run) const;
    const Run* neighbour(const Run& run, bool after) const;

    std::vector<TextLine> m_lines;
    std::vector<Token> m_tokens; ///< of each line, then of runs that are parts of several
    std::vector<Words> m_rows;
    std::vector<Run> m_runs;
    std::vector<Run> m_cells; ///< runs, up to each wide blank
};

} // namespace guichet::scan
