// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/cells.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

namespace guichet::scan {

namespace {

constexpr int least_cells = 3; ///< of the head of a table
constexpr int most_before = 2; ///< words of a label before known ones; more are a sentence
constexpr int least_list_rows = 3;
constexpr int widest_list = 20; ///< heights, between label and value
constexpr int list_reach = 6;   ///< heights, to the rows above and below

/// Where the words begin that go on without a gap to the label.
int begin_of(const Box& label, const PageText::Run& run) {
    const auto joins = [](const Word* word, const Word* next) {
        return gap_between(word->box, next->box) < next->box.height;
    };
    auto first = std::ranges::find_if(run.words, [&](const Word* word) {
        return right_edge(word->box) > label.x;
    });
    if (first == run.words.end())
        return label.x;
    for (int words = 0;
         words < most_before && first != run.words.begin() && joins(*std::prev(first), *first);
         ++words)
        --first;
    return std::min(label.x, (*first)->box.x);
}

/// Where they end that go on from it.
int end_of(const Box& label, const PageText::Run& run) {
    int end = right_edge(label);
    for (const auto* word : run.words)
        if (right_edge(word->box) > end && word->box.x - end < label.height)
            end = right_edge(word->box);
    return end;
}

bool begins_at(const Words& row, int x, int height) {
    return std::ranges::any_of(row, [&](const Word* word) {
        return std::abs(word->box.x - x) * 2 < height;
    });
}

/// "01/01/2025", which fills a cell.
bool is_whole_day(std::string_view text) {
    constexpr std::size_t length = 10;
    return text.size() == length && text[2] == '/' && text[5] == '/';
}

} // namespace

bool heads_a_cell(std::string_view folded) {
    constexpr std::array<std::string_view, 39> heads{
        "adresse",  "anciennete", "base",    "caisse",      "categorie", "classification",
        "conjoint", "code",       "date",    "designation", "devise",    "echelon",
        "emploi",   "enfant",     "facture", "filiation",   "gain",      "gains",
        "retenue",  "retenues",   "libelle", "montant",     "nature",    "niveau",
        "nom",      "organisme",  "periode", "prenom",      "prenoms",   "qualification",
        "qualite",  "reference",  "regime",  "service",     "siret",     "statut",
        "tarif",    "taux",       "total"};
    return std::ranges::find(heads, folded) != heads.end();
}

bool is_english_label(std::string_view folded) {
    constexpr auto english = std::to_array<std::string_view>(
        {"account",     "address", "alternate", "authority", "balance", "bank",   "birth",
         "branch",      "client",  "closing",   "code",      "colour",  "date",   "expiry",
         "eyes",        "father",  "forenames", "given",     "height",  "holder", "in",
         "invoice",     "issue",   "key",       "money",     "mother",  "name",   "names",
         "nationality", "number",  "of",        "opening",   "out",     "owner",  "parent",
         "paying",      "period",  "place",     "record",    "sex",     "surname"}
    );
    constexpr std::size_t least = 5; // "Addre": its end was not read
    return std::ranges::any_of(english, [&](std::string_view word) {
        return word == folded ||
               (folded.size() >= least && word.starts_with(folded) && folded != "nation");
    });
}

bool is_list_row(const PageText& page, const Box& label, const Box& value) {
    int rows = 0;
    int going_on = 0; // under a value, with nothing before
    for (const auto& row : page.rows()) {
        const int apart = std::abs(middle_of(row.front()->box) - middle_of(label));
        if (apart > list_reach * label.height || !begins_at(row, value.x, label.height))
            continue;
        if (begins_at(row, label.x, label.height))
            ++rows;
        else if (row.front()->box.x >= value.x - label.height / 2)
            ++going_on;
    }
    return gap_between(label, value) <= widest_list * label.height && rows > 1 &&
           rows + going_on >= least_list_rows;
}

void keep_to_cell(const PageText& page, const Box& label, Columns& columns) {
    int cells = 1;
    Columns cell{.left = 0, .right = columns.right};
    for (const auto& run : page.runs()) {
        const bool is_level =
            std::abs(middle_of(run.box) - middle_of(label)) < label.height * 5 / 4;
        if (!is_level)
            continue;
        const bool level = same_level(run.box, label);
        if (level && run.box.x <= label.x && right_edge(run.box) >= right_edge(label)) {
            columns.left = std::min(columns.left, begin_of(label, run) - label.height);
            columns.begin = end_of(label, run) + label.height;
            continue;
        }
        cells += level ? 1 : 0;
        if (run.box.x > right_edge(label))
            cell.right = std::min(cell.right, run.box.x - label.height / 3);
        else if (right_edge(run.box) < label.x)
            cell.left = std::max(cell.left, (right_edge(run.box) + label.x) / 2);
    }
    if (cells < least_cells)
        return;
    columns.left = std::max(columns.left, cell.left);
    columns.is_guess = columns.is_guess && cell.right == columns.right;
    columns.right = cell.right;
}

Box unit_of(const Words& row, const Word& word) {
    const auto joins = [](const Word* left, const Word* right) {
        const bool cells = is_whole_day(left->text) || is_whole_day(right->text);
        return gap_between(left->box, right->box) * 5 <
               (cells ? 3 : 6) * std::max(left->box.height, 1);
    };
    const auto at = std::ranges::find(row, &word);
    auto first = at;
    while (first != row.begin() && joins(*std::prev(first), *first))
        --first;
    Box unit = word.box;
    for (auto next = first; next != row.end() && (next <= at || joins(*std::prev(next), *next));
         ++next)
        unit = around(unit, (*next)->box);
    return unit;
}

} // namespace guichet::scan
