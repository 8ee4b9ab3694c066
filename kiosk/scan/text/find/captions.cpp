// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/captions.hpp"

#include "scan/text/find/cells.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace guichet::scan {

namespace {

constexpr std::size_t least_captions = 3;
constexpr std::size_t most_words = 6;

/// What stands over a run or under it.
struct Neighbour {
    int height{};
    int away{}; ///< from middle to middle
};

bool share_column(const Box& run, const Box& word) {
    return right_edge(word) >= run.x - run.height / 2 && word.x <= right_edge(run) + run.height / 2;
}

/// The nearest word above it, or below; of a row the tallest.
std::optional<Neighbour> nearest(const PageText& page, const Box& run, bool below) {
    const auto away_of = [&](const Word& word) {
        const int down = middle_of(word.box) - middle_of(run);
        return below ? down : -down;
    };
    const auto words = words_where(page.lines(), [&](const Word& word) {
        return away_of(word) * 2 >= run.height && share_column(run, word.box) &&
               !word.folded.empty();
    });
    std::optional<Neighbour> found;
    for (const auto* word : words) {
        const int height = word->box.height;
        const int away = away_of(*word);
        if (found && std::abs(found->away - away) * 3 < height)
            found->height = std::max(found->height, height);
        else if (!found || away < found->away)
            found = Neighbour{height, away};
    }
    return found;
}

using Runs = std::vector<PageText::Run>;

/// The runs of a page, parted where a gap is as wide as their print is high: captions stand close.
Runs close_runs(const PageText& page) {
    Runs close;
    for (const auto& run : page.runs())
        for (const auto* word : run.words) {
            const bool goes_on = word != run.words.front() &&
                                 gap_between(close.back().box, word->box) < run.box.height;
            if (!goes_on)
                close.push_back({.words = {}, .box = word->box});
            close.back().words.push_back(word);
            close.back().box = around(close.back().box, word->box);
        }
    return close;
}

/// What it says before its brackets, "Fin de droits (548 jours au 16/03/2025)", or before it says
/// it in another way: "Code banque / Bank code".
Words first_part(const PageText::Run& run) {
    const auto rest = std::ranges::find_if(run.words, [](const Word* word) {
        return word->text.starts_with('(') || word->text == "/";
    });
    return {run.words.begin(), rest};
}

/// A few words without a figure, and none behind them in the same print, "Total TTC   191,42", or
/// right behind them in larger print.
bool is_label(const Runs& runs, const PageText::Run& run) {
    const auto words = first_part(run);
    const auto has_figure = [](const Word* word) { return has_digit(word->text); };
    const auto is_its_value = [&](const PageText::Run& other) {
        const int higher = other.box.height - run.box.height;
        const bool right_behind = gap_between(run.box, other.box) < 2 * other.box.height;
        return same_level(other.box, run.box) && other.box.x > run.box.x &&
               (std::abs(higher) * 5 < run.box.height || (higher > 0 && right_behind)) &&
               std::ranges::any_of(first_part(other), has_figure);
    };
    return !words.empty() && words.size() <= most_words && has_letter(words.front()->text) &&
           std::ranges::none_of(words, has_figure) &&
           std::ranges::none_of(
               words, [](const Word* word) { return word->text.ends_with(':'); }
           ) &&
           std::ranges::none_of(runs, is_its_value);
}

/// Where a caption ends that goes on in the next lines: with its English words, or in small
/// letters.
Box last_line(const Runs& runs, const PageText::Run& run) {
    Box last = run.box;
    for (const auto& next : runs) {
        const int down = middle_of(next.box) - middle_of(last);
        const auto& first = *next.words.front();
        if (down * 2 > last.height && down < 2 * last.height &&
            std::abs(next.box.x - run.box.x) * 2 < run.box.height &&
            std::abs(next.box.height - run.box.height) <= 1 &&
            (is_english_label(first.folded) || begins_small(first.text)))
            last = next.box;
    }
    return last;
}

/// Whether what is above a run is in print a tenth larger, and near.
bool is_over(const std::optional<Neighbour>& above, const Box& run) {
    return above && above->height * 10 >= run.height * 11 &&
           above->away * 10 <= above->height * 5 + run.height * 26;
}

/// In print a tenth smaller than what is right above it, and much nearer to that than to what is
/// below; where it stands off, twice as near.
bool is_caption(const PageText& page, const Runs& runs, const PageText::Run& run) {
    if (!is_label(runs, run))
        return false;
    const auto above = nearest(page, run.box, false);
    if (!is_over(above, run.box))
        return false;
    const bool close = above->away * 10 <= above->height * 5 + run.box.height * 13;
    const auto below = nearest(page, last_line(runs, run), true);
    return !below || below->away * 4 > above->away * (close ? 5 : 8);
}

/// In a page of captions: in their print, and not nearer to what is below.
bool is_like_them(const PageText& page, const Runs& runs, const PageText::Run& run, int height) {
    const auto above = nearest(page, run.box, false);
    const auto below = nearest(page, last_line(runs, run), true);
    return is_label(runs, run) && std::abs(run.box.height - height) <= 1 &&
           is_over(above, run.box) && (!below || below->away * 10 > above->away * 9);
}

} // namespace

Captions::Captions(const PageText& page) {
    const auto runs = close_runs(page);
    for (const auto& run : runs)
        if (is_caption(page, runs, run))
            m_boxes.push_back(run.box);
    if (m_boxes.size() < least_captions) {
        m_boxes.clear();
        return;
    }
    const int height = m_boxes.front().height;
    for (const auto& run : runs)
        if (is_like_them(page, runs, run, height))
            m_boxes.push_back(run.box);
}

bool Captions::hold(const Box& place) const {
    return std::ranges::any_of(m_boxes, [&](const Box& box) {
        return same_level(box, place) && box.x <= place.x + place.height &&
               right_edge(box) >= right_edge(place);
    });
}

} // namespace guichet::scan
