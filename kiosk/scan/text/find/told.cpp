// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/told.hpp"

#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace guichet::scan {

namespace {

struct Part {
    std::string text;
    std::size_t word;    ///< it is printed in
    bool is_first{true}; ///< of that word
};

std::vector<Part> parts_of(const Words& words) {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < words.size(); ++i)
        for (auto& text : folded_words(words[i]->text)) {
            const bool first = parts.empty() || parts.back().word != i;
            parts.push_back({std::move(text), i, first});
        }
    return parts;
}

/// Where that phrase begins; the end where it is not there.
std::vector<Part>::const_iterator
place_in(const std::vector<Part>& parts, const std::vector<std::string>& wanted) {
    if (wanted.empty())
        return parts.end();
    return std::search(
        parts.begin(),
        parts.end(),
        wanted.begin(),
        wanted.end(),
        [](const Part& part, const std::string& want) { return alike(want, part.text); }
    );
}

/// The number of words before that phrase, not "le" of "GUINGAMP-LE-VIEUX"; all of them when it is
/// not there.
std::size_t before(const std::vector<Part>& parts, const Words& words, const std::string& phrase) {
    const auto found = place_in(parts, folded_words(phrase));
    return found == parts.end() || !found->is_first ? words.size() : found->word;
}

/// "né", which begins what is told of another person.
bool is_born(const Part& part) {
    return part.text == "ne" || part.text == "nee";
}

/// The words behind the first of those phrases; none where another person is told of before.
Words behind(const Words& words, const std::vector<std::string>& phrases) {
    const auto parts = parts_of(words);
    auto first = words.size();
    for (const auto& phrase : phrases) {
        const auto wanted = folded_words(phrase);
        const auto found = place_in(parts, wanted);
        if (found != parts.end() && std::none_of(parts.begin(), found, is_born))
            first = std::min(first, std::next(found, std::ssize(wanted) - 1)->word + 1);
    }
    return {words.begin() + static_cast<std::ptrdiff_t>(first), words.end()};
}

std::size_t end_of(const Words& words, const std::vector<std::string>& until) {
    const auto parts = parts_of(words);
    std::size_t end = words.size();
    for (const auto& phrase : until) {
        if (phrase != ",") {
            end = std::min(end, before(parts, words, phrase));
            continue;
        }
        const auto comma =
            std::ranges::find_if(words, [](const Word* word) { return word->text.ends_with(','); });
        if (comma != words.end())
            end = std::min(end, static_cast<std::size_t>(comma - words.begin()) + 1);
    }
    return end;
}

/// The words of a name at the end of words, without "du" behind it: back to one that is none, or
/// to a comma before given names without one ("avenue Victor-Hugo, Anne Marie").
Words name_at_end(Words words) {
    while (!words.empty() &&
           (words.back()->folded.empty() || is_name_particle(words.back()->folded)))
        words.pop_back();
    auto begin = words.end();
    const bool has_family = !words.empty() && is_in_capitals(words.back()->text);
    const auto goes_back = [&words, has_family](Words::const_iterator at) {
        const auto& word = **std::prev(at);
        const bool parted = word.text.ends_with(',') && words.end() - at > 1;
        const bool each = at != words.end() && (*at)->text.ends_with(',');
        return is_name_word(word) && (!parted || each || has_family);
    };
    while (begin != words.begin() && goes_back(begin))
        --begin;
    if (begin != words.begin() &&
        names_a_street((*std::prev(begin))->folded)) { // "6 rue des Lilas, Inès"
        const auto comma = std::find_if(begin, words.end(), [](const Word* word) {
            return word->text.ends_with(',');
        });
        begin = comma != words.end() ? std::next(comma) : begin;
    }
    return {begin, words.end()};
}

/// The words of an amount at the end of words: "465,00 €".
Words amount_at_end(const Words& words) {
    auto begin = words.end();
    const auto is_part = [](const Word& word) {
        return !has_letter(word.text) || names_a_currency(word.folded);
    };
    while (begin != words.begin() && is_part(**std::prev(begin)))
        --begin;
    return {begin, words.end()};
}

/// Where those words end, over the end of a line too. Short ones only letter by letter: "fille de"
/// is like "VILLE DE".
std::vector<Box> places_of(const PageText& page, const std::string& phrase) {
    constexpr std::size_t short_phrase = 8;
    auto places = page.find_broken(phrase);
    if (fold(phrase).size() < short_phrase && !page.says(phrase))
        return places;
    const auto whole = page.find(phrase);
    places.insert(places.begin(), whole.begin(), whole.end());
    return places;
}

std::vector<Box> places_of(const PageText& page, const std::vector<std::string>& phrases) {
    std::vector<Box> places;
    for (const auto& phrase : phrases)
        std::ranges::move(places_of(page, phrase), std::back_inserter(places));
    return places;
}

std::vector<Words> following(const PageText& page, const std::vector<Box>& places) {
    std::vector<Words> all;
    for (const auto& place : places)
        std::ranges::move(page.onwards(place), std::back_inserter(all));
    return all;
}

} // namespace

std::vector<Box> told_at(const PageText& page, const Told& told) {
    return places_of(page, told.sentence);
}

std::vector<Words> told_on(
    const PageText& page,
    const Told& told,
    const std::vector<Box>& sentences,
    const std::string& format
) {
    auto found = following(page, sentences);
    for (auto& words : found)
        words = behind(words, told.from);
    if (found.empty())
        found = following(page, places_of(page, told.after));
    for (auto& words : found)
        words.resize(end_of(words, told.until));
    for (const auto& place : page.find_any(told.before)) {
        auto words = page.before(place);
        if (is_name_of_person(format))
            words = name_at_end(std::move(words));
        else if (format == "money")
            words = amount_at_end(words);
        found.push_back(std::move(words));
    }
    std::erase_if(found, [](const Words& words) { return words.empty(); });
    return found;
}

} // namespace guichet::scan
