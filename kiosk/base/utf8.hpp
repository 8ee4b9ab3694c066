// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace guichet {

/// Stands for what is not a character.
constexpr char32_t replacement_character = 0xFFFD;

/// Reads the character that begins at `at` and moves `at` behind it; nothing, and `at` stays, when
/// the bytes there are not UTF-8 (RFC 3629: no overlong form, no surrogate).
std::optional<char32_t> decode_character(std::string_view text, std::size_t& at);

/// The same, but a byte that is not UTF-8 is one character, U+FFFD: `at` always moves.
char32_t next_character(std::string_view text, std::size_t& at);

/// Where the character that ends before `at` begins; 0 at the start.
std::size_t previous_character(std::string_view text, std::size_t at);

bool is_utf8(std::string_view text);

/// How many characters; a byte that is not UTF-8 counts for one.
std::size_t count_characters(std::string_view text);

/// Characters as code points; a byte that is not UTF-8 becomes U+FFFD.
std::u32string to_characters(std::string_view text);

/// UTF-8; what is not a character becomes U+FFFD.
std::string to_utf8(std::u32string_view characters);

void append_utf8(std::string& text, char32_t character);

} // namespace guichet
