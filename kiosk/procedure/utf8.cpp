#include "procedure/utf8.hpp"

#include <cstdint>

namespace guichet::procedure {

namespace {

constexpr char32_t replacement = 0xFFFD;

int following_bytes(std::uint8_t first) {
    if (first < 0x80)
        return 0;
    if (first >= 0xC2 && first < 0xE0)
        return 1;
    if (first >= 0xE0 && first < 0xF0)
        return 2;
    return first >= 0xF0 && first < 0xF5 ? 3 : -1;
}

} // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
    const auto first = static_cast<std::uint8_t>(text[at++]);
    const auto following = following_bytes(first);
    if (following == 0)
        return first;
    if (following < 0 || at + static_cast<std::size_t>(following) > text.size())
        return replacement;
    char32_t character = first & (0x3FU >> static_cast<unsigned>(following));
    for (std::size_t i = 0; i < static_cast<std::size_t>(following); ++i) {
        const auto byte = static_cast<std::uint8_t>(text[at + i]);
        if ((byte & 0xC0U) != 0x80U)
            return replacement;
        character = (character << 6U) | (byte & 0x3FU);
    }
    at += static_cast<std::size_t>(following);
    return character;
}

void append(std::string& text, char32_t character) {
    const auto push = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (character < 0x80) {
        push(character);
    } else if (character < 0x800) {
        push(0xC0U | (character >> 6U));
        push(0x80U | (character & 0x3FU));
    } else if (character < 0x10000) {
        push(0xE0U | (character >> 12U));
        push(0x80U | ((character >> 6U) & 0x3FU));
        push(0x80U | (character & 0x3FU));
    } else {
        push(0xF0U | (character >> 18U));
        push(0x80U | ((character >> 12U) & 0x3FU));
        push(0x80U | ((character >> 6U) & 0x3FU));
        push(0x80U | (character & 0x3FU));
    }
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        next_character(text, at);
    return count;
}

} // namespace guichet::procedure
