// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace guichet::scan {

/// A to Z, or À to Þ.
bool begins_with_capital(std::string_view text);

/// a to z, or à to ÿ.
bool begins_small(std::string_view text);

/// 0 to 9.
bool is_digit(char c);

/// Whether any of it is one.
bool has_digit(std::string_view text);

/// A to Z, without accents.
bool is_capital(char c);

/// a to z, without accents: all letters that folded words have.
bool is_small_letter(char c);

/// One of a to z or A to Z, or a byte of any other letter.
bool is_letter(char c);

/// Whether any of it is one.
bool has_letter(std::string_view text);

/// What stands behind "l'" or "d'", in any letters; nullopt where the text begins with neither.
std::optional<std::string_view> behind_elision(std::string_view text);

/// Two signs or more, none of them a small letter: "SAINT", not "Saint".
bool is_in_capitals(std::string_view text);

/// The same, or one capital: "MÈR" and "E" of letters printed apart.
bool is_of_capitals(std::string_view text);

} // namespace guichet::scan
