// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/only.hpp"

#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/format.hpp"
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

/// "RÉPUBLIQUE" over "FRANÇAISE".
bool is_of_state(const Word* word) {
    return word->folded == "republique" || word->folded == "francaise";
}

/// Whether words are as high as what is known to be a value: labels are smaller.
bool is_as_high(const Words& words, const Box& value) {
    const auto* lowest = *std::ranges::min_element(words, {}, [](const Word* word) {
        return word->box.height; // specks make boxes higher
    });
    return 10 * lowest->box.height > 8 * value.height && 8 * lowest->box.height < 10 * value.height;
}

/// Where the dates stand that are known.
std::vector<Box> dates_of(const PageText& page, const std::vector<std::string>& taken) {
    std::vector<Box> boxes;
    for (const auto& row : page.rows())
        for (const auto& date : extract_all("date", row))
            if (std::ranges::find(taken, date.value) != taken.end())
                boxes.push_back(date.box);
    return boxes;
}

/// Where the page says what every paper of the kind says.
std::vector<Box> printed_words(const PageText& page, const Kind& kind) {
    auto boxes = page.find_any(kind.words);
    for (const auto& field : kind.fields)
        for (const auto* phrases : {&field.near, &field.list})
            std::ranges::move(page.find_any(*phrases), std::back_inserter(boxes));
    std::ranges::move(page.find_any(kind.titles), std::back_inserter(boxes));
    return boxes;
}

bool is_on(const std::vector<Box>& boxes, const Box& place) {
    return std::ranges::any_of(boxes, [&](const Box& box) {
        return same_level(box, place) && share_place(box, place);
    });
}

/// A date, a height or an office, which stand over an address.
bool says_another(const Words& words) {
    return is_office(words.front()->folded) || extract("date", words) || extract("height", words);
}

/// The line that ends an address and those above it that begin where it does, up to what is
/// `printed` on every such paper.
Words block_above(
    const PageText& page, const PageText::Run& last, const std::vector<Box>& printed
) {
    constexpr int most_lines = 4;
    std::vector<const PageText::Run*> lines{&last};
    const auto& runs = page.runs();
    for (auto i = static_cast<std::size_t>(&last - runs.data()); i-- > 0;) {
        const auto& box = runs[i].box;
        const auto& below = lines.back()->box;
        const int drop = middle_of(below) - middle_of(box);
        if (same_level(box, below) || std::abs(box.x - below.x) > below.height)
            continue;
        const int height = std::max(box.height, below.height); // specks make boxes higher
        const bool joins =
            5 * drop < 13 * height && !is_on(printed, box) && !says_another(runs[i].words);
        if (!joins || lines.size() == most_lines)
            break;
        lines.push_back(&runs[i]);
    }
    Words block;
    std::ranges::reverse(lines);
    for (const auto* line : lines)
        block.insert(block.end(), line->words.begin(), line->words.end());
    return block;
}

std::vector<Words> address_blocks(const PageText& page, const std::vector<Box>& printed) {
    std::vector<Words> blocks;
    for (const auto& run : page.runs())
        if (is_before_town(run.words, 0))
            blocks.push_back(block_above(page, run, printed));
    return blocks;
}

std::vector<Extract> addresses_on(const PageText& page, const Kind& kind) {
    std::vector<Extract> found;
    for (const auto& block : address_blocks(page, printed_words(page, kind)))
        if (auto address = extract("address", block))
            found.push_back(std::move(*address));
    return found;
}

std::vector<Extract> offices_on(const PageText& page) {
    std::vector<Extract> found;
    for (const auto& run : page.runs())
        if (is_office(run.words.front()->folded) && begins_with_capital(run.words.front()->text))
            if (auto office = extract("authority", run.words))
                found.push_back(std::move(*office));
    return found;
}

/// The longest of the list that stands on the page.
std::vector<Extract> listed_on(const PageText& page, const std::vector<std::string>& list) {
    std::vector<Extract> found;
    for (const auto& phrase : list)
        for (const auto& place : page.find(phrase)) {
            auto value = extract("", page.within(place));
            if (!value || (!found.empty() && phrase.size() <= found.front().value.size()))
                continue;
            if (fold(value->value) != fold(phrase)) { // print is nearly that
                value->value = phrase;
                value->doubtful.clear();
            }
            found = {std::move(*value)};
        }
    return found;
}

/// Clear words in capitals, no line of a zone.
bool are_capitals(const Words& words) {
    constexpr float clear = 0.6F;
    constexpr std::size_t longest = 20;
    const auto is_one = [](const Word* word) {
        return word->clearness > clear && word->folded.size() < longest &&
               std::ranges::none_of(word->text, [](char c) {
                   return is_small_letter(c) || c == '<';
               });
    };
    return letters_of(words).size() > 2 && has_letter(words.front()->text) &&
           std::ranges::all_of(words, is_one);
}

/// "TRABZON" of "TRABZON 29 06 2022", "30 04 1990 CASABLANCA (MAROC)", "F LE LAMENTIN".
Words without_numbers(Words words) {
    const auto is_other = [](const Word* word) {
        return word->text.front() != '(' && (has_digit(word->text) || word->folded.size() < 2);
    };
    while (!words.empty() && is_other(words.back()))
        words.pop_back();
    words.erase(words.begin(), std::ranges::find_if_not(words, is_other));
    return words;
}

/// "XIAOMEI" where that is a given name.
bool is_of(const std::vector<std::string>& taken, const Words& words) {
    const auto letters = letters_of(words);
    return std::ranges::any_of(taken, [&](const std::string& other) {
        const auto said = fold(other);
        return said.find(letters) != std::string::npos || letters.find(said) != std::string::npos;
    });
}

/// Words in capitals as high as a date that is known, which no other field says, nor its address.
std::vector<Extract>
towns_on(const PageText& page, const Kind& kind, const std::vector<std::string>& taken) {
    const auto printed = printed_words(page, kind);
    const auto dates = dates_of(page, taken);
    Words others;
    for (const auto& block : address_blocks(page, printed))
        others.insert(others.end(), block.begin(), block.end());
    const auto is_town = [&](const Words& words) {
        const auto is_high = [&](const Box& date) { return is_as_high(words, date); };
        return !words.empty() && are_capitals(words) && !is_office(words.front()->folded) &&
               std::ranges::none_of(words, is_of_state) &&
               std::ranges::find(others, words.front()) == others.end() && !is_of(taken, words) &&
               std::ranges::any_of(dates, is_high);
    };
    std::vector<Extract> found;
    for (const auto& run : page.runs())
        if (const auto words = without_numbers(run.words);
            !is_on(printed, run.box) && is_town(words))
            if (auto town = extract("place", words))
                found.push_back(std::move(*town));
    return found;
}

std::vector<Extract> all_on(
    const PageText& page,
    const Kind& kind,
    const Field& field,
    const std::vector<std::string>& taken
) {
    if (!field.list.empty())
        return listed_on(page, field.list);
    if (is_address(field.format))
        return addresses_on(page, kind);
    if (field.format == "authority" || field.format == "words")
        return offices_on(page);
    if (field.format == "place")
        return towns_on(page, kind, taken);
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

std::optional<Extract> only_on(
    const PageText& page,
    const Kind& kind,
    const Field& field,
    const std::vector<std::string>& taken
) {
    std::optional<Extract> only;
    for (auto& value : all_on(page, kind, field, taken)) {
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
