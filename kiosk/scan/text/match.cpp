// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/match.hpp"

#include "scan/text/fold.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace guichet::scan {

namespace {

/// Words closer than this many of their heights belong together.
constexpr int wide_gap = 3;
constexpr int furthest_begin = 20; ///< heights left of a value: its label, and a column before it
constexpr int most_rows = 2;       ///< of a sentence, before and after the one it was found in

bool ends_sentence(const Word& word) {
    return word.text.ends_with('.') || word.text.ends_with('!') || word.text.ends_with('?') ||
           word.text.ends_with(':') || word.text.ends_with(';');
}

/// "Nom:DURAND" printed without a blank: what stands before and after the colon.
std::pair<Word, Word> parted(const Word& word, std::size_t colon) {
    const auto letters = static_cast<int>(letter_count(word.text));
    const auto before = static_cast<int>(letter_count(word.text.substr(0, colon + 1)));
    const int width = letters > 0 ? word.box.width * before / letters : 0;
    Word first{
        .text = word.text.substr(0, colon + 1),
        .folded = fold(word.text.substr(0, colon + 1)),
        .box = {word.box.x, word.box.y, width, word.box.height},
        .sureness = {}};
    Word second{
        .text = word.text.substr(colon + 1),
        .folded = fold(word.text.substr(colon + 1)),
        .box = {word.box.x + width, word.box.y, word.box.width - width, word.box.height},
        .sureness = {}};
    const auto count = std::min(word.sureness.size(), static_cast<std::size_t>(before));
    const auto middle = word.sureness.begin() + static_cast<std::ptrdiff_t>(count);
    first.sureness.assign(word.sureness.begin(), middle);
    second.sureness.assign(middle, word.sureness.end());
    return {std::move(first), std::move(second)};
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) > 127);
}

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

PageText::PageText(std::vector<TextLine> lines) : m_lines(std::move(lines)) {
    part_words();
    for (std::size_t l = 0; l < m_lines.size(); ++l)
        for (const auto& word : m_lines[l].words)
            for (auto& part : folded_words(word.text))
                m_tokens.push_back({.text = std::move(part), .line = l, .word = &word});
    make_rows();
}

void PageText::part_words() {
    for (auto& line : m_lines)
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            const auto& text = line.words[i].text;
            const auto colon = text.find(':');
            const bool label = colon != std::string::npos && colon > 0 && colon + 1 < text.size() &&
                               is_letter(text[colon - 1]) && text[colon + 1] != '/';
            if (!label)
                continue;
            auto [first, second] = parted(line.words[i], colon);
            line.words[i] = std::move(first);
            line.words.insert(
                line.words.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(second)
            );
        }
}

void PageText::make_rows() {
    Words all;
    for (const auto& line : m_lines)
        for (const auto& word : line.words)
            all.push_back(&word);
    std::ranges::stable_sort(all, {}, [](const Word* word) { return middle_of(word->box); });
    for (const auto* word : all) {
        // A row is as high as its first word: nearly level ones join it.
        if (m_rows.empty() || !same_level(m_rows.back().front()->box, word->box))
            m_rows.emplace_back();
        m_rows.back().push_back(word);
    }
    for (auto& row : m_rows) {
        std::ranges::sort(row, {}, [](const Word* word) { return word->box.x; });
        for (const auto* word : row) {
            const bool joins = word != row.front() && gap_between(m_runs.back().box, word->box) <
                                                          wide_gap * std::max(word->box.height, 1);
            if (!joins)
                m_runs.push_back({.words = {}, .box = word->box});
            m_runs.back().words.push_back(word);
            m_runs.back().box = around(m_runs.back().box, word->box);
        }
    }
}

std::vector<Box> PageText::find(std::string_view phrase) const {
    const auto wanted = folded_words(phrase);
    std::vector<Box> found;
    for (std::size_t i = 0; !wanted.empty() && i + wanted.size() <= m_tokens.size(); ++i) {
        const bool here =
            m_tokens[i].line == m_tokens[i + wanted.size() - 1].line &&
            std::equal(
                wanted.begin(),
                wanted.end(),
                m_tokens.begin() + static_cast<std::ptrdiff_t>(i),
                [](const std::string& word, const Token& token) { return alike(word, token.text); }
            );
        if (here)
            found.push_back(around(m_tokens[i].word->box, m_tokens[i + wanted.size() - 1].word->box)
            );
    }
    return found;
}

