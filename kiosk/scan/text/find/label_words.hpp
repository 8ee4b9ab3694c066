// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

#include <cstddef>
#include <string_view>

namespace guichet::scan {

/// "6." of "6. Sexe".
bool is_item_number(const Word& word);

/// "de bonne", "par l'employeur": what names nobody.
bool is_link(std::string_view folded);

/// "le", "la", "les".
bool is_article(std::string_view folded);

/// Letters only, at least three.
bool is_plain_word(const Word& word);

/// Of the words level with a label those before it without a gap between them, from the nearest on.
Words joined_before(const Words& level, const Box& label);

/// "Énergie", not "RENAULT".
bool begins_with_one_capital(std::string_view text);

/// "de février 2026": an amount's month, behind its label.
bool is_of_month(const Words& words);

/// "au 1er janvier 2025" behind "Adresse", a blank before the address: how many words that are.
std::size_t length_to_year(const Words& words);

/// A line that says a label once more.
bool is_translation(const Words& words);

/// "Paying bank" of "Domiciliation – Paying bank": how many words right behind a label are its
/// translation, the sign before them too; 0 when another word is among them.
std::size_t length_of_translation(const Box& label, const Words& words);

} // namespace guichet::scan
