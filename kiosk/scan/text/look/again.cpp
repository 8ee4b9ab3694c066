// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/look/again.hpp"

#include "scan/text/fold.hpp"
#include "scan/text/match.hpp"
#include "scan/text/ocr/strip.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <iterator>
#include <utility>

namespace guichet::scan {

namespace {

constexpr double clear = 0.85;    ///< mean clearness of words that need no second look
constexpr double hopeless = 0.15; ///< and of what is no print
constexpr std::size_t most_runs = 14;
constexpr int widest_gap = 8;      ///< heights of print, within a run
constexpr double least_run = 3;    ///< heights of print
constexpr double least_kept = 0.5; ///< of the letters read first: a part of them is no reading

/// Words one after the other, and the place around them.
struct WordRun {
    Words words;
    Box box;
    double clearness{};
    std::size_t letters{};
};

WordRun measured(WordRun run) {
    double sum = 0;
    for (const auto* word : run.words) {
        run.box = word == run.words.front() ? word->box : around(run.box, word->box);
        const auto letters = letter_count(word->text);
        run.letters += letters;
        sum += word->clearness * static_cast<double>(letters);
    }
    run.clearness = run.letters > 0 ? sum / static_cast<double>(run.letters) : 0;
    return run;
}

std::vector<WordRun> runs_of(const PageText& page) {
    std::vector<WordRun> runs;
    for (const auto& row : page.rows())
        for (const auto* word : row) {
            const bool goes_on =
                word != row.front() && gap_between(runs.back().words.back()->box, word->box) <
                                           widest_gap * std::max(word->box.height, 1);
            if (!goes_on)
                runs.emplace_back();
            runs.back().words.push_back(word);
        }
    for (auto& run : runs)
        run = measured(std::move(run));
    return runs;
}

bool is_zone(const WordRun& run) {
    std::size_t fillers = 0;
    for (const auto* word : run.words)
        fillers += static_cast<std::size_t>(std::ranges::count(word->text, '<'));
    return fillers * 5 > run.letters;
}

/// What may read better, the most nearly clear first.
std::vector<WordRun> unclear(const PageText& page, double capital) {
    auto runs = runs_of(page);
    std::erase_if(runs, [&](const WordRun& run) {
        return run.clearness >= clear || run.clearness < hopeless || run.letters < 2 ||
               run.box.width < least_run * capital || run.box.height > 5 * capital || is_zone(run);
    });
    std::ranges::stable_sort(runs, std::greater<>(), &WordRun::clearness);
    if (runs.size() > most_runs)
        runs.resize(most_runs);
    return runs;
}

/// Words that were read wrong may be much too high: the middle one tells where the line is.
int median(const Words& words, int (*length)(const Word* word)) {
    std::vector<int> lengths;
    for (const auto* word : words)
        lengths.push_back(length(word));
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    return *middle;
}

Strip strip_of(const PixPtr& page, const WordRun& run, double capital) {
    const int room = static_cast<int>(std::lround(capital));
    const int middle = median(run.words, [](const Word* word) { return middle_of(word->box); });
    const Box place{
        .x = run.box.x - room,
        .y = middle - room,
        .width = run.box.width + 2 * room,
        .height = 2 * room};
    return cut_strip(page, place, capital, StripLight::Contrast);
}

bool is_better(const TextLine& line, const WordRun& run) {
    WordRun again;
    for (const auto& word : line.words)
        again.words.push_back(&word);
    again = measured(std::move(again));
    return again.clearness > run.clearness &&
           static_cast<double>(again.letters) >= least_kept * static_cast<double>(run.letters);
}

} // namespace

std::vector<TextLine> read_again(
    const PixPtr& grey,
    std::vector<TextLine> lines,
    double usual,
    std::chrono::steady_clock::time_point end
) {
    const PageText page(std::move(lines));
    if (usual < 1)
        return page.lines();
    Words replaced;
    std::vector<TextLine> clearer;
    for (const auto& run : unclear(page, usual)) {
        if (std::chrono::steady_clock::now() > end)
            break;
        const int height = median(run.words, [](const Word* word) { return word->box.height; });
        const double capital = std::clamp<double>(height, 0.8 * usual, 1.4 * usual);
        const auto strip = strip_of(grey, run, capital);
        if (!strip.grey)
            continue;
        auto line = recognise_line(strip.grey);
        if (!is_better(line, run))
            continue;
        place_in_page(line, strip);
        replaced.insert(replaced.end(), run.words.begin(), run.words.end());
        clearer.push_back(std::move(line));
    }
    auto all = without(page.lines(), replaced);
    std::erase_if(all, [](const TextLine& line) { return line.words.empty(); });
    std::ranges::move(clearer, std::back_inserter(all));
    return all;
}

} // namespace guichet::scan
