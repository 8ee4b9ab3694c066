// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

#include <optional>

namespace guichet::scan {

// The multilingual extracts of acts of the civil registry (ICCS Convention no. 16, Vienna 1976).

/// The cell of a label that says it in other languages too, parted by dashes or strokes, over
/// several lines mostly: "Nom – Name – Apellidos".
struct TranslatedCell {
    Box box;
    bool behind{}; ///< right behind the label, not only below it
};

/// nullopt when the label stands alone.
std::optional<TranslatedCell> translated_cell(const PageText& page, const Box& label);

/// The words right of such a cell, as high as it is, line by line.
Words words_beside_cell(const PageText& page, const Box& cell);

/// "Jo", "Mo", "An": over the day, the month and the year (article 6 of the Convention).
bool is_date_symbol(const Word& word);
/// Whether a label is one of them.
bool is_date_symbol(const PageText& page, const Box& label);

/// What stands under such symbols from the first one on: "07 10 1998".
Words words_under_symbols(const PageText& page, const Box& first);

} // namespace guichet::scan
