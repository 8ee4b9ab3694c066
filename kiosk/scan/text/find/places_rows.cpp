// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a label in the rows below and above it.
#include "scan/text/find/label_words.hpp"
#include "scan/text/find/places.hpp"
#include "scan/text/format/format.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <utility>

namespace guichet::scan {

namespace {

constexpr double row_loss = 0.12;
constexpr double above_loss = 0.1;
constexpr int widest_sign = 3; ///< with its blanks
constexpr int address_gap = 3;
constexpr int even_gap = 3; ///< signs in boxes of their own
constexpr int most_value_rows = 3;
constexpr int most_address_rows = 6;
constexpr int widest_cell = 40; ///< heights of its label behind it, where no other follows

/// The rows below the label from the top, or those above it from the bottom.
std::vector<const Words*> rows_from(const PageText& page, const Box& label, bool below) {
    std::vector<const Words*> found;
    for (const auto& row : page.rows()) {
        const int middle = middle_of(row.front()->box);
        if (below ? middle > label.y + label.height : middle < label.y)
            found.push_back(&row);
    }
    if (!below)
        std::ranges::reverse(found);
    return found;
}

int most_rows_of(const Field& field) {
    if (field.row > 0)
        return field.row;
    return is_address(field.format) ? most_address_rows : most_value_rows;
}

/// How far the next row of a value may stand.
int reach_of(const Field& field, const Box& label) {
    return 4 * label.height + (is_address(field.format) ? label.height : 0);
}

/// Whether the row with that number is a value by itself.
bool is_value_row(const Field& field, int number) {
    return field.row == 0 ? !is_address(field.format) : field.row == number;
}

double link_of_row(const Field& field, int number, bool below) {
    if (field.row > 0)
        return below_link;
    return below_link - row_loss * (number - 1) - (below ? 0 : above_loss);
}

/// Whether a row below a label is not its value yet: the label in another language, or, close to
/// the label of an address, a number with words of its own.
bool comes_before(const Words& words, const Field& field, bool below, bool close) {
    return words.empty() ? is_address(field.format) && close : below && is_translation(words);
}

struct LabelCell {
    Box words;
    int end{};
};

/// The words on a label's line without a wide gap, and where the next ones begin.
LabelCell cell_around(const PageText& page, const Box& label) {
    const auto* own = page.run_around(label);
    LabelCell cell{.words = own != nullptr ? own->box : label, .end = 0};
    cell.end = right_edge(cell.words) + widest_cell * label.height;
    for (const auto& run : page.runs())
        if (same_level(run.box, label) && run.box.x > right_edge(cell.words))
            cell.end = std::min(cell.end, run.box.x);
    return cell;
}

/// Whether no more than so many heights part a word from those before it.
bool follows(const Words& words, const Word& word, int gap) {
    return !words.empty() &&
           gap_between(words.back()->box, word.box) < gap * std::max(word.box.height, 1);
}

/// "Titulaire du compte / Account holder": whether nothing but a sign stands between two labels.
bool is_parted_by_sign(const PageText& page, const Box& label, const Box& other) {
    const auto between = page.within(
        {.x = right_edge(label) + 1,
         .y = label.y,
         .width = other.x - right_edge(label) - 2,
         .height = label.height}
    );
    return gap_between(label, other) < widest_sign * label.height && !between.empty() &&
           std::ranges::all_of(between, [](const Word* word) { return word->folded.empty(); });
}

/// Whether a word of a row is not in a column, some of whose words are `words`.
bool is_outside(const Word& word, const Words& row, const Columns& columns, const Words& words) {
    const bool under_label = 4 * std::abs(word.box.x - columns.label) <= word.box.height;
    const auto unit = under_label ? word.box : unit_of(row, word);
    const int centre = unit.x + unit.width / 2; // of a cell in the middle of its column
    const bool parted = !columns.is_guess && !words.empty() && !follows(words, word, 2);
    const bool beyond = (parted ? centre : word.box.x) >= columns.right;
    return centre < columns.left ||
           (beyond && !(columns.is_guess && follows(words, word, even_gap)));
}

} // namespace

Labels::Part Labels::row_part(const Words& row, Columns columns, const Field& field) const {
    Part part;
    auto& words = part.words;
    const int widest = is_address(field.format) ? address_gap : widest_value_gap;
    for (const auto* word : row) {
        if (is_outside(*word, row, columns, words) || (words.empty() && is_own(*word, field)))
            continue; // "Références à rappeler" over "Dossier : 26C004417"
        if (words.empty() ? word->box.x >= columns.begin : !follows(words, *word, widest))
            break;
        part.at_label = is_label(*word, words.empty() ? nullptr : words.back(), field);
        if (part.at_label)
            break;
        words.push_back(word);
    }
    return part;
}

/// Where the column of a label ends: half way to the label left of it, and before the one right.
Columns Labels::columns_of(const Box& label) const {
    Columns columns{
        .left = label.x - 2 * label.height,
        .right = std::max(right_edge(label) + 10 * label.height, label.x + 25 * label.height),
        .begin = right_edge(label) + label.height,
        .label = label.x};
    for (const auto& [other, field, colon, any_field] : m_boxes) {
        if (!same_level(other, label) || holds_middle(label, other) || holds_middle(other, label))
            continue;
        if (other.x > right_edge(label) && 4 * gap_between(label, other) < 5 * label.height)
            continue; // the rest of the label: "Emploi / qualification", "Titulaire / Owner"
        if (other.x > right_edge(label) && is_parted_by_sign(m_page, label, other))
            continue;
        if (other.x > right_edge(label)) {
            columns.right = std::min(columns.right, other.x - label.height / 3);
            columns.is_guess = false;
        } else if (right_edge(other) < label.x)
            columns.left = std::max(columns.left, (right_edge(other) + label.x) / 2);
    }
    keep_to_cell(m_page, label, columns);
    return columns;
}

std::vector<Words> Labels::values_beyond(const Box& label, const Field& field, bool below) const {
    const auto columns = columns_of(label);
    std::vector<Words> values;
    int edge = below ? label.y + label.height : label.y;
    for (const auto* row : rows_from(m_page, label, below)) {
        const int middle = middle_of(row->front()->box);
        auto part = row_part(*row, columns, field);
        if (part.words.empty() && !part.at_label)
            continue;
        if (values.empty() &&
            comes_before(part.words, field, below, middle - edge < 2 * label.height)) {
            edge = middle;
            continue;
        }
        if (part.words.empty() || std::abs(middle - edge) > reach_of(field, label))
            break;
        edge = middle;
        values.push_back(std::move(part.words));
        if (part.at_label || static_cast<int>(values.size()) == most_rows_of(field))
            break;
    }
    return values;
}

std::vector<Place> Labels::rows_beyond(const Box& label, const Field& field, bool below) const {
    std::vector<Place> places;
    Words address;
    int number = 0;
    for (auto& words : values_beyond(label, field, below)) {
        address.insert(address.end(), words.begin(), words.end());
        if (is_value_row(field, ++number))
            places.push_back({.words = std::move(words), .link = link_of_row(field, number, below)}
            );
    }
    if (is_address(field.format) && !address.empty())
        places.push_back({.words = std::move(address), .link = below_link});
    return places;
}

/// The words that go on right behind those of a row, over its caption or past its end.
void Labels::add_rest_of_line(Words& row) const {
    for (const auto* word : m_page.behind(row.back()->box)) {
        if (gap_between(row.back()->box, word->box) * 2 > word->box.height)
            return;
        row.push_back(word);
    }
}

/// The rows that go on evenly up from a caption, from the first of them.
std::vector<Place> Labels::places_over_caption(const Box& label, const Field& field) const {
    auto rows = values_beyond(label, field, false);
    const auto breaks_off = [](const Words& row, const Words& above) {
        const auto& box = row.front()->box;
        const auto& next = above.front()->box;
        const int height = std::min(box.height, next.height);
        return middle_of(box) - middle_of(next) > 2 * height ||
               4 * std::max(box.height, next.height) > 5 * height ||
               std::abs(box.x - next.x) > height;
    };
    const auto last = std::ranges::adjacent_find(rows, breaks_off);
    if (last != rows.end())
        rows.erase(std::next(last), rows.end());
    std::ranges::reverse(rows);
    for (auto& row : rows)
        add_rest_of_line(row);
    std::vector<Place> places;
    if (is_address(field.format)) {
        Place whole{.words = {}, .link = below_link};
        for (const auto& row : rows)
            whole.words.insert(whole.words.end(), row.begin(), row.end());
        places.push_back(std::move(whole));
    } else
        for (auto& row : rows)
            places.push_back({.words = std::move(row), .link = below_link});
    std::erase_if(places, [](const Place& place) { return place.words.empty(); });
    return places;
}

Words Labels::alone_below(const Box& label) const {
    const auto cell = cell_around(m_page, label);
    const auto in_cell = [&](const Word* word) {
        return right_edge(word->box) > cell.words.x - label.height && word->box.x < cell.end;
    };
    for (const auto& row : m_page.rows()) {
        const int drop = middle_of(row.front()->box) - middle_of(label);
        if (drop * 2 < label.height || same_level(row.front()->box, label) ||
            std::ranges::none_of(row, in_cell))
            continue;
        Words words;
        std::ranges::copy_if(row, std::back_inserter(words), in_cell);
        const auto far = [](const Word* left, const Word* right) {
            return gap_between(left->box, right->box) > 2 * left->box.height;
        };
        const bool whole = words.front()->box.x >= cell.words.x - label.height / 2 &&
                           drop < 3 * label.height &&
                           std::ranges::adjacent_find(words, far) == words.end();
        return whole ? words : Words{};
    }
    return {};
}

/// The rows of a cell above that of its label, which stands in the middle of them: right above the
/// first word of the value, with nothing before them.
Words Labels::rows_above(const Box& label, const Word& first) const {
    Words words;
    Box below = first.box;
    for (const auto* row : rows_from(m_page, first.box, false)) {
        const auto begin = std::ranges::find_if(*row, [&](const Word* word) {
            return std::abs(word->box.x - first.box.x) * 2 < first.box.height;
        });
        const bool has_label = std::any_of(row->begin(), begin, [&](const Word* word) {
            return right_edge(word->box) > label.x;
        });
        if (begin == row->end() || has_label ||
            middle_of(below) - middle_of((*begin)->box) > 2 * below.height)
            break;
        below = (*begin)->box;
        const auto* run = m_page.run_around(below);
        const auto end = std::find_if(begin, row->end(), [&](const Word* word) {
            return run != nullptr && word->box.x > right_edge(run->box);
        });
        words.insert(words.begin(), begin, end);
    }
    return words;
}

/// An address that begins right of its label goes on under its own first word.
Place Labels::with_rows_under(const Box& label, Place place, const Field& field) const {
    if (!is_address(field.format) || place.words.empty())
        return place;
    const auto above = rows_above(label, *place.words.front());
    const auto is_new = [&place](const Word* word) {
        return std::ranges::find(place.words, word) == place.words.end();
    };
    for (auto& more : rows_beyond(place.words.front()->box, field, true))
        if (std::ranges::all_of(more.words, is_new)) // not the second of two level with the label
            place.words.insert(place.words.end(), more.words.begin(), more.words.end());
    place.words.insert(place.words.begin(), above.begin(), above.end());
    return place;
}

} // namespace guichet::scan
