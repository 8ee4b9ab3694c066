// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/name_parts.hpp"

#include "scan/text/fold.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace guichet::scan {

namespace {

/// Bytes of a value.
struct WordSpan {
    std::size_t begin{};
    std::size_t end{};
};

std::vector<WordSpan> words_of(std::string_view text) {
    std::vector<WordSpan> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        words.push_back({at, end});
        at = end + 1;
    }
    return words;
}

Extract part_of(const Extract& name, WordSpan span) {
    const std::string_view text = name.value;
    const auto first = static_cast<int>(letter_count(text.substr(0, span.begin)));
    const auto count =
        static_cast<int>(letter_count(text.substr(span.begin, span.end - span.begin)));
    Extract part = name;
    part.value = text.substr(span.begin, span.end - span.begin);
    part.doubtful.clear();
    for (const int at : name.doubtful)
        if (at >= first && at < first + count)
            part.doubtful.push_back(at - first);
    return part;
}

} // namespace

std::optional<NameParts> parted_name(const Extract& name) {
    const auto words = words_of(name.value);
    const auto capitals = [&](const WordSpan& word) {
        return is_in_capitals(std::string_view(name.value).substr(word.begin, word.end - word.begin)
        );
    };
    const auto turn =
        std::ranges::adjacent_find(words, [&](const WordSpan& word, const WordSpan& next) {
            return capitals(word) != capitals(next);
        });
    if (turn == words.end())
        return std::nullopt;
    const bool family_first = capitals(*turn);
    const bool once = std::all_of(std::next(turn), words.end(), [&](const WordSpan& word) {
        return capitals(word) != family_first;
    });
    if (!once)
        return std::nullopt;
    auto first = part_of(name, {words.front().begin, turn->end});
    auto second = part_of(name, {std::next(turn)->begin, words.back().end});
    if (family_first)
        return NameParts{.family = std::move(first), .given = std::move(second)};
    return NameParts{.family = std::move(second), .given = std::move(first)};
}

} // namespace guichet::scan
