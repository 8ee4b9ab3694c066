// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/postal_line.hpp"

#include "scan/text/find/cells.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

namespace guichet::scan {

bool is_emblem(const Words& words) {
    constexpr std::array<std::string_view, 14> signs{
        "assurance",
        "lassurance",
        "maladie",
        "allocations",
        "alloc",
        "familiales",
        "securite",
        "sociale",
        "direction",
        "generale",
        "des",
        "finances",
        "publiques",
        "caf"};
    return std::ranges::all_of(words, [&](const Word* word) {
        return word->folded.empty() || std::ranges::find(signs, word->folded) != signs.end();
    });
}

namespace postal {

namespace {

constexpr int most_leading = 4; ///< heights of print, from one row to the next

} // namespace

void append(Words& words, const Line& line) {
    words.insert(words.end(), line.words.begin(), line.words.end());
}

bool has_digits(const Line& line) {
    return std::ranges::any_of(line.words, [](const Word* word) { return has_digit(word->text); });
}

bool has_label(const Line& line) {
    return std::ranges::any_of(line.words, [](const Word* word) {
        return word->text.find(':') != std::string::npos;
    });
}

bool is_person(const Line& line) {
    constexpr std::size_t most_words = 8;
    return line.words.size() >= 2 && line.words.size() <= most_words &&
           is_courtesy_title(line.words.front()->folded) && !has_digits(line) && !has_label(line);
}

bool is_second_person(const Line& line) {
    return is_person(line) ||
           (line.words.size() >= 2 && is_and(line.words[0]) && !has_digits(line));
}

bool is_other_name(const Line& line) {
    return line.words.size() >= 2 && !has_digits(line) && is_born(line.words.front()->folded);
}

bool has_town(const Line& line) {
    constexpr std::size_t most_words = 22;
    if (line.words.size() > most_words)
        return false;
    for (std::size_t i = 0; i < line.words.size(); ++i)
        if (is_before_town(line.words, i))
            return true;
    return false;
}

bool has_words(const Line& line) {
    return std::ranges::any_of(line.words, [](const Word* word) {
        return std::ranges::count_if(word->folded, is_small_letter) > 1;
    });
}

bool has_any_of(const Line& line, std::span<const std::string_view> folded) {
    return std::ranges::any_of(line.words, [&](const Word* word) {
        return std::ranges::find(folded, word->folded) != folded.end();
    });
}

bool names_a_building(std::string_view folded) {
    constexpr std::array<std::string_view, 14> parts{
        "batiment",
        "bat",
        "residence",
        "res",
        "appartement",
        "appt",
        "apt",
        "escalier",
        "etage",
        "chez",
        "foyer",
        "immeuble",
        "lotissement",
        "hameau"};
    return std::ranges::find(parts, folded) != parts.end();
}

bool is_of_street(const Line& line) {
    const auto& first = line.words.front()->folded;
    return has_digits(line) || names_a_building(first) || names_a_street(first);
}

bool is_head_of_cell(const Line& line) {
    return heads_a_cell(line.words.front()->folded) && !is_fund(line);
}

bool is_fund(const Line& line) {
    constexpr std::size_t least_words = 3;
    return line.words.front()->folded == "caisse" && line.words.size() >= least_words;
}

bool is_slogan(const Line& line) {
    constexpr std::size_t least_words = 3;
    return line.words.size() >= least_words && begins_small(line.words.front()->text);
}

bool is_above(const Line& upper, const Line& lower) {
    const int height = std::max(upper.box.height, lower.box.height);
    const int down = middle_of(lower.box) - middle_of(upper.box);
    const int middles =
        2 * upper.box.x + upper.box.width - 2 * lower.box.x - lower.box.width; // twice apart
    return down > height / 2 && down < most_leading * height &&
           (std::abs(upper.box.x - lower.box.x) < 2 * height || std::abs(middles) < 2 * height ||
            std::abs(right_edge(upper.box) - right_edge(lower.box)) < height);
}

const Line* row_above(const std::vector<Line>& lines, const Line& lower) {
    const Line* found = nullptr;
    for (const auto& other : lines)
        if (is_above(other, lower) &&
            (found == nullptr || middle_of(other.box) > middle_of(found->box)))
            found = &other;
    return found;
}

} // namespace postal

} // namespace guichet::scan
