// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/match.hpp"

#include "scan/text/cents.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/letters.hpp"
#include "scan/text/spaced_letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <map>
#include <utility>

namespace guichet::scan {

namespace {

/// Words closer than this many of their heights belong together.
constexpr int wide_gap = 3;
constexpr std::size_t least_plain_phrase = 4; ///< words that stand in two lines by no chance

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

std::vector<std::string> parts_of(const Words& words) {
    std::vector<std::string> parts;
    for (const auto* word : words)
        for (auto& part : folded_words(word->text))
            parts.push_back(std::move(part));
    return parts;
}

/// Whether a run goes on another one right above it: less than half a line away, or each in the
/// middle of one column.
bool is_close_under(const PageText::Run& run, const PageText::Run& above) {
    const auto centre = [](const Box& box) { return 2 * box.x + box.width; };
    const int height = above.box.height;
    return 2 * (run.box.y - above.box.y - height) < height ||
           std::abs(centre(run.box) - centre(above.box)) < height / 2;
}

/// The box of the words a run begins with, when they are those; nullopt when it begins otherwise.
std::optional<Box> begin_of(const PageText::Run& run, const std::vector<std::string>& wanted) {
    std::size_t count = 0;
    Box box = run.words.front()->box;
    for (const auto* word : run.words) {
        for (const auto& part : folded_words(word->text)) {
            if (count < wanted.size() && part != wanted[count])
                return std::nullopt;
            ++count;
        }
        box = around(box, word->box);
        if (count >= wanted.size())
            return box;
    }
    return std::nullopt;
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

bool alike_parts(const std::string& part, const std::string& wanted) {
    return alike(wanted, part);
}

bool equal_parts(const std::string& part, const std::string& wanted) {
    return part == wanted;
}

/// "de", "la" of "montant de la facture".
bool links(std::string_view part) {
    constexpr std::array<std::string_view, 8> words{"de", "du", "des", "d", "la", "le", "les", "l"};
    return std::ranges::find(words, part) != words.end();
}

/// "tic" for "ttc": one letter of a short word.
bool but_one_letter(const std::string& part, const std::string& wanted) {
    int others = part.size() == wanted.size() && part.size() >= 3 ? 0 : 2;
    for (std::size_t i = 0; others < 2 && i < part.size(); ++i)
        others += part[i] != wanted[i] ? 1 : 0;
    return others == 1;
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

std::vector<TextLine> without(const std::vector<TextLine>& lines, const Words& words) {
    std::vector<TextLine> kept;
    kept.reserve(lines.size());
    for (const auto& line : lines) {
        kept.push_back({.words = {}, .box = line.box});
        for (const auto& word : line.words)
            if (std::ranges::find(words, &word) == words.end())
                kept.back().words.push_back(word);
    }
    return kept;
}

std::string letters_of(const Words& words) {
    std::string letters;
    for (const auto* word : words)
        letters += word->folded;
    return letters;
}

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

std::vector<Box> PageText::find(std::string_view phrase) const {
    std::vector<std::vector<std::string>> variants;
    for (std::size_t at = 0; at <= phrase.size();) {
        const auto end = std::min(phrase.find('|', at), phrase.size());
        variants.push_back(folded_words(phrase.substr(at, end - at)));
        at = end + 1;
    }
    auto found = found_as(variants, equal_parts); // "VILLE DE" is not "fille de" where that stands
    const auto is_no_code = [&](const Box& box) { return code_at(box) == nullptr; };
    if (!std::ranges::all_of(found, is_no_code)) // not any "E" where E is a code
        std::erase_if(found, is_no_code);
    if (found.empty())
        for (const auto& wanted : variants)
            add_glued(wanted, found);
    if (found.empty())
        found = found_as(variants, alike_parts);
    if (found.empty())
        for (const auto& wanted : variants)
            add_linked(wanted, found);
    if (found.empty())
        for (const auto& wanted : variants)
            add_misread(wanted, found);
    if (found.empty())
        for (const auto& wanted : variants)
            add_wrapped(wanted, found);
    for (auto it = found.begin(); it != found.end();) // in its line and in its run
        it = std::find(found.begin(), it, *it) != it ? found.erase(it) : std::next(it);
    return found;
}

const Word* PageText::code_at(const Box& place) const {
    const auto found = std::ranges::find_if(m_tokens, [&](const Token& token) {
        const auto& word = *token.word;
        return word.is_code && word.box.x == place.x && same_level(word.box, place);
    });
    return found != m_tokens.end() ? found->word : nullptr;
}

bool PageText::says(std::string_view phrase) const {
    return !found_as({folded_words(phrase)}, equal_parts).empty();
}

/// From the top, where any of them stands whose words are the same in that way.
std::vector<Box>
PageText::found_as(const std::vector<std::vector<std::string>>& variants, AreSame are_same) const {
    std::vector<Box> found;
    for (const auto& wanted : variants)
        add_found(wanted, are_same, found);
    std::ranges::stable_sort(found, {}, &Box::y);
    return found;
}

void PageText::add_found(
    const std::vector<std::string>& wanted, AreSame are_same, std::vector<Box>& found
) const {
    for (std::size_t i = 0; !wanted.empty() && i + wanted.size() <= m_tokens.size(); ++i) {
        const auto begin = m_tokens.begin() + static_cast<std::ptrdiff_t>(i);
        const auto& last = m_tokens[i + wanted.size() - 1];
        const bool here = begin->line == last.line &&
                          std::equal(
                              wanted.begin(),
                              wanted.end(),
                              begin,
                              [are_same](const std::string& word, const Token& token) {
                                  return are_same(token.text, word);
                              }
                          );
        if (here)
            found.push_back(around(begin->word->box, last.word->box));
    }
}

/// "TOTALTTC", "NETA PAYER": the letters of the phrase with its blanks elsewhere.
void PageText::add_glued(const std::vector<std::string>& wanted, std::vector<Box>& found) const {
    constexpr std::size_t least_letters = 7;
    std::string letters;
    for (const auto& word : wanted)
        letters += word;
    if (wanted.size() < 2 || letters.size() < least_letters)
        return;
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        std::string read;
        Box box = m_tokens[i].word->box;
        for (auto k = i; k < m_tokens.size() && m_tokens[k].line == m_tokens[i].line &&
                         read.size() < letters.size();
             ++k) {
            read += m_tokens[k].text;
            box = around(box, m_tokens[k].word->box);
        }
        if (read == letters)
            found.push_back(box);
    }
}

/// "TOTAL TIC" for "total ttc": the first word and the others are right, and a picture was read.
void PageText::add_misread(const std::vector<std::string>& wanted, std::vector<Box>& found) const {
    for (std::size_t i = 0; wanted.size() > 1 && i + wanted.size() <= m_tokens.size(); ++i) {
        const auto* first = &m_tokens[i];
        const auto& last = m_tokens[i + wanted.size() - 1];
        bool here = first->text == wanted.front() && first->line == last.line;
        int misread = 0;
        for (std::size_t k = 1; here && k < wanted.size(); ++k) {
            const auto& token = first[k];
            const bool right = token.text == wanted[k];
            misread += right ? 0 : 1;
            here = right || (misread == 1 && token.word->clearness < 1 &&
                             but_one_letter(token.text, wanted[k]));
        }
        if (here)
            found.push_back(around(first->word->box, last.word->box));
    }
}

/// "Total de la facture HT" for "total facture ht": the words that say something are right, with
/// others or none between that link them.
void PageText::add_linked(const std::vector<std::string>& wanted, std::vector<Box>& found) const {
    constexpr std::size_t least_letters = 8;
    std::vector<std::string> told;
    std::size_t letters = 0;
    for (const auto& word : wanted)
        if (!links(word)) {
            told.push_back(word);
            letters += word.size();
        }
    if (told.size() < 2 || letters < least_letters || links(wanted.front()) || links(wanted.back()))
        return;
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        const bool begins = i == 0 || m_tokens[i - 1].line != m_tokens[i].line ||
                            !begins_small(m_tokens[i - 1].word->text);
        if (!begins) // "attestation d'ouverture de droits" is no "ouverture des droits"
            continue;
        if (const auto* last = end_of_linked(i, told))
            found.push_back(around(m_tokens[i].word->box, last->box));
    }
}

/// The last of those words, in their order and with no more than links between, from that token on;
/// null where they do not follow.
const Word* PageText::end_of_linked(std::size_t first, const std::vector<std::string>& told) const {
    std::size_t right = 0;
    for (auto k = first; k < m_tokens.size() && m_tokens[k].line == m_tokens[first].line; ++k) {
        if (m_tokens[k].text == told[right])
            ++right;
        else if (right == 0 || !links(m_tokens[k].text))
            return nullptr;
        if (right == told.size())
            return m_tokens[k].word;
    }
    return nullptr;
}

std::vector<Box> PageText::find_any(const std::vector<std::string>& phrases) const {
    std::vector<Box> found;
    for (const auto& phrase : phrases)
        for (const auto& box : find(phrase))
            found.push_back(box);
    return found;
}

std::vector<Box> PageText::find_broken(std::string_view phrase) const {
    const auto wanted = folded_words(phrase);
    std::vector<Box> found;
    for (const auto& run : m_runs) {
        const auto first = parts_of(run.words);
        for (std::size_t here = 1; here < wanted.size() && here <= first.size(); ++here) {
            const auto turn = wanted.begin() + static_cast<std::ptrdiff_t>(here);
            if (!std::equal(wanted.begin(), turn, first.end() - static_cast<std::ptrdiff_t>(here)))
                continue;
            const auto* next = neighbour(run, true);
            if (auto end = next != nullptr ? begin_of(*next, {turn, wanted.end()}) : std::nullopt)
                found.push_back(*end);
        }
    }
    return found;
}

/// "Nom   : DURAND": it is a label by itself.
bool PageText::has_value(const Run& run) const {
    const auto words = behind(run.box);
    return !words.empty() && words.front()->text.starts_with(':');
}

/// "Nom" over "Prénoms" with a value each, one below the other: labels by themselves.
bool PageText::are_rows(const Run& run, const Run& next) const {
    const auto upper = behind(run.box);
    const auto lower = behind(next.box);
    const auto& label = next.words.front()->text;
    return !upper.empty() && !lower.empty() && begins_with_capital(label) &&
           !is_in_capitals(label) &&
           std::abs(upper.front()->box.x - lower.front()->box.x) * 2 < run.box.height;
}

/// "Net" over "imposable": the first line holds nothing else.
void PageText::add_wrapped(const std::vector<std::string>& wanted, std::vector<Box>& found) const {
    for (const auto& run : m_cells) {
        const auto first = parts_of(run.words);
        if (first.empty() || first.size() >= wanted.size() ||
            !std::equal(first.begin(), first.end(), wanted.begin(), alike_parts) || has_value(run))
            continue;
        const auto* next = run_below(run, run.box.height);
        if (next == nullptr || are_rows(run, *next) ||
            (wanted.size() < least_plain_phrase && !is_close_under(*next, run)))
            continue;
        const auto second = parts_of(next->words);
        const std::vector<std::string> rest(
            wanted.begin() + static_cast<std::ptrdiff_t>(first.size()), wanted.end()
        );
        if (second.size() < rest.size() ||
            !std::equal(rest.begin(), rest.end(), second.begin(), alike))
            continue;
        const auto end = std::min(rest.size(), next->words.size()); // words of one part mostly
        const auto line = around(next->words.front()->box, next->words[end - 1]->box);
        const int left = std::min(run.box.x, line.x);
        const bool whole = end == next->words.size(); // no value follows in that line
        const int right =
            whole ? std::max(right_edge(run.box), right_edge(line)) : right_edge(line);
        found.push_back({.x = left, .y = line.y, .width = right - left, .height = line.height});
    }
}

/// The cell that stands right under it, less than `room` away; null when there is none.
const PageText::Run* PageText::run_below(const Run& run, int room) const {
    for (const auto& other : m_cells) {
        const int gap = other.box.y - (run.box.y + run.box.height);
        if (gap > -run.box.height / 2 && gap < room && !same_level(other.box, run.box) &&
            share_place(other.box, run.box))
            return &other;
    }
    return nullptr;
}

} // namespace guichet::scan
