// SPDX-License-Identifier: GPL-3.0-or-later
// How what was read is put in rows, runs and cells.
#include "scan/text/cents.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/letters.hpp"
#include "scan/text/match.hpp"
#include "scan/text/spaced_letters.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <utility>

namespace guichet::scan {

namespace {

/// Words closer than this many of their heights belong together.
constexpr int wide_gap = 3;

/// How much of a word is a label printed without a blank before its value: "Nom:DURAND",
/// "n°118420"; 0 when it is none.
std::size_t end_of_label(std::string_view text) {
    constexpr std::string_view sign = "°";
    const auto colon = text.find(':');
    if (colon != std::string_view::npos && colon > 0 && colon + 1 < text.size() &&
        is_letter(text[colon - 1]) && text[colon + 1] != '/')
        return colon + 1;
    const auto degree = text.find(sign);
    const bool number =
        degree == 1 && (text[0] == 'n' || text[0] == 'N') && degree + sign.size() < text.size();
    return number ? degree + sign.size() : 0;
}

/// Whether a word goes on a run; a dash is as high as what stands before it.
bool joins_run(const Box& run, const Word& word) {
    const int height = word.folded.empty() ? run.height : word.box.height;
    return gap_between(run, word.box) < wide_gap * std::max(height, 1);
}

/// Whether the blank between them is wider than one of running text.
bool is_wide(const Box& left, const Box& right) {
    return 2 * gap_between(left, right) > 3 * right.height;
}

/// Whether a word behind a blank wider than one of running text begins a column: words of the rows
/// above or below begin there too behind such a blank.
bool begins_column(const std::vector<Words>& rows, const PageText::Run& before, const Word& word) {
    const bool in_sentence = before.words.back()->text.ends_with(',');
    const int least_rows = in_sentence ? 4 : 2; // it may be set to the width of its column
    constexpr int reach = 8;                    // heights
    const int height = word.box.height;
    const auto begins_there = [&](const Words& row) {
        const auto at = std::ranges::find_if(row, [&](const Word* other) {
            return 3 * std::abs(other->box.x - word.box.x) < height;
        });
        return at != row.end() && (at == row.begin() || is_wide((*std::prev(at))->box, (*at)->box));
    };
    return !word.folded.empty() && is_wide(before.box, word.box) &&
           std::ranges::count_if(rows, [&](const Words& row) {
               const int apart = std::abs(middle_of(row.front()->box) - middle_of(word.box));
               return apart > height / 2 && apart < reach * height && begins_there(row);
           }) >= least_rows;
}

/// Text of a PDF is as high as its font, what was read on a picture as high as its ink.
void make_as_high_as_font(Word& word) {
    constexpr double font_to_ink = 1.25;
    if (!std::exchange(word.is_ink, false) || word.folded.empty())
        return;
    const int more = static_cast<int>(word.box.height * (font_to_ink - 1));
    word.box.y -= more / 2;
    word.box.height += more;
}

/// A face or a fold read as letters: unclear, and much higher than print is.
class Blots {
public:
    explicit Blots(const std::vector<TextLine>& lines) {
        std::vector<int> heights;
        for (const auto& line : lines)
            for (const auto& word : line.words)
                heights.push_back(word.box.height);
        if (heights.empty())
            return;
        const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
        std::ranges::nth_element(heights, middle);
        m_highest = times_print * *middle;
    }

    bool hold(const Word& word) const {
        return word.clearness < clear_enough && word.box.height > m_highest;
    }

private:
    static constexpr int times_print = 4;
    static constexpr float clear_enough = 0.6F;
    int m_highest{};
};

} // namespace

PageText::PageText(std::vector<TextLine> lines) : m_lines(std::move(lines)) {
    for (auto& line : m_lines) {
        join_spaced_letters(line.words);
        join_cents(line.words);
    }
    if (legible(m_lines).letters >= least_of_page) // the lines of a card stand close
        for (auto& line : m_lines)
            for (auto& word : line.words)
                make_as_high_as_font(word);
    part_words();
    for (std::size_t l = 0; l < m_lines.size(); ++l)
        for (const auto& word : m_lines[l].words)
            for (auto& part : folded_words(word.text))
                m_tokens.push_back({.text = std::move(part), .line = l, .word = &word});
    make_rows();
    join_parted_lines();
}

/// A run that was read as several lines, as print set to the width of its column is, counts as a
/// line too.
void PageText::join_parted_lines() {
    std::map<const Word*, std::size_t> line_of;
    for (const auto& token : m_tokens)
        line_of.emplace(token.word, token.line);
    for (std::size_t r = 0; r < m_runs.size(); ++r) {
        const auto& words = m_runs[r].words;
        const auto line = [&](const Word* word) {
            const auto found = line_of.find(word);
            return found != line_of.end() ? found->second : m_lines.size();
        };
        const bool whole = std::ranges::all_of(words, [&](const Word* word) {
            return word->folded.empty() || line(word) == line(words.front());
        });
        if (whole)
            continue;
        for (const auto* word : words)
            for (auto& part : folded_words(word->text))
                m_tokens.push_back(
                    {.text = std::move(part), .line = m_lines.size() + r, .word = word}
                );
    }
}

void PageText::part_words() {
    for (auto& line : m_lines)
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            const auto end = end_of_label(line.words[i].text);
            if (end == 0)
                continue;
            auto [first, second] = parted(line.words[i], end);
            line.words[i] = std::move(first);
            line.words.insert(
                line.words.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(second)
            );
        }
}

/// The row whose last word is most nearly level with that one and not above or below it; a new row
/// when none is.
Words& PageText::row_for(const Word& word) {
    Words* best = nullptr;
    int least = 0;
    for (auto& row : m_rows) {
        const auto& last = row.back()->box;
        const int apart = std::abs(middle_of(last) - middle_of(word.box));
        if (same_level(last, word.box) && !share_place(last, word.box) &&
            (best == nullptr || apart < least)) {
            best = &row;
            least = apart;
        }
    }
    return best != nullptr ? *best : m_rows.emplace_back();
}

void PageText::make_rows() {
    const Blots blots(m_lines);
    auto all = words_where(m_lines, [&](const Word& word) { return !blots.hold(word); });
    std::ranges::stable_sort(all, {}, [](const Word* word) { return word->box.x; });
    for (const auto* word : all) // from left to right, so that a row may rise or fall
        row_for(*word).push_back(word);
    std::ranges::stable_sort(m_rows, {}, [](const Words& row) {
        return middle_of(row.front()->box);
    });
    for (auto& row : m_rows) {
        for (const auto* word : row) {
            const bool joins = word != row.front() && joins_run(m_runs.back().box, *word) &&
                               !begins_column(m_rows, m_runs.back(), *word);
            if (!joins)
                m_runs.push_back({.words = {}, .box = word->box});
            m_runs.back().words.push_back(word);
            m_runs.back().box = around(m_runs.back().box, word->box);
        }
    }
    for (const auto& run : m_runs)
        add_cells(run);
}

/// The words of a run up to each blank that is wider than one of running text.
void PageText::add_cells(const Run& run) {
    for (const auto* word : run.words) {
        if (word == run.words.front() || is_wide(m_cells.back().box, word->box))
            m_cells.push_back({.words = {}, .box = word->box});
        m_cells.back().words.push_back(word);
        m_cells.back().box = around(m_cells.back().box, word->box);
    }
}

} // namespace guichet::scan
