// SPDX-License-Identifier: GPL-3.0-or-later
#include "word_recall.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>

namespace samples {

namespace {

/// Curly quotes straight and long dashes short; bullets and ellipses are no part of a word.
std::string with_plain_signs(std::string text) {
    constexpr auto signs = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"’", "'"},
        {"‘", "'"},
        {"“", " "},
        {"”", " "},
        {"„", " "},
        {"«", " "},
        {"»", " "},
        {"—", "-"},
        {"–", "-"},
        {"…", " "},
        {"•", " "},
        {"œ", "oe"},
    });
    for (const auto& [sign, plain] : signs)
        for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
            text.replace(at, sign.size(), plain);
    return text;
}

/// Words by letters, digits and the signs within; everything else parts them.
std::map<std::string, int> words_of(const std::string& text) {
    std::string plain;
    for (const char c : with_plain_signs(text)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool in_word = byte >= 0x80 || std::isalnum(byte) != 0 ||
                             std::string_view("_$%@&#.,'/:-").find(c) != std::string_view::npos;
        plain += in_word ? c : ' ';
    }
    std::map<std::string, int> words;
    std::istringstream in(plain);
    for (std::string word; in >> word;) {
        word.erase(word.find_last_not_of(".,'/:-") + 1);
        word.erase(0, word.find_first_not_of(".,'/:-"));
        if (!word.empty())
            ++words[word];
    }
    return words;
}

} // namespace

double recall(const std::string& truth, const std::string& read) {
    const auto wanted = words_of(truth);
    const auto seen = words_of(read);
    double all = 0;
    double found = 0;
    for (const auto& [word, count] : wanted) {
        const auto it = seen.find(word);
        all += count;
        found += it == seen.end() ? 0 : std::min(count, it->second);
    }
    return all > 0 ? found / all : 0;
}

} // namespace samples
