// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/other_language.hpp"

#include "scan/text/boxes.hpp"
#include "scan/text/letters.hpp"
#include "scan/text/ocr/two_engines.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr float clear = 0.88F;    ///< a word that needs no second look
constexpr float no_print = 0.15F; ///< and what is no word
constexpr float clearly_clearer = 0.01F;
constexpr double high = 1.15;          ///< times its width, of a letter with an accent
constexpr std::size_t most_looks = 16; ///< of a page
constexpr std::size_t many_doubts = 4; ///< are worth a second engine
constexpr int border = 10;             ///< pixels of white, which Tesseract wants

/// An unclear word of a line between its neighbours, which help to read it.
struct Doubt {
    std::size_t line{};
    std::size_t first{};
    std::size_t last{};
    float clearness{};
};

/// "à" is higher than it is wide, "a" is not.
bool is_high_a(const Word& word) {
    return word.text == "a" && word.box.height > high * word.box.width;
}

bool is_doubtful(const Word& word) {
    return (word.clearness < clear || is_high_a(word)) && word.clearness >= no_print;
}

void add_doubts(const TextLine& line, std::size_t index, std::vector<Doubt>& doubts) {
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        if (!is_doubtful(line.words[i]))
            continue;
        const std::size_t first = i > 0 ? i - 1 : 0;
        const std::size_t last = std::min(i + 1, line.words.size() - 1);
        const bool goes_on =
            !doubts.empty() && doubts.back().line == index && doubts.back().last >= first;
        if (!goes_on)
            doubts.push_back({.line = index, .first = first, .clearness = 1});
        doubts.back().last = last;
        doubts.back().clearness = std::min(doubts.back().clearness, line.words[i].clearness);
    }
}

/// The most nearly clear first: little is to be gained from what is hardly print.
std::vector<Doubt> doubts_of(const std::vector<TextLine>& lines) {
    std::vector<Doubt> doubts;
    for (std::size_t i = 0; i < lines.size(); ++i)
        add_doubts(lines[i], i, doubts);
    std::ranges::stable_sort(doubts, std::greater<>(), &Doubt::clearness);
    if (doubts.size() > most_looks)
        doubts.resize(most_looks);
    return doubts;
}

/// Half of what parts two words beside each other, so that no foreign letter is in the strip.
int half_gap(const Box& box, const Box& next, int most) {
    return std::clamp(gap_between(box, next) / 2, 0, most);
}

/// The doubt's words with room on both sides.
Box place_of(const TextLine& line, const Doubt& doubt) {
    const auto& words = line.words;
    const auto& first = words[doubt.first].box;
    const auto& last = words[doubt.last].box;
    const int usual = line.box.height / 4;
    const int before = doubt.first > 0 ? half_gap(words[doubt.first - 1].box, first, usual) : usual;
    const int after =
        doubt.last + 1 < words.size() ? half_gap(last, words[doubt.last + 1].box, usual) : usual;
    const int left = first.x - before;
    return {
        .x = std::max(left, 0),
        .y = line.box.y,
        .width = right_edge(last) + after - left,
        .height = line.box.height};
}

TextLine read_place(const PixPtr& grey, const Box& place, Language other, EngineSlot slot) {
    const PixPtr cut = cut_out(grey, place);
    const PixPtr strip(cut ? pixAddBorder(cut.get(), border, 255) : nullptr);
    auto read = recognise_line(strip, other, slot);
    for (auto& word : read.words) {
        word.box.x += place.x - border;
        word.box.y += place.y - border;
    }
    return read;
}

bool has_plain_letter(const std::string& folded) {
    return std::ranges::any_of(folded, is_small_letter);
}

/// Word by word, where the other language parts them alike.
void keep_clearer(std::span<Word> words, std::span<Word> others, Language language) {
    if (words.size() != others.size() ||
        !std::ranges::equal(words, others, [](const auto& one, const auto& other) {
            return is_same_place(one.box, other.box);
        }))
        return;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (is_kept(others[i], words[i], language))
            words[i] = std::move(others[i]);
}

} // namespace

bool is_kept(const Word& other, const Word& word, Language language) {
    const bool same_letters = other.folded == word.folded && has_plain_letter(word.folded);
    const bool is_one_letter = word.folded.size() == 1;
    if (same_letters && (language == Language::French || (is_one_letter && !is_high_a(word))))
        return false; // English knows no accents, and "à" is as much a word as "a"
    if (word.known && !other.known)
        return false;
    return other.clearness > word.clearness + clearly_clearer;
}

std::vector<TextLine> with_other_language(
    const PixPtr& grey,
    std::vector<TextLine> lines,
    Language language,
    std::chrono::steady_clock::time_point end
) {
    const auto other = language == Language::French ? Language::English : Language::French;
    const auto doubts = doubts_of(lines);
    std::vector<Box> places(doubts.size());
    std::ranges::transform(doubts, places.begin(), [&](const Doubt& doubt) {
        return place_of(lines[doubt.line], doubt);
    });
    std::vector<TextLine> others(places.size());
    read_on_two_engines(places.size(), many_doubts, [&](std::size_t i, EngineSlot slot) {
        if (std::chrono::steady_clock::now() < end)
            others[i] = read_place(grey, places[i], other, slot);
    });
    for (std::size_t i = 0; i < doubts.size(); ++i) {
        const auto& doubt = doubts[i];
        keep_clearer(
            std::span(lines[doubt.line].words).subspan(doubt.first, doubt.last - doubt.first + 1),
            others[i].words,
            language
        );
    }
    return lines;
}

} // namespace guichet::scan
