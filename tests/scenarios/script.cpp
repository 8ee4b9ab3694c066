// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/script.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>

namespace guichet::scenarios {
namespace {

std::string_view trim(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

} // namespace

std::vector<Line> read_script(const std::filesystem::path& file) {
    std::ifstream stream{file};
    if (!stream)
        throw Mismatch("cannot read " + file.string());
    std::vector<Line> lines;
    int number = 0;
    for (std::string text; std::getline(stream, text);) {
        number++;
        const auto kept = trim(text);
        if (kept.empty() || kept.front() == '#')
            continue;
        Words words{kept};
        if (words.take("include")) {
            const auto included = read_script(file.parent_path() / words.rest());
            lines.insert(lines.end(), included.begin(), included.end());
        } else {
            lines.push_back({.file = file.string(), .number = number, .text = std::string(kept)});
        }
    }
    return lines;
}

Words::Words(std::string_view text) : m_text{trim(text)} {}

std::string Words::next() {
    if (m_text.empty())
        throw Mismatch("a word is missing");
    const auto length = std::min(m_text.find(' '), m_text.size());
    std::string word{m_text.substr(0, length)};
    m_text = trim(m_text.substr(length));
    return word;
}

int Words::number() {
    const auto word = next();
    int value = 0;
    const auto* end = word.data() + word.size();
    const auto result = std::from_chars(word.data(), end, value);
    if (result.ec != std::errc{} || result.ptr != end)
        throw Mismatch("\"" + word + "\" is not a number");
    return value;
}

std::string Words::rest() {
    std::string rest{m_text};
    m_text = {};
    return rest;
}

bool Words::take(std::string_view word) {
    auto ahead = *this;
    if (ahead.empty() || ahead.next() != word)
        return false;
    *this = ahead;
    return true;
}

std::vector<std::string> split_at(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.emplace_back(trim(text.substr(0, end)));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

} // namespace guichet::scenarios
