// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around a place on the page.
#include "scan/text/format/build.hpp"
#include "scan/text/letters.hpp"
#include "scan/text/match.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace guichet::scan {

namespace {

constexpr int furthest_begin = 20; ///< heights left of a value: its label, and a column before it
constexpr int furthest_cell = 22;  ///< heights, from a cell of a list to the next
constexpr int most_rows = 2;       ///< of a sentence, before and after the one it was found in

/// "M." and "J.-P." end no sentence.
bool is_short(const Word& word) {
    return word.text.ends_with('.') && !word.folded.empty() && word.folded.size() <= 2 &&
           std::ranges::none_of(word.folded, is_digit);
}

/// Before what is one of a list.
bool is_bullet(const Word& word) {
    return word.text == "•" || word.text == "▪" || word.text == "►";
}

bool ends_sentence(const Word& word) {
    if (is_short(word))
        return false;
    return is_bullet(word) || word.text.ends_with('.') || word.text.ends_with('!') ||
           word.text.ends_with('?') || word.text.ends_with(':') || word.text.ends_with(';');
}

/// Behind "(père)", where words begin so.
Words::const_iterator behind_brackets(Words::const_iterator begin, Words::const_iterator end) {
    if (begin == end || !(*begin)->text.starts_with('('))
        return begin;
    const auto close = std::find_if(begin, end, [](const Word* word) {
        return word->text.find(')') != std::string::npos;
    });
    return close != end ? std::next(close) : begin;
}

/// Whether a line of running text ends where its next line would have begun with a word more than
/// there was room for; what ends earlier is a paragraph by itself.
bool wraps(const PageText::Run& line, const PageText::Run& next) {
    const auto& word = next.words.front()->box;
    return right_edge(line.box) + word.width + 2 * word.height >= right_edge(next.box);
}

} // namespace

const PageText::Run* PageText::run_around(const Box& place) const {
    const auto found = std::ranges::find_if(m_runs, [&](const Run& run) {
        return same_level(run.box, place) && run.box.x <= place.x &&
               right_edge(run.box) >= right_edge(place);
    });
    return found != m_runs.end() ? &*found : nullptr;
}

Words PageText::level_with(const Box& place) const {
    Words level;
    for (const auto& row : m_rows)
        for (const auto* word : row)
            if (same_level(word->box, place))
                level.push_back(word);
    std::ranges::stable_sort(level, {}, [](const Word* word) { return word->box.x; });
    return level;
}

Words PageText::within(const Box& place) const {
    auto words = level_with(place);
    std::erase_if(words, [&](const Word* word) {
        return word->box.x < place.x || right_edge(word->box) > right_edge(place);
    });
    return words;
}

Words PageText::behind(const Box& place) const {
    auto words = level_with(place);
    const int overlap = std::min(place.height / 4, place.width / 2);
    std::erase_if(words, [&](const Word* word) {
        return word->box.x < right_edge(place) - overlap;
    });
    const auto* run = words.empty() ? nullptr : run_around(words.back()->box);
    if (run != nullptr) {
        const auto last = std::ranges::find(run->words, words.back());
        if (last != run->words.end())
            words.insert(words.end(), last + 1, run->words.end());
    }
    return words;
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

const PageText::Run* PageText::run_right_of(const Run& run) const {
    const Run* nearest = nullptr;
    for (const auto& other : m_runs) {
        const int gap = gap_between(run.box, other.box);
        if (same_level(run.box, other.box) && gap > 0 && gap < furthest_cell * run.box.height &&
            (nearest == nullptr || other.box.x < nearest->box.x))
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
        const auto* above = begin == 0 ? neighbour(*row, false) : nullptr;
        row = above != nullptr && wraps(*above, *row) ? above : nullptr;
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
            if (is_bullet(*row->words[at]))
                return words;
            words.push_back(row->words[at]);
            if (ends_sentence(*words.back()))
                return words;
        }
        const auto* below = neighbour(*row, true);
        row = below != nullptr && wraps(*row, *below) ? below : nullptr;
    }
    return words;
}

/// The run that holds `place`, and which of its words is the first one there.
std::optional<std::pair<const PageText::Run*, std::size_t>> PageText::run_at(const Box& place
) const {
    const auto inside = [&](const Word* word) {
        return same_level(word->box, place) && word->box.x < right_edge(place) &&
               right_edge(word->box) > place.x;
    };
    for (const auto& run : m_runs) {
        const auto found = std::ranges::find_if(run.words, inside);
        if (found != run.words.end())
            return std::pair(&run, static_cast<std::size_t>(found - run.words.begin()));
    }
    return std::nullopt;
}

Words PageText::before(const Box& place) const {
    const auto at = run_at(place);
    return at ? before(*at->first, at->second) : Words{};
}

Words PageText::sentence(const Box& place) const {
    const auto at = run_at(place);
    if (!at)
        return {};
    auto words = before(*at->first, at->second);
    const auto rest = from(*at->first, at->second);
    words.insert(words.end(), rest.begin(), rest.end());
    return words;
}

std::vector<Words> PageText::onwards(const Box& place) const {
    const auto behind = [&](const Word* word) {
        return same_level(word->box, place) && !word->folded.empty() &&
               word->box.x >= right_edge(place) - place.height / 4;
    };
    std::vector<Words> all;
    const auto* run = run_around(place);
    if (run == nullptr)
        return all;
    const auto found = std::ranges::find_if(run->words, behind);
    const auto rest = behind_brackets(found, run->words.end());
    const bool titles = std::all_of(rest, run->words.end(), [](const Word* word) {
        return is_courtesy_title(word->folded);
    });
    if (!titles)
        return {from(*run, static_cast<std::size_t>(rest - run->words.begin()))};
    for (const auto* next : {run_right_of(*run), neighbour(*run, true)})
        if (next != nullptr)
            all.push_back(from(*next, 0));
    return all;
}

Words PageText::under(const Box& place) const {
    for (const auto& row : m_rows) {
        const int drop = middle_of(row.front()->box) - middle_of(place);
        if (drop * 2 < place.height || same_level(row.front()->box, place))
            continue;
        if (drop > 3 * place.height)
            break;
        const auto begins = [&](const Word* word) { return overlap_across(word->box, place); };
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
        if (is_next && overlap_across(run.box, place) &&
            (nearest == nullptr || run.box.y < nearest->box.y))
            nearest = &run;
    }
    return nearest != nullptr ? nearest->words : Words{};
}

} // namespace guichet::scan
