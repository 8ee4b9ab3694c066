// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/only.hpp"

#include "scan/text/build.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace guichet::scan {

namespace {

/// The head of an office that issues papers, in the words its name begins with.
bool is_office(std::string_view folded) {
    constexpr std::array<std::string_view, 6> offices{
        "prefecture", "sousprefecture", "mairie", "consulat", "ambassade", "prefet"};
    return std::ranges::find(offices, folded) != offices.end();
}

/// The line that ends an address and those above it that begin where it does.
Words block_above(const PageText& page, const PageText::Run& last) {
    constexpr int most_lines = 4;
    std::vector<const PageText::Run*> lines{&last};
    const auto& runs = page.runs();
    for (auto i = static_cast<std::size_t>(&last - runs.data()); i-- > 0;) {
        const auto& box = runs[i].box;
        const auto& below = lines.back()->box;
        const int drop = middle_of(below) - middle_of(box);
        if (same_level(box, below) || std::abs(box.x - below.x) > below.height)
            continue;
        const bool joins = drop < 2 * below.height && 10 * box.height > 7 * below.height &&
                           7 * box.height < 10 * below.height;
        if (!joins || lines.size() == most_lines)
            break;
        lines.push_back(&runs[i]);
    }
    Words block;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
        block.insert(block.end(), (*line)->words.begin(), (*line)->words.end());
    return block;
}

std::vector<Extract> addresses_on(const PageText& page) {
    std::vector<Extract> found;
    for (const auto& run : page.runs())
        if (is_before_town(run.words, 0))
            if (auto address = extract("address", block_above(page, run)))
                found.push_back(std::move(*address));
    return found;
}

std::vector<Extract> offices_on(const PageText& page) {
    std::vector<Extract> found;
    for (const auto& run : page.runs())
        if (is_office(letters_of({run.words.front()})) &&
            begins_with_capital(run.words.front()->text))
            if (auto office = extract("authority", run.words))
                found.push_back(std::move(*office));
    return found;
}

/// The longest of the list that stands on the page.
std::vector<Extract> listed_on(const PageText& page, const std::vector<std::string>& list) {
    std::vector<Extract> found;
    for (const auto& phrase : list)
        for (const auto& place : page.find(phrase)) {
            auto words = page.level_with(place);
            std::erase_if(words, [&](const Word* word) {
                return word->box.x < place.x || right_edge(word->box) > right_edge(place);
            });
            auto value = extract("", words);
            if (value && (found.empty() || phrase.size() > found.front().value.size()))
                found.assign(1, std::move(*value));
        }
    return found;
}

std::vector<Extract> all_on(const PageText& page, const Field& field) {
    if (!field.list.empty())
        return listed_on(page, field.list);
    if (field.format == "address")
        return addresses_on(page);
    if (field.format == "authority" || field.format == "words")
        return offices_on(page);
    std::vector<Extract> found;
    for (const auto& row : page.rows())
        std::ranges::move(extract_all(field.format, row), std::back_inserter(found));
    return found;
}

} // namespace

std::optional<Extract> as_listed(Extract value, const std::vector<std::string>& list) {
    constexpr double misread = 0.7;
    const auto read = fold(value.value);
    if (std::ranges::find(list, read, fold) != list.end())
        return value;
    const auto like = std::ranges::find_if(list, [&](const std::string& one) {
        return looks_like(read, fold(one));
    });
    if (like == list.end())
        return std::nullopt;
    value.value = *like;
    value.sureness = std::min(value.sureness, misread);
    value.doubtful.clear();
    return value;
}

std::optional<Extract>
only_on(const PageText& page, const Field& field, const std::vector<std::string>& taken) {
    std::optional<Extract> only;
    for (auto& value : all_on(page, field)) {
        const bool known = std::ranges::any_of(taken, [&](const std::string& other) {
            return same_value(other, value.value);
        });
        if (known)
            continue;
        if (only && !same_value(only->value, value.value))
            return std::nullopt;
        only = std::move(value);
    }
    return only;
}

} // namespace guichet::scan
