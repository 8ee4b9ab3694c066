// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/translated.hpp"

#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <string_view>

namespace guichet::scan {

namespace {

constexpr int least_signs = 2;
constexpr int least_foreign = 2;
constexpr int most_lines = 5;
constexpr int begin_shift = 3; ///< heights, of a label behind its number

bool parts_languages(const Word* word) {
    return word->text == "·" || word->text == "–" || word->text == "-" || word->text == "—" ||
           word->text == "/" || word->text == ":" || word->text == "+"; // a point in the middle
}

/// A word of those labels in German, English, Spanish or Italian.
bool is_foreign(const Word* word) {
    constexpr std::array<std::string_view, 24> foreign{
        "name",    "familienname", "apellidos", "cognome", "vornamen", "forenames",
        "prenomi", "geschlecht",   "sex",       "sexo",    "sesso",    "vater",
        "father",  "padre",        "mutter",    "mother",  "madre",    "geburt",
        "birth",   "nacimiento",   "nascita",   "issue",   "auszug",   "ausstellungsdatum"};
    return std::ranges::find(foreign, word->folded) != foreign.end();
}

/// What of a run stands without a gap behind the number of the cell.
struct Line {
    Box box;
    std::ptrdiff_t signs{};
    std::ptrdiff_t foreign{};
};

bool is_number_word(const Word* word) {
    return std::ranges::all_of(word->text, is_digit);
}

bool is_print(const Word* word) {
    return !word->folded.empty();
}

std::optional<Line> line_from(const PageText::Run& run, int x) {
    const auto joins = [](const Word* word, const Word* next) {
        const auto& sized = word->folded.empty() ? *next : *word; // a dash is not high
        return gap_between(word->box, next->box) < sized.box.height && !is_number_word(next);
    };
    auto first = std::ranges::find_if(run.words, [&](const Word* word) {
        return word->box.x >= x && !is_number_word(word);
    });
    if (first == run.words.end())
        return std::nullopt;
    auto last = std::next(first);
    while (last != run.words.end() && joins(*std::prev(last), *last))
        ++last;
    auto box = (*std::find_if(first, std::prev(last), is_print))->box;
    for (auto word = first; word != last; ++word)
        if (is_print(*word)) // the boxes of signs may be as high as two lines
            box = around(box, (*word)->box);
    return Line{
        .box = box,
        .signs = std::count_if(first, last, parts_languages),
        .foreign = std::count_if(first, last, is_foreign)};
}

/// The line that goes on in a cell, at its left edge.
std::optional<Line> next_line(const PageText& page, const Box& above) {
    for (const auto& run : page.runs()) {
        const auto line = line_from(run, above.x - begin_shift * above.height);
        if (!line || std::abs(line->box.x - above.x) >= begin_shift * above.height)
            continue;
        const int gap = line->box.y - (above.y + above.height);
        if (gap > -above.height / 2 && gap * 4 < 3 * above.height && !same_level(line->box, above))
            return line;
    }
    return std::nullopt;
}

/// Row by row.
template <typename Property>
Words words_where(const PageText& page, Property property) {
    Words words;
    for (const auto& row : page.rows())
        std::ranges::copy_if(row, std::back_inserter(words), property);
    return words;
}

} // namespace

std::optional<TranslatedCell> translated_cell(const PageText& page, const Box& label) {
    const auto run = std::ranges::find_if(page.runs(), [&](const PageText::Run& other) {
        return same_level(other.box, label) && other.box.x <= label.x &&
               right_edge(other.box) >= right_edge(label);
    });
    const auto first =
        run != page.runs().end() ? line_from(*run, label.x - label.height / 2) : std::nullopt;
    if (!first)
        return std::nullopt;
    Box cell = first->box;
    Box last = first->box;
    auto signs = first->signs;
    auto foreign = first->foreign;
    for (int i = 0; i < most_lines; ++i) {
        const auto line = next_line(page, last);
        if (!line || (line->signs == 0 && signs < least_signs))
            break;
        signs += line->signs;
        foreign += line->foreign;
        last = line->box;
        cell = around(cell, last);
    }
    if (signs < least_signs || foreign < least_foreign)
        return std::nullopt;
    return TranslatedCell{.box = cell, .behind = first->signs > 0};
}

bool is_date_symbol(const Word& word) {
    return word.text == "Jo" || word.text == "Mo" || word.text == "An";
}

bool is_date_symbol(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        return word->box == label && is_date_symbol(*word);
    });
}

Words words_under_symbols(const PageText& page, const Box& first) {
    constexpr int deepest = 3; ///< heights
    constexpr int widest = 25;
    return words_where(page, [&](const Word* word) {
        const int drop = middle_of(word->box) - middle_of(first);
        const int across = word->box.x - first.x;
        return drop * 2 > first.height && drop < deepest * first.height &&
               across > -2 * first.height && across < widest * first.height && is_number_word(word);
    });
}

Words words_beside_cell(const PageText& page, const Box& cell) {
    return words_where(page, [&](const Word* word) {
        const int middle = middle_of(word->box);
        return word->box.x >= right_edge(cell) && middle >= cell.y - word->box.height / 2 &&
               middle <= cell.y + cell.height + word->box.height / 2;
    });
}

} // namespace guichet::scan
