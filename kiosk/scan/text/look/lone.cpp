// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/look/lone.hpp"

#include "scan/text/letters.hpp"
#include "scan/text/look/figures.hpp"
#include "scan/text/match.hpp"
#include "scan/text/ocr/montage.hpp"
#include "scan/text/ocr/strip.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

namespace guichet::scan {

namespace {

// Lengths in capitals.
constexpr double level_room = 0.4;  ///< above and below the print of a level
constexpr double longest_words = 9; ///< so much of the words shows how the figures stand
constexpr double words_blank = 0.7; ///< between the words and the figures, as they are read

constexpr double least_figure_read = 0.5; ///< clearness

int pixels_of(double capitals, double capital) {
    return static_cast<int>(std::lround(capitals * capital));
}

/// The words of the field and those that go on right behind them, where nothing else is printed on
/// their level; nullopt otherwise.
std::optional<Box> words_alone(const PageText& page, const Box& label) {
    auto place = label;
    for (const auto* word : page.behind(label)) {
        const bool goes_on = gap_between(place, word->box) < 2 * place.height &&
                             std::ranges::none_of(word->text, is_digit);
        if (!goes_on)
            return std::nullopt;
        place = around(place, word->box);
    }
    return place;
}

class FigureLevel {
public:
    FigureLevel(const PixPtr& grey, const Box& words, double capital)
        : m_grey(grey), m_words(words), m_capital(capital) {}

    /// The figures behind the words, as a line of their own.
    std::optional<TextLine> read() const {
        const int spare = pixels_of(level_room, m_capital);
        const int top = middle_of(m_words) - pixels_of(0.5, m_capital) - spare;
        const int height = pixels_of(1, m_capital) + 2 * spare;
        const int begin = right_edge(m_words) + pixels_of(words_blank, m_capital);
        const Box behind{.x = begin, .y = top, .width = width_of(m_grey) - begin, .height = height};
        const auto level = evened(m_grey, behind);
        const auto figures = figures_on(level, m_capital);
        if (figures.empty())
            return std::nullopt;
        const auto all = around(figures.front(), figures.back());
        const Box place{
            .x = begin + all.x - spare, .y = top, .width = all.width + 2 * spare, .height = height};
        return read_beside(place);
    }

private:
    std::optional<TextLine> read_beside(const Box& place) const {
        const int length = std::min(m_words.width, pixels_of(longest_words, m_capital));
        std::vector<PixPtr> parts;
        parts.push_back(evened(
            m_grey,
            {.x = right_edge(m_words) - length,
             .y = place.y,
             .width = length,
             .height = place.height}
        ));
        parts.push_back(evened(m_grey, place));
        const int border = pixels_of(1, m_capital);
        const int turn = border + length + pixels_of(words_blank, m_capital) / 2;
        const auto both = side_by_side(parts, pixels_of(words_blank, m_capital), border);
        if (!both)
            return std::nullopt;
        const Box whole{.x = 0, .y = 0, .width = width_of(both), .height = height_of(both)};
        const auto strip = cut_strip(both, whole, m_capital, StripLight::Even);
        auto line = recognise_line(strip.grey);
        place_in_page(line, strip);
        std::erase_if(line.words, [turn](const Word& word) { return word.box.x < turn; });
        if (line.words.size() != 1 || line.words.front().clearness < least_figure_read)
            return std::nullopt;
        auto& word = line.words.front();
        if (word.text == "O" || word.text == "o") // alone they look the same
            word.text = word.folded = "0";
        if (!std::ranges::all_of(word.text, is_digit))
            return std::nullopt;
        word.box = line.box = place;
        word.is_ink = false;
        return line;
    }

    const PixPtr& m_grey;
    Box m_words;
    double m_capital;
};

/// Where the words of fields stand that hold figures.
std::vector<Box> labels_of_figures(const PageText& page, const Kind& kind) {
    std::vector<Box> labels;
    for (const auto& field : kind.fields)
        if (field.format == "money" || field.format == "number")
            std::ranges::move(page.find_any(field.near), std::back_inserter(labels));
    return labels;
}

} // namespace

std::vector<TextLine> with_lone_figures(
    const PixPtr& grey,
    std::vector<TextLine> lines,
    double usual,
    const Kind& kind,
    std::chrono::steady_clock::time_point end
) {
    if (usual < 1)
        return lines;
    const Quiet quiet;
    const PageText page(std::move(lines));
    std::vector<Box> seen;
    std::vector<TextLine> found;
    for (const auto& label : labels_of_figures(page, kind)) {
        const auto words = words_alone(page, label);
        if (!words || std::ranges::find(seen, *words) != seen.end())
            continue;
        if (std::chrono::steady_clock::now() > end)
            break;
        seen.push_back(*words);
        const double capital = std::clamp<double>(label.height, 0.8 * usual, 1.4 * usual);
        if (auto line = FigureLevel(grey, *words, capital).read())
            found.push_back(std::move(*line));
    }
    auto all = page.lines();
    std::ranges::move(found, std::back_inserter(all));
    return all;
}

} // namespace guichet::scan
