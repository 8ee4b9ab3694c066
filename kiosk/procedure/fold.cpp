// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.hpp"
#include "procedure/places.hpp"

#include <algorithm>
#include <array>

namespace guichet::procedure {

namespace {

/// U+00C0 to U+017F in lower case without accents; '-' where one letter makes two.
constexpr std::string_view latin = "aaaaaa-ceeeeiiiidnooooo ouuuuy--"
                                   "aaaaaa-ceeeeiiiidnooooo ouuuuy-y"
                                   "aaaaaaccccccccddddeeeeeeeeeegggg"
                                   "gggghhhhiiiiiiiiii--jjkkklllllll"
                                   "lllnnnnnnnnnoooooo--rrrrrrssssss"
                                   "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin.size() == 0x180 - 0xC0);

struct Special {
    char32_t letter;
    std::string_view plain;
};
constexpr std::array<Special, 16> specials{{
    {0x00C6, "ae"},
    {0x00E6, "ae"},
    {0x00DE, "th"},
    {0x00FE, "th"},
    {0x00DF, "ss"},
    {0x0132, "ij"},
    {0x0133, "ij"},
    {0x0152, "oe"},
    {0x0153, "oe"},
    {0x1E9E, "ss"},
    {0x0622, "\u0627"}, // Arabic: every alef as the plain one
    {0x0623, "\u0627"},
    {0x0625, "\u0627"},
    {0x0649, "\u064A"}, // alef maksura as yeh
    {0x0629, "\u0647"}, // teh marbuta as heh
    {0x0640, ""},       // tatweel
}};

bool between(char32_t character, char32_t first, char32_t last) {
    return character >= first && character <= last;
}

bool is_mark(char32_t character) { // combining accents; Arabic short vowels; soft hyphen
    return between(character, 0x0300, 0x036F) || between(character, 0x064B, 0x0652) ||
           character == 0x00AD;
}

void fold_beyond_ascii(std::string& folded, char32_t character) {
    const auto* special = std::ranges::find(specials, character, &Special::letter);
    if (special != specials.end())
        folded += special->plain;
    else if (between(character, 0xC0, 0x17F))
        folded += latin[character - 0xC0];
    else if (between(character, 0x391, 0x3A9) || between(character, 0x410, 0x42F))
        append_utf8(folded, character + 32); // Greek and Cyrillic capitals
    else if (character < 0xC0 || between(character, 0x2000, 0x206F) || character == replacement_character)
        folded += ' '; // spaces, typographic punctuation
    else if (!is_mark(character))
        append_utf8(folded, character);
}

void fold_ascii(std::string& folded, char32_t character) {
    if (between(character, 'A', 'Z'))
        folded += static_cast<char>(character + 32);
    else if (between(character, 'a', 'z') || between(character, '0', '9'))
        folded += static_cast<char>(character);
    else
        folded += ' ';
}

std::string_view shorten(std::string_view word) {
    if (word == "saint")
        return "st";
    return word == "sainte" ? "ste" : word;
}

} // namespace

std::string fold(std::string_view words) {
    std::string plain;
    plain.reserve(words.size());
    for (std::size_t at = 0; at < words.size();) {
        const auto character = next_character(words, at);
        if (character < 0x80)
            fold_ascii(plain, character);
        else
            fold_beyond_ascii(plain, character);
    }
    std::string folded;
    folded.reserve(plain.size());
    for (std::size_t at = 0; at < plain.size();) {
        const auto begin = plain.find_first_not_of(' ', at);
        if (begin == std::string::npos)
            break;
        at = std::min(plain.find(' ', begin), plain.size());
        if (!folded.empty())
            folded += ' ';
        folded += shorten(std::string_view(plain).substr(begin, at - begin));
    }
    return folded;
}

} // namespace guichet::procedure
