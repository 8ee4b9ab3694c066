#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guichet::logic {

/// Reads the character at `at` and moves `at` past it; nothing when the bytes there are not UTF-8.
std::optional<char32_t> next_character(std::string_view text, std::size_t& at);

bool is_utf8(std::string_view text);

/// How many characters; a byte that is not UTF-8 counts for one.
std::int64_t count_characters(std::string_view text);

/// Characters as code points; a byte that is not UTF-8 becomes U+FFFD.
std::u32string to_characters(std::string_view text);

/// UTF-8; what is not a character becomes U+FFFD.
std::string to_utf8(std::u32string_view characters);

void append_utf8(std::string& out, char32_t character);

} // namespace guichet::logic
