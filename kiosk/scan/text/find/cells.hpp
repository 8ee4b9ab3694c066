// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

#include <string_view>

namespace guichet::scan {

/// Where a value may stand below a label or above it, in pixels of the page.
struct Columns {
    int left{};
    int right{};
    int begin{};         ///< left of which a value begins
    int label{};         ///< where the label does
    bool is_guess{true}; ///< nothing tells where it ends: what goes on evenly goes on
};

/// Whether such a word is the head of a cell on many papers, whatever field it is of: "Échelon".
bool heads_a_cell(std::string_view folded);

/// Whether it is a word of labels in English, as papers in two languages print them small under the
/// French ones or behind them.
bool is_english_label(std::string_view folded);

/// Whether label and value are a row of a list: in three rows or more words begin where both do,
/// or, of values that go on over lines, where the value does.
bool is_list_row(const PageText& page, const Box& label, const Box& value);

/// A label with words right before it ("GRADE / EMPLOI", "Mon adresse") stands over a value that
/// begins where they do, and in the head of a table over none that stands under another cell.
void keep_to_cell(const PageText& page, const Box& label, Columns& columns);

/// The words around a word that stand close together in a row.
Box unit_of(const Words& row, const Word& word);

} // namespace guichet::scan
