// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/fold.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace guichet::scan {

namespace {

/// U+00C0 to U+00FF without their marks; a space where nothing remains.
constexpr std::string_view latin =
    "aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy y";

struct Letter {
    char32_t code{};
    std::size_t bytes{1};
};

Letter next_letter(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(i < text.size() ? text[i] : 0));
    };
    const auto first = byte(0);
    if (first >= 0xc2 && first < 0xe0 && text.size() > 1)
        return {.code = (first & 0x1f) << 6 | (byte(1) & 0x3f), .bytes = 2};
    if (first >= 0xe0 && first < 0xf0 && text.size() > 2)
        return {
            .code = (first & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f), .bytes = 3};
    if (first >= 0xf0 && text.size() > 3)
        return {.code = 0x10000, .bytes = 4};
    return {.code = first, .bytes = 1};
}

void append_folded(std::string& folded, char32_t code) {
    if (code >= 'A' && code <= 'Z')
        folded += static_cast<char>(code - 'A' + 'a');
    else if ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9'))
        folded += static_cast<char>(code);
    else if (code == 0xc6 || code == 0xe6)
        folded += "ae";
    else if (code == 0x152 || code == 0x153)
        folded += "oe";
    else if (code >= 0xc0 && code <= 0xff && latin[code - 0xc0] != ' ')
        folded += latin[code - 0xc0];
}

bool parts_words(char32_t code) {
    return code == ' ' || code == '\'' || code == 0x2019 || code == '-' || code == 0xa0 ||
           code == '\n' || code == '\t' || code == ':' || code == '/';
}

} // namespace

std::string fold(std::string_view utf8) {
    std::string folded;
    while (!utf8.empty()) {
        const auto letter = next_letter(utf8);
        append_folded(folded, letter.code);
        utf8.remove_prefix(letter.bytes);
    }
    return folded;
}

std::vector<std::string> folded_words(std::string_view utf8) {
    std::vector<std::string> words(1);
    while (!utf8.empty()) {
        const auto letter = next_letter(utf8);
        if (parts_words(letter.code))
            words.emplace_back();
        else
            append_folded(words.back(), letter.code);
        utf8.remove_prefix(letter.bytes);
    }
    std::erase(words, std::string());
    return words;
}

std::size_t letter_count(std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(utf8, [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    }));
}

bool alike(std::string_view a, std::string_view b) {
    const auto longest = std::max(a.size(), b.size());
    const std::size_t allowed = longest >= 10 ? 2 : longest >= 5 ? 1 : 0;
    if (a == b)
        return true;
    if (a.size() != b.size() && (a.ends_with(b) || b.ends_with(a)))
        return false; // "relevé" is not "prélevé"
    if (allowed == 0 || longest - std::min(a.size(), b.size()) > allowed)
        return false;
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0]++;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const std::size_t above = row[k];
            row[k] =
                std::min({above + 1, row[k - 1] + 1, corner + (a[i - 1] != b[k - 1] ? 1U : 0U)});
            corner = above;
        }
    }
    return row.back() <= allowed;
}

bool looks_like(std::string_view read, std::string_view printed) {
    /// Signs that small print is taken for.
    constexpr std::array<std::string_view, 13> alike_signs{
        "1iljf", "j3", "j2d", "0oqc", "5s3", "8b9", "2z7", "6gc", "4ay", "41", "uv", "ec", "9gs"};
    return std::ranges::equal(read, printed, [&](char seen, char meant) {
        return seen == meant || std::ranges::any_of(alike_signs, [&](std::string_view signs) {
                   return signs.find(seen) != std::string_view::npos &&
                          signs.find(meant) != std::string_view::npos;
               });
    });
}

} // namespace guichet::scan