const PageText::Run* PageText::neighbour(const Run& run, bool after) const {
    const Run* nearest = nullptr;
    for (const auto& other : m_runs) {
        const int gap = after ? other.box.y - (run.box.y + run.box.height)
                              : run.box.y - (other.box.y + other.box.height);
        const bool column = std::abs(other.box.x - run.box.x) < 4 * run.box.height;
        const bool near = gap > -run.box.height / 2 && gap < run.box.height * 3 / 2;
        if (&other == &run || !column || !near || same_level(other.box, run.box))
            continue;
        if (nearest == nullptr || std::abs(middle_of(other.box) - middle_of(run.box)) <
                                      std::abs(middle_of(nearest->box) - middle_of(run.box)))
            nearest = &other;
    }
    return nearest;
}

/// The words of the sentence before word `first` of the run, from the rows above too.
Words PageText::before(const Run& run, std::size_t first) const {
    Words words;
    const Run* row = &run;
    auto end = static_cast<std::ptrdiff_t>(first);
    for (int i = 0; row != nullptr && i <= most_rows; ++i) {
        auto begin = end;
        while (begin > 0 && !ends_sentence(*row->words[static_cast<std::size_t>(begin) - 1]))
            --begin;
        words.insert(words.begin(), row->words.begin() + begin, row->words.begin() + end);
        row = begin == 0 ? neighbour(*row, false) : nullptr;
        end = row != nullptr ? static_cast<std::ptrdiff_t>(row->words.size()) : 0;
    }
    return words;
}

/// Word `first` of the run and the rest of the sentence, from the rows below too.
Words PageText::from(const Run& run, std::size_t first) const {
    Words words;
    const Run* row = &run;
    std::size_t at = first;
    for (int i = 0; row != nullptr && i <= most_rows; ++i, at = 0) {
        for (; at < row->words.size(); ++at) {
            words.push_back(row->words[at]);
            if (ends_sentence(*words.back()))
                return words;
        }
        row = neighbour(*row, true);
    }
    return words;
}

Words PageText::sentence(const Box& place) const {
    const auto inside = [&](const Word* word) {
        return same_level(word->box, place) && word->box.x < right_edge(place) &&
               right_edge(word->box) > place.x;
    };
    for (const auto& run : m_runs) {
        const auto found = std::ranges::find_if(run.words, inside);
        if (found == run.words.end())
            continue;
        const auto first = static_cast<std::size_t>(found - run.words.begin());
        auto words = before(run, first);
        const auto rest = from(run, first);
        words.insert(words.end(), rest.begin(), rest.end());
        return words;
    }
    return {};
}

Words PageText::under(const Box& place) const {
    for (const auto& row : m_rows) {
        const int drop = middle_of(row.front()->box) - middle_of(place);
        if (drop * 2 < place.height || same_level(row.front()->box, place))
            continue;
        if (drop > 3 * place.height)
            break;
        const auto begins = [&](const Word* word) {
            return right_edge(word->box) > place.x && word->box.x < right_edge(place);
        };
        auto first = std::ranges::find_if(row, begins);
        if (first == row.end())
            continue;
        const auto is_near = [&](const Word* left, const Word* right) {
            return gap_between(left->box, right->box) < place.height;
        };
        while (first != row.begin() && is_near(*std::prev(first), *first))
            --first; // "1 241,03": the whole of it
        auto end = std::next(first);
        while (end != row.end() && is_near(*std::prev(end), *end))
            ++end;
        return {first, end};
    }
    return {};
}

Box PageText::with_begin(const Box& place) const {
    Box whole = place;
    for (const auto& row : m_rows)
        for (const auto* word : row) {
            const bool near = word->box.x > place.x - furthest_begin * place.height;
            const bool is_word = word->folded.size() > 1 && word->clearness > least_clearness &&
                                 word->box.height * 4 > place.height;
            if (near && is_word && word->box.x < whole.x && same_level(word->box, place))
                whole = around(whole, {word->box.x, place.y, 0, 0});
        }
    return whole;
}

Words PageText::run_under(const Box& place) const {
    const Run* nearest = nullptr;
    for (const auto& run : m_runs) {
        const int drop = middle_of(run.box) - middle_of(place);
        const bool is_next = drop * 2 > place.height && drop < most_drop * place.height;
        const bool shares = run.box.x < right_edge(place) && right_edge(run.box) > place.x;
        if (is_next && shares && (nearest == nullptr || run.box.y < nearest->box.y))
            nearest = &run;
    }
    return nearest != nullptr ? nearest->words : Words{};
}

} // namespace guichet::scan
