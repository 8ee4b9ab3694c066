// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/letters.hpp"

#include "scan/text/fold.hpp"

#include <algorithm>

namespace guichet::scan {

namespace {

/// The second byte of a letter from À to ÿ that begins there; 0 when none does.
unsigned accented(std::string_view text) {
    const bool latin = text.size() > 1 && static_cast<unsigned char>(text[0]) == 0xc3;
    return latin ? static_cast<unsigned char>(text[1]) : 0U;
}

} // namespace

bool begins_with_capital(std::string_view text) {
    const auto second = accented(text);
    return (!text.empty() && is_capital(text.front())) || (second >= 0x80 && second <= 0x9e);
}

bool begins_small(std::string_view text) {
    return (!text.empty() && is_small_letter(text.front())) || accented(text) >= 0xa0;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, is_digit);
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_small_letter(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_letter(char c) {
    return is_small_letter(c) || is_capital(c) || static_cast<unsigned char>(c) > 127;
}

bool has_letter(std::string_view text) {
    return std::ranges::any_of(text, is_letter);
}

std::optional<std::string_view> behind_elision(std::string_view text) {
    if (text.empty() || std::string_view("lLdD").find(text.front()) == std::string_view::npos)
        return std::nullopt;
    for (const std::string_view apostrophe : {"'", "’"})
        if (text.substr(1).starts_with(apostrophe))
            return text.substr(1 + apostrophe.size());
    return std::nullopt;
}

bool is_in_capitals(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (begins_small(text.substr(i)))
            return false;
    return letter_count(text) >= 2;
}

bool is_of_capitals(std::string_view text) {
    return text.size() == 1 ? is_capital(text.front()) : is_in_capitals(text);
}

} // namespace guichet::scan
