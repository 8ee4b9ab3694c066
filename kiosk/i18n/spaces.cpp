// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/spaces.hpp"

#include <algorithm>
#include <array>

namespace guichet::i18n {

namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::array<std::string_view, 7> kept_with_before{"?", "!", ":", ";", "»", "€", "%"};

bool must_stay(std::string_view before, std::string_view after) {
    return before.ends_with("«") || std::ranges::any_of(kept_with_before, [&](auto sign) {
               return after.starts_with(sign);
           });
}

} // namespace

std::string with_no_break_spaces(std::string_view text) {
    std::string result;
    result.reserve(text.size() + 8);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool space = text[i] == ' ';
        if (space && must_stay(text.substr(0, i), text.substr(i + 1)))
            result += no_break_space;
        else
            result += text[i];
    }
    return result;
}

} // namespace guichet::i18n
