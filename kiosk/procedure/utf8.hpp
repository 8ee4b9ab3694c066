#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guichet::procedure {

/// The character that begins at `at`, which moves behind it. A byte that is not UTF-8 counts as one
/// character, U+FFFD.
char32_t next_character(std::string_view text, std::size_t& at);

void append(std::string& text, char32_t character);

/// How many characters (not bytes).
std::size_t count_characters(std::string_view text);

} // namespace guichet::procedure
