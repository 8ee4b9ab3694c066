// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/name_parts.hpp"

#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/given_names.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
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

/// Of each word whether it is one of the family name; the given names are the others. As capitals
/// tell, or where all are alike, as the words do that are given names.
std::vector<bool> family_words(std::string_view text, const std::vector<WordSpan>& words) {
    const auto as = [&](bool (*is)(std::string_view)) {
        std::vector<bool> told;
        told.reserve(words.size());
        for (const auto& word : words)
            told.push_back(is(text.substr(word.begin, word.end - word.begin)));
        return told;
    };
    auto capitals = as(is_in_capitals);
    if (std::ranges::adjacent_find(capitals, std::ranges::not_equal_to()) != capitals.end())
        return capitals;
    auto family = as(is_given_name);
    family.flip();
    constexpr std::size_t many = 3;
    const bool all_given = std::ranges::none_of(family, [](bool is) { return is; });
    if (all_given && words.size() >= many && capitals.front())
        family.front() = true; // "ABDALLAH SOPHIE ANNE", as offices print it
    if (!family.empty() &&
        family.front()) // behind it all are given names: "MARIA DE LURDES", "SARAH LYNA"
        std::fill(std::ranges::find(family, false), family.end(), false);
    return family;
}

/// Words parted by no more than a blank: the column in the margin may be close to the text.
std::vector<Words> groups_of(const PageText& page) {
    std::vector<Words> groups;
    for (const auto& row : page.rows())
        for (const auto* word : row) {
            const bool goes_on =
                word != row.front() && gap_between(groups.back().back()->box, word->box) <
                                           2 * groups.back().back()->box.height;
            if (!goes_on)
                groups.emplace_back();
            groups.back().push_back(word);
        }
    return groups;
}

bool is_family(const Words& words) {
    return std::ranges::all_of(words, [](const Word* word) {
        return is_name_word(*word) && is_in_capitals(word->text);
    });
}

} // namespace

std::optional<NameParts> parted_name(const Extract& name) {
    const auto words = words_of(name.value);
    const auto family = family_words(name.value, words);
    const auto change = std::ranges::adjacent_find(family, std::ranges::not_equal_to());
    if (change == family.end())
        return std::nullopt;
    const bool family_first = *change;
    const auto rest = std::next(change);
    if (std::adjacent_find(rest, family.end(), std::not_equal_to<>()) != family.end())
        return std::nullopt;
    const auto turn = words.begin() + (change - family.begin());
    auto first = part_of(name, {words.front().begin, turn->end});
    auto second = part_of(name, {std::next(turn)->begin, words.back().end});
    if (family_first)
        return NameParts{.family = std::move(first), .given = std::move(second)};
    return NameParts{.family = std::move(second), .given = std::move(first)};
}

void append(const Extract& more, Extract& value) {
    const std::string_view blank = value.value.ends_with('-') ? "" : " ";
    const auto shift = static_cast<int>(letter_count(value.value) + blank.size());
    for (const int at : more.doubtful)
        value.doubtful.push_back(at + shift);
    value.value.append(blank).append(more.value);
    value.box = around(value.box, more.box);
    value.sureness = std::min(value.sureness, more.sureness);
}

bool is_all_given(const std::string& name) {
    return std::ranges::all_of(words_of(name), [&](const WordSpan& word) {
        return is_given_name(std::string_view(name).substr(word.begin, word.end - word.begin));
    });
}

std::optional<Extract> family_beside(const PageText& page, const std::string& given) {
    const auto wanted = fold(given);
    const auto groups = groups_of(page);
    constexpr std::size_t least_letters = 4;
    for (const auto& group : groups) {
        const auto letters = letters_of(group);
        if (letters.size() < std::min(least_letters, wanted.size()) || !wanted.starts_with(letters))
            continue; // the rest may stand below: "Maïwenn" over "Anne Joséphine"
        const auto& place = group.front()->box;
        for (const auto& other : groups) {
            const auto& box = other.front()->box;
            const int drop = std::abs(middle_of(box) - middle_of(place));
            const bool beside = drop * 2 > place.height && drop < 3 * place.height &&
                                std::abs(box.x - place.x) < 2 * place.height;
            if (beside && is_family(other))
                return extract("name", other);
        }
    }
    return std::nullopt;
}

} // namespace guichet::scan
