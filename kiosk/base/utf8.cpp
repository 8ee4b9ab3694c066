// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.hpp"

#include <algorithm>

namespace guichet {
namespace {

bool is_character(char32_t character) {
    return character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF);
}

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

struct Lead {
    std::size_t length;
    char32_t bits;
    char32_t smallest; ///< below it the sequence is overlong
};

std::optional<Lead> read_lead(unsigned byte) {
    if (byte < 0x80)
        return Lead{1, byte, 0};
    if (byte >= 0xC0 && byte < 0xE0)
        return Lead{2, byte & 0x1FU, 0x80};
    if (byte >= 0xE0 && byte < 0xF0)
        return Lead{3, byte & 0x0FU, 0x800};
    if (byte >= 0xF0 && byte < 0xF8)
        return Lead{4, byte & 0x07U, 0x10000};
    return std::nullopt;
}

} // namespace

std::optional<char32_t> decode_character(std::string_view text, std::size_t& at) {
    const auto lead = read_lead(byte_at(text, at));
    if (!lead || text.size() - at < lead->length)
        return std::nullopt;
    char32_t character = lead->bits;
    for (std::size_t i = 1; i < lead->length; ++i) {
        const auto byte = byte_at(text, at + i);
        if ((byte & 0xC0U) != 0x80U)
            return std::nullopt;
        character = (character << 6U) | (byte & 0x3FU);
    }
    if (character < lead->smallest || !is_character(character))
        return std::nullopt;
    at += lead->length;
    return character;
}

char32_t next_character(std::string_view text, std::size_t& at) {
    const auto character = decode_character(text, at);
    if (!character)
        ++at;
    return character.value_or(replacement_character);
}

std::size_t previous_character(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    const std::size_t farthest = at > 4 ? at - 4 : 0;
    for (std::size_t begin = at; begin > farthest;) {
        std::size_t end = --begin;
        if (decode_character(text, end) && end == at)
            return begin;
    }
    return at == 0 ? 0 : at - 1;
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (!decode_character(text, at))
            return false;
    return true;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        next_character(text, at);
    return count;
}

std::u32string to_characters(std::string_view text) {
    std::u32string characters;
    characters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();)
        characters.push_back(next_character(text, at));
    return characters;
}

std::string to_utf8(std::u32string_view characters) {
    std::string text;
    text.reserve(characters.size());
    for (const auto character : characters)
        append_utf8(text, character);
    return text;
}

void append_utf8(std::string& text, char32_t character) {
    if (!is_character(character))
        character = replacement_character;
    const auto push = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (character < 0x80) {
        push(character);
        return;
    }
    if (character < 0x800) {
        push(0xC0U | (character >> 6U));
    } else if (character < 0x10000) {
        push(0xE0U | (character >> 12U));
        push(0x80U | ((character >> 6U) & 0x3FU));
    } else {
        push(0xF0U | (character >> 18U));
        push(0x80U | ((character >> 12U) & 0x3FU));
        push(0x80U | ((character >> 6U) & 0x3FU));
    }
    push(0x80U | (character & 0x3FU));
}

} // namespace guichet
