// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/isolate.hpp"

#include <algorithm>
#include <array>

namespace guichet::i18n {

namespace {

constexpr std::string_view first_strong_isolate =
    "\xE2\x81\xA8"; // NOLINT(misc-misleading-bidirectional): FSI itself
constexpr std::string_view pop_isolate = "\xE2\x81\xA9"; // PDI

constexpr std::array<std::string_view, 10> joiners{
    " ", "\u00A0", "\u202F", ".", ",", "/", ":", "-", "\u2013", "*"};
constexpr std::array<std::string_view, 2> units{"€", "%"};

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// Bytes of the joiner at the start of `text`; 0 when there is none.
std::size_t joiner_length(std::string_view text) {
    const auto* const found =
        std::ranges::find_if(joiners, [&](std::string_view one) { return text.starts_with(one); });
    return found == joiners.end() ? 0 : found->size();
}

std::size_t digits_length(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

/// Bytes of a unit and the space before it, at the start of `text`.
std::size_t unit_length(std::string_view text) {
    for (const std::string_view space : {"", " ", "\u00A0", "\u202F"})
        for (const auto unit : units)
            if (text.starts_with(space) && text.substr(space.size()).starts_with(unit))
                return space.size() + unit.size();
    return 0;
}

/// Bytes of the figure that `text` starts with: groups of digits, one joiner between two groups,
/// and a unit.
std::size_t figure_length(std::string_view text) {
    auto length = digits_length(text);
    for (;;) {
        const auto joiner = joiner_length(text.substr(length));
        const auto digits = digits_length(text.substr(length + joiner));
        if (joiner == 0 || digits == 0)
            break;
        length += joiner + digits;
    }
    return length + unit_length(text.substr(length));
}

int count(std::string_view text, std::string_view mark) {
    int found = 0;
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1))
        ++found;
    return found;
}

} // namespace

std::string isolated(std::string_view words) {
    std::string result;
    while (!words.empty()) {
        const auto line = words.substr(0, words.find('\n'));
        if (!line.empty())
            result.append(first_strong_isolate).append(line).append(pop_isolate);
        words.remove_prefix(line.size());
        if (!words.empty()) {
            result += '\n';
            words.remove_prefix(1);
        }
    }
    return result;
}

std::string without_isolates(std::string text) {
    constexpr std::string_view begin = "\xE2\x81"; // of all four in UTF-8
    for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
        const auto last = at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0;
        if (last >= 0xA6 && last <= 0xA9)
            text.erase(at, 3);
        else
            at += 2;
    }
    return text;
}

void close_isolates(std::vector<std::string>& pieces) {
    int open = 0;
    for (auto& piece : pieces) {
        for (int i = 0; i < open; ++i)
            piece.insert(0, first_strong_isolate);
        open = count(piece, first_strong_isolate) - count(piece, pop_isolate);
        for (int i = 0; i < open; ++i)
            piece += pop_isolate;
    }
}

std::string with_figures_isolated(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        if (!is_digit(text.front())) {
            result += text.front();
            text.remove_prefix(1);
            continue;
        }
        const auto length = figure_length(text);
        const auto figure = text.substr(0, length);
        const bool compound = digits_length(text) != length;
        result += compound ? isolated(figure) : std::string(figure);
        text.remove_prefix(length);
    }
    return result;
}

} // namespace guichet::i18n
