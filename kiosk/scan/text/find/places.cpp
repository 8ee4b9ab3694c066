// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/places.hpp"

#include "scan/text/find/running_text.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/format.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <utility>

namespace guichet::scan {

namespace {

/// How sure a place is by how far it is from its label, in heights of print.
constexpr double near_gap = 4;
constexpr double far_gap = 14;
constexpr double far_link = 0.85;
constexpr double near_link = 1;
constexpr double below_link = 0.97;
constexpr double row_loss = 0.12;
constexpr double above_loss = 0.1;
constexpr int widest_gap = 6;
constexpr int widest_sign = 3; ///< with its blanks
constexpr int address_gap = 3;
constexpr int even_gap = 3; ///< signs in boxes of their own
constexpr int most_rows = 3;
constexpr int most_address_rows = 6;
constexpr int widest_cell = 40; ///< heights of its label behind it, where no other follows

bool inside(const Box& box, const Box& frame) {
    const int x = box.x + box.width / 2;
    const int y = middle_of(box);
    return x >= frame.x && x < right_edge(frame) && y >= frame.y - 1 &&
           y <= frame.y + frame.height + 1;
}

bool is_address(const Field& field) {
    return field.format == "address";
}

/// How sure a word behind the label on its own line belongs to it.
double link_across(const Box& label, const Box& word) {
    const double gap = static_cast<double>(gap_between(label, word)) / std::max(label.height, 1);
    if (gap < near_gap)
        return near_link;
    return gap < far_gap ? below_link - 0.02 : far_link;
}

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
    return is_address(field) ? most_address_rows : most_rows;
}

/// How far the next row of a value may stand.
int reach_of(const Field& field, const Box& label) {
    return 4 * label.height + (is_address(field) ? label.height : 0);
}

/// Whether the row with that number is a value by itself.
bool is_value_row(const Field& field, int number) {
    return field.row == 0 ? !is_address(field) : field.row == number;
}

double link_of_row(const Field& field, int number, bool below) {
    if (field.row > 0)
        return below_link;
    return below_link - row_loss * (number - 1) - (below ? 0 : above_loss);
}

/// "6." of "6. Sexe".
bool is_item_number(const Word& word) {
    return word.text.size() <= 3 && word.text.ends_with('.') &&
           std::ranges::all_of(word.folded, [](char c) { return c >= '0' && c <= '9'; });
}

/// "de février 2026": an amount's month, behind its label.
bool is_of_month(const Words& words) {
    return words.size() > 3 && words[0]->folded.starts_with('d') &&
           month_named(words[1]->folded) > 0 && words[2]->folded.size() == 4;
}

/// "au 1er janvier 2025" behind "Adresse", a blank before the address: how many words that are.
std::size_t length_to_year(const Words& words) {
    constexpr std::size_t most_words = 5;
    for (std::size_t i = 0; i + 1 < words.size() && i < most_words; ++i) {
        const auto& word = *words[i];
        const bool year = word.folded.size() == 4 && word.text.starts_with("20") &&
                          std::ranges::all_of(word.folded, is_digit);
        if (gap_between(word.box, words[i + 1]->box) > word.box.height)
            return year ? i + 1 : 0;
    }
    return 0;
}

/// "Énergie", not "RENAULT".
bool begins_with_one_capital(std::string_view text) {
    std::size_t second = 1;
    while (second < text.size() && (static_cast<unsigned char>(text[second]) & 0xc0U) == 0x80U)
        ++second;
    return begins_with_capital(text) && second < text.size() && begins_small(text.substr(second));
}

/// "Place", and the "(6)" behind the words of a passport.
bool is_english(const Word* word) {
    const bool number = word->text.size() > 2 && word->text.starts_with('(') &&
                        word->text.ends_with(')') && std::ranges::all_of(word->folded, is_digit);
    return number || is_english_label(word->folded);
}

/// A line that says a label once more.
bool is_translation(const Words& words) {
    const bool more = words.size() > 1 && words[1]->folded.empty(); // "Name – Familienname"
    return !words.empty() && is_english(words.front()) &&
           (more || std::ranges::all_of(words, is_english));
}

/// Whether a row below a label is not its value yet: the label in another language, or, close to
/// the label of an address, a number with words of its own.
bool comes_before(const Words& words, const Field& field, bool below, bool close) {
    return words.empty() ? is_address(field) && close : below && is_translation(words);
}

/// "Paying bank" of "Domiciliation – Paying bank": how many words right behind a label are its
/// translation, the sign before them too; 0 when another word is among them.
std::size_t length_of_translation(const Box& label, const Words& words) {
    int edge = right_edge(label);
    std::size_t count = 0;
    for (const auto* word : words) {
        if (word->box.x - edge >= label.height)
            break;
        const bool sign = count == 0 && word->folded.empty() && word->text != ":";
        if (!sign && !is_english(word))
            return 0;
        edge = right_edge(word->box);
        ++count;
    }
    return count > 1 ? count : 0;
}

/// Words level with a label that stands in the middle between two rows of a cell: row by row.
Words row_by_row(Words words) {
    if (words.empty())
        return words;
    const auto& first = *words.front();
    const auto other = std::ranges::find_if(words, [&](const Word* word) {
        return std::abs(word->box.x - first.box.x) * 2 < first.box.height &&
               std::abs(middle_of(word->box) - middle_of(first.box)) * 3 > 2 * first.box.height;
    });
    if (other == words.end())
        return words;
    const auto& upper = middle_of(first.box) < middle_of((*other)->box) ? first : **other;
    std::stable_partition(words.begin(), words.end(), [&](const Word* word) {
        return same_level(word->box, upper.box);
    });
    return words;
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

bool says_little(std::string_view phrase) {
    constexpr std::array<std::string_view, 11> little{
        "le", "la", "du", "au", "de", "par", "a", "jusquau", "n", "numero", "jo"};
    return std::ranges::find(little, fold(phrase)) != little.end();
}

Labels::Labels(const PageText& page, const Kind& kind) : m_page(page), m_captions(page) {
    for (const auto& field : kind.fields)
        if (field.where != Where::Sentence)
            add_phrases(field);
    for (const auto& row : page.rows())
        for (const auto* word : row)
            if (word->is_code || (word->text.ends_with(':') && word->text.size() > 2))
                m_boxes.push_back({.box = word->box, .colon = true});
            else if (heads_a_cell(word->folded))
                m_boxes.push_back({.box = word->box, .any_field = true});
}

void Labels::add_phrases(const Field& field) {
    for (const auto& phrase : field.near)
        for (const auto& box : m_page.find(phrase)) {
            if (!says_little(phrase))
                m_boxes.push_back({.box = box, .field = &field, .colon = has_colon(m_page, box)});
            m_phrases.push_back({box, &field});
        }
}

bool Labels::is_within_longer(const Box& label, const Field& field) const {
    return std::ranges::any_of(m_phrases, [&](const Phrase& phrase) {
        const bool around = phrase.box.x <= label.x && right_edge(phrase.box) >= right_edge(label);
        return phrase.field != &field && around && same_level(phrase.box, label) &&
               phrase.box.width > label.width + label.height;
    });
}

bool Labels::holds(const Box& place) const {
    return std::ranges::any_of(m_phrases, [&](const Phrase& phrase) {
        return same_level(phrase.box, place) && phrase.box.x <= place.x &&
               right_edge(phrase.box) >= right_edge(place);
    });
}

/// Whether the word announces another value. Right behind the word before it and without a colon
/// it does not: "LA BANQUE POSTALE". Among numbers, "Base 1 388,93" announces nothing, nor does
/// "CCN du bâtiment" another convention.
bool Labels::is_label(const Word& word, const Word* before, const Field& field) const {
    const bool joined = before != nullptr && !is_item_number(*before) &&
                        same_level(before->box, word.box) &&
                        3 * gap_between(before->box, word.box) < 4 * word.box.height;
    return std::ranges::any_of(m_boxes, [&](const Label& label) {
        const bool own = label.field == &field && !label.colon && field.format == "words";
        return inside(word.box, label.box) && (label.colon || !joined) && !own &&
               !(label.any_field && is_number(field.format));
    });
}

bool Labels::is_own(const Word& word, const Field& field) const {
    return std::ranges::any_of(m_boxes, [&](const Label& label) {
        return label.field == &field && label.colon && inside(word.box, label.box);
    });
}

bool Labels::has_no_label(const Words& words, const Field& field) const {
    return !words.empty() && std::ranges::none_of(words, [&](const Word* word) {
        return !is_date_symbol(*word) && is_label(*word, nullptr, field);
    });
}

std::vector<Place>
Labels::places_of_cell(const Box& label, const TranslatedCell& cell, const Field& field) const {
    std::vector<Place> all;
    if (auto words = words_beside_cell(m_page, cell.box); has_no_label(words, field))
        all.push_back({.words = std::move(words), .link = below_link, .beside = true});
    else if (!cell.behind)
        all.push_back(right_of(label, field));
    for (auto& place : rows_beyond(cell.box, field, true)) {
        place.under_translations = true;
        all.push_back(std::move(place));
    }
    std::erase_if(all, [](const Place& place) { return place.words.empty(); });
    return all;
}

std::vector<Place> Labels::places(const Box& label, const Field& field) const {
    std::vector<Place> all;
    const auto where = field.where;
    if (m_captions.hold(label))
        return places_over_caption(label, field);
    if (const auto cell = translated_cell(m_page, label))
        return places_of_cell(label, *cell, field);
    if (std::ranges::any_of(m_page.level_with(label), [&](const Word* word) {
            return word->box == label && is_date_symbol(*word);
        }))
        all.push_back({.words = words_under_symbols(m_page, label), .link = below_link});
    if (auto described = places_under_description(label, field); !described.empty())
        return described;
    if (where == Where::Any || where == Where::Around || where == Where::Right)
        all.push_back(with_rows_under(label, right_of(label, field), field));
    if (where == Where::Any || where == Where::Around || where == Where::Below)
        for (auto& place : rows_beyond(label, field, true))
            all.push_back(std::move(place));
    if (where == Where::Around || where == Where::Above)
        for (auto& place : rows_beyond(label, field, false))
            all.push_back(std::move(place));
    std::erase_if(all, [](const Place& place) { return place.words.empty(); });
    std::ranges::stable_sort(all, std::greater<>(), &Place::link);
    return all;
}

/// A code that small words explain ("D.1 Marque") stands over its value.
std::vector<Place> Labels::places_under_description(const Box& label, const Field& field) const {
    if (m_page.code_at(label) == nullptr)
        return {};
    const auto beside = right_of(label, field).words;
    const bool explains = !beside.empty() && begins_with_one_capital(beside.front()->text) &&
                          gap_between(label, beside.front()->box) < label.height;
    return explains ? rows_beyond(label, field, true) : std::vector<Place>{};
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
    if (is_address(field)) {
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

/// How many words behind a label are the rest of it: "de février 2026", in brackets ("(déclarant
/// 1)"), and, of an address, up to a colon they lead to without a gap ("au 1er janvier 2023 :").
std::size_t Labels::length_of_rest(const Box& label, const Words& words, const Field& field) const {
    if (field.format == "money" && is_of_month(words))
        return 3;
    if (const auto year = is_address(field) ? length_to_year(words) : 0; year > 0)
        return year;
    const auto english = length_of_translation(label, words);
    return english > 0 ? english : length_of_end(label, words, field);
}

/// The same for what is no translation and no month.
std::size_t Labels::length_of_end(const Box& label, const Words& words, const Field& field) const {
    constexpr std::size_t most_words = 12;
    int edge = right_edge(label);
    bool open = false;
    std::size_t rest = 0;
    for (std::size_t i = 0; i < words.size() && i < most_words; ++i) {
        const auto& word = *words[i];
        open = open || (rest == i && word.text.starts_with('('));
        if (word.box.x - edge >= label.height || (!open && is_label(word, nullptr, field)))
            break;
        edge = right_edge(word.box);
        const bool closes = open && word.text.find(')') != std::string::npos;
        const bool colon = word.text.ends_with(':') && (rest == i || is_address(field));
        open = open && !closes;
        if (closes || colon)
            rest = i + 1;
    }
    return rest;
}

/// How many words behind a label are before its value: what joins the label is still it ("Nom /
/// Surname") or its colon. All of them where another label comes first.
std::size_t
Labels::length_before_value(const Box& label, const Words& words, const Field& field) const {
    const bool colon = has_colon(m_page, label);
    auto count = length_of_rest(label, words, field);
    int edge = count > 0 ? right_edge(words[count - 1]->box) : right_edge(label);
    for (; count < words.size(); ++count) {
        const auto& word = *words[count];
        const bool joins = word.box.x - edge < label.height;
        const bool is_told = joins && colon && !has_colon(m_page, word.box);
        const bool names = !is_told && is_label(word, nullptr, field);
        if (names && (!joins || word.is_code))
            return words.size();
        if (!joins || !(names || word.folded.empty()))
            break;
        edge = right_edge(word.box);
    }
    return count;
}

Place Labels::right_of(const Box& label, const Field& field) const {
    Place place{.words = {}, .beside = true};
    const auto words = row_by_row(m_page.behind(label));
    const auto begin = length_before_value(label, words, field);
    if (begin == words.size())
        return place;
    const auto& first = words[begin]->box;
    place.link = is_list_row(m_page, label, first) ? near_link : link_across(label, first);
    auto end = begin + 1;
    while (end < words.size() && !is_label(*words[end], words[end - 1], field))
        ++end;
    for (auto i = begin; i < end; ++i)
        place.words.push_back(words[i]);
    return place;
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
    if (!is_address(field) || place.words.empty())
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

Labels::Part Labels::row_part(const Words& row, Columns columns, const Field& field) const {
    Part part;
    auto& words = part.words;
    const int widest = is_address(field) ? address_gap : widest_gap;
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
        if (!same_level(other, label) || inside(other, label) || inside(label, other))
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
    if (is_address(field) && !address.empty())
        places.push_back({.words = std::move(address), .link = below_link});
    return places;
}

} // namespace guichet::scan
