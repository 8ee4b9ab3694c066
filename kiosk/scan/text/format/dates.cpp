// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.hpp"
#include "scan/text/boxes.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/spelled.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <span>
#include <utility>

namespace guichet::scan {

namespace {

constexpr std::array<std::string_view, 12> months{
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre"};

/// "janv.", "sept.": the beginning of one month only.
bool is_short_for(std::string_view month, std::string_view word) {
    return month.starts_with(word) && word.size() >= (month.starts_with("jui") ? 4U : 3U);
}

/// Of "octobre" and "d'octobre"; 0 when it names none.
int month_of(const Word& word) {
    const auto behind = behind_elision(word.text);
    return month_named(behind ? fold(*behind) : word.folded);
}

/// A year of two digits is one of this century up to here, then of the last: never sure.
constexpr int latest_short_year = 2050;

struct Day {
    int year{};
    int month{};
    int day{};
    bool short_year{false};
    bool lost_digit{false}; ///< perhaps, of the day: "2 06/2025" of "27/06/2025"
    bool goes_on{false};    ///< perhaps, the year: "deux mil" at the end of a line, "soixante-hult"
};

Date to_date(const Day& day) {
    return Date{
        std::chrono::year(day.year),
        std::chrono::month(static_cast<unsigned>(day.month)),
        std::chrono::day(static_cast<unsigned>(day.day))};
}

bool exists(const Day& day) {
    return to_date(day).ok() && day.year >= 1880 && day.year <= 2100;
}

/// The numbers in text, and nothing but separators between them; empty when there is other text.
std::vector<std::string> numbers_in(std::string_view text) {
    std::vector<std::string> numbers(1);
    for (const char c : text) {
        if (is_digit(c))
            numbers.back() += c;
        else if (c == '/' || c == '.' || c == '-' || c == ' ' || c == ',')
            numbers.emplace_back();
        else
            return {};
    }
    std::erase(numbers, std::string());
    return numbers;
}

int to_int(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// Of two digits.
int whole_year(int year) {
    return year + (2000 + year > latest_short_year ? 1900 : 2000);
}

/// "14/03/1968", "14 03 1968", "1968-03-14", "14/03/68".
std::optional<Day> day_of(const std::vector<std::string>& numbers) {
    if (numbers.size() == 1 && numbers[0].size() == 8)
        return day_of({numbers[0].substr(0, 2), numbers[0].substr(2, 2), numbers[0].substr(4)});
    if (numbers.size() != 3 || numbers[1].size() > 2)
        return std::nullopt;
    const bool year_first = numbers[0].size() == 4;
    const auto& year = numbers[year_first ? 0 : 2];
    const auto& of_month = numbers[year_first ? 2 : 0];
    const bool short_year = !year_first && year.size() == 2;
    if (of_month.size() > 2 || !(short_year || year.size() == 4))
        return std::nullopt;
    const Day day{
        .year = short_year ? whole_year(to_int(year)) : to_int(year),
        .month = to_int(numbers[1]),
        .day = to_int(of_month),
        .short_year = short_year,
        .lost_digit = numbers[0].size() == 1 && numbers[1].size() == 2};
    return exists(day) ? std::optional(day) : std::nullopt;
}

std::string trimmed(const Word& word) {
    auto text = word.text;
    const auto outside = [](char c) { return !is_digit(c); };
    while (!text.empty() && outside(text.back()))
        text.pop_back();
    std::size_t begin = 0;
    while (begin < text.size() && outside(text[begin]))
        ++begin;
    return text.substr(begin);
}

struct Dated {
    Day day;
    std::size_t used{};
};

/// "14 mars 1968", "1er mars 2026"; its raised letters may be a word of their own.
std::optional<Dated> written_day(const Words& words, std::size_t at) {
    const bool raised =
        at + 1 < words.size() && words[at]->folded == "1" && words[at + 1]->folded == "er";
    const std::size_t used = raised ? 4 : 3;
    if (at + used > words.size())
        return std::nullopt;
    const auto& named = *words[at + used - 2];
    const int month = month_of(named);
    auto first = words[at]->folded;
    if (first.ends_with("er"))
        first.resize(first.size() - 2);
    if (words[at]->folded == "er" || words[at]->folded == "ler" || words[at]->folded == "ier")
        first = "1"; // "{er", "ler": its figure was not seen as one
    const bool misread = !std::ranges::all_of(first, is_digit);
    if (misread)
        first = digits_of(*words[at]); // "1O mars"
    const auto year = trimmed(*words[at + used - 1]);
    if (month == 0 || first.empty() || first.size() > 2 || year.size() != 4)
        return std::nullopt;
    const auto& box = words[at]->box;
    const bool wide = !raised && gap_between(box, named.box) >= box.height;
    const Day day{
        .year = to_int(year),
        .month = month,
        .day = to_int(first),
        .lost_digit = misread || (wide && first.size() == 1)};
    return exists(day) ? std::optional(Dated{day, used}) : std::nullopt;
}

/// Whether a year in words may have more of them behind the last one that was understood: in the
/// next line, or misread.
bool may_go_on(int year, const Word& last, std::span<const std::string> behind, bool same_word) {
    constexpr std::string_view stops = ",.;:)";
    constexpr std::array<std::string_view, 11> links{// what follows a date
                                                     "a",
                                                     "au",
                                                     "aux",
                                                     "en",
                                                     "par",
                                                     "de",
                                                     "et",
                                                     "est",
                                                     "dans",
                                                     "devant",
                                                     "il"};
    if (year % 10 != 0)
        return false;
    if (same_word)
        return true;
    return stops.find(last.text.back()) == std::string_view::npos &&
           (behind.empty() || std::ranges::find(links, behind.front()) == links.end());
}

/// "quatorze mars mil neuf cent soixante-huit", as certificates of birth have it.
std::optional<Dated> spelled_day(const Words& words, std::size_t at) {
    constexpr std::size_t most_words = 12;
    std::vector<std::string> tokens;
    std::vector<std::size_t> ends; ///< up to which word each token goes
    for (std::size_t i = at; i < std::min(words.size(), at + most_words); ++i)
        for (auto& token : folded_words(words[i]->text)) {
            tokens.push_back(std::move(token));
            ends.push_back(i + 1 - at);
        }
    const std::span<const std::string> all(tokens);
    const auto day = spelled_number(all);
    if (!day || day->used >= all.size())
        return std::nullopt;
    const int month = month_named(all[day->used]);
    const auto year = spelled_number(all.subspan(day->used + 1));
    if (month == 0 || !year)
        return std::nullopt;
    const auto last = day->used + year->used;
    const bool same_word = last + 1 < ends.size() && ends[last + 1] == ends[last];
    Day found{.year = year->value, .month = month, .day = day->value};
    found.goes_on =
        may_go_on(found.year, *words[at + ends[last] - 1], all.subspan(last + 1), same_word);
    return exists(found) ? std::optional(Dated{found, ends[last]}) : std::nullopt;
}

/// Whether boxes of one date hold both words.
bool is_next_box(const Word& word, const Word& next) {
    constexpr int widest = 8; ///< heights
    return same_level(word.box, next.box) &&
           gap_between(word.box, next.box) < widest * next.box.height;
}

/// "07", "10", "1998" in a box each, or their figures in one each: "0 7 Mo 1 0 An 1 9 9 8".
std::optional<Dated> boxed_day(const Words& words, std::size_t at) {
    constexpr std::size_t all = 8;
    std::string digits;
    std::vector<std::size_t> sizes;
    std::size_t heads = 0;
    auto i = at;
    for (; i < words.size() && digits.size() < all; ++i) {
        const auto& word = *words[i];
        const bool near = i == at || is_next_box(*words[i - 1], word);
        const bool head = i > at && (word.text == "Mo" || word.text == "An");
        if (!near || !(head || std::ranges::all_of(word.text, is_digit)))
            return std::nullopt;
        if (head) {
            ++heads;
            continue;
        }
        digits += word.text;
        sizes.push_back(word.text.size());
    }
    const bool boxed = heads == 2 || sizes == std::vector<std::size_t>{2, 2, 4};
    const auto day = boxed && sizes.size() >= 3 ? day_of({digits}) : std::nullopt;
    return day ? std::optional(Dated{*day, i - at}) : std::nullopt;
}

/// A date that begins with word `at`.
std::optional<Dated> day_at(const Words& words, std::size_t at) {
    if (const auto day = written_day(words, at))
        return day;
    if (const auto day = spelled_day(words, at))
        return day;
    if (const auto day = boxed_day(words, at))
        return day;
    std::string text;
    for (std::size_t used = 1; used <= 3 && at + used <= words.size(); ++used) {
        const auto& word = *words[at + used - 1];
        if (used > 1 &&
            gap_between(words[at + used - 2]->box, word.box) > 2 * std::max(word.box.height, 1))
            break;
        auto part = trimmed(word);
        if (part.empty())
            break;
        text += (text.empty() ? "" : " ") + part;
        if (const auto day = day_of(numbers_in(text)))
            return Dated{*day, used};
    }
    return std::nullopt;
}

/// "1er" of "du 1er au 31 janvier 2025", "1er juin" of "1er juin au 30 juin 2025"; its raised
/// letters may be a word of their own.
std::optional<Dated> first_of_period(const Words& words, std::size_t at) {
    auto first = words[at]->folded;
    if (first.ends_with("er"))
        first.resize(first.size() - 2);
    auto to = at + 1;
    if (to < words.size() && words[to]->folded == "er")
        ++to;
    const int named = to < words.size() ? month_of(*words[to]) : 0;
    if (named > 0)
        ++to;
    const bool number = !first.empty() && first.size() <= 2 && std::ranges::all_of(first, is_digit);
    if (!number || to >= words.size() || !leads_to_end(*words[to]))
        return std::nullopt;
    const auto last = written_day(words, to + 1);
    if (!last)
        return std::nullopt;
    const auto& end = last->day;
    Day day{.year = end.year, .month = named > 0 ? named : end.month, .day = to_int(first)};
    day.year -= day.month > end.month ? 1 : 0;
    return exists(day) ? std::optional(Dated{day, to - at}) : std::nullopt;
}

/// Whether the date of `used` words at `at` begins a period ("du 1er mars au 31 mars") or ends one.
bool is_of_period(const Words& words, std::size_t at, std::size_t used) {
    const auto is_to = [&](std::size_t i) { return i < words.size() && leads_to_end(*words[i]); };
    if ((is_to(at + used) && day_at(words, at + used + 1)) || first_of_period(words, at))
        return true;
    for (std::size_t before = 1; at > 0 && is_to(at - 1) && before <= 3 && before < at; ++before)
        if (const auto first = day_at(words, at - 1 - before);
            (first && first->used == before) || first_of_period(words, at - 1 - before))
            return true;
    return false;
}

/// "loi du 12 mai 1980": no day of anybody's.
bool is_of_law(const Words& words, std::size_t at) {
    constexpr std::array<std::string_view, 4> laws{"loi", "decret", "arrete", "ordonnance"};
    return at >= 2 && words[at - 1]->folded == "du" &&
           std::ranges::find(laws, words[at - 2]->folded) != laws.end();
}

std::optional<Extract> date(const Words& words, bool of_period) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto found = day_at(words, i);
        found = found ? found : first_of_period(words, i);
        if (!found || is_of_law(words, i))
            continue;
        if (!of_period && is_of_period(words, i, found->used)) {
            i += found->used - 1;
            continue;
        }
        Builder builder;
        for (std::size_t k = i; k < i + found->used; ++k)
            builder.add(*words[k], words[k]->text);
        builder.rewrite(to_iso(to_date(found->day)));
        auto extract = builder.take();
        if (found->day.short_year || found->day.lost_digit || found->day.goes_on)
            extract.sureness = std::min(extract.sureness, doubtful_date);
        return extract;
    }
    return std::nullopt;
}

/// The first day of a month, or a day of it.
struct InMonth {
    Day day{.day = 1};
    std::size_t used{1}; ///< words
    bool is_one_day{false};
};

/// "novembre 2025", "11/2025", or a date; a day that does not exist where none of them begins.
InMonth in_month(const Words& words, std::size_t at) {
    InMonth found;
    const auto numbers = numbers_in(trimmed(*words[at]));
    if (numbers.size() == 2 && numbers[0].size() <= 2 && numbers[1].size() == 4) {
        found.day.month = to_int(numbers[0]);
        found.day.year = to_int(numbers[1]);
    } else if (at + 1 < words.size() && month_of(*words[at]) > 0) {
        found.day.month = month_of(*words[at]);
        found.day.year = to_int(trimmed(*words[at + 1]));
        found.used = 2;
    } else if (const auto whole = day_at(words, at))
        found = {whole->day, whole->used, !is_of_period(words, at, whole->used)};
    return found;
}

/// The month of a date is sure only where a period begins: "versé le 05/11/2025" may be for
/// October.
std::optional<Extract> month(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto found = in_month(words, i);
        if (!exists(found.day))
            continue;
        if (found.is_one_day && is_of_law(words, i)) {
            i += found.used - 1;
            continue;
        }
        Builder builder;
        for (std::size_t k = i; k < i + found.used; ++k)
            builder.add(*words[k], words[k]->text);
        builder.rewrite(to_iso(to_date(found.day)).substr(0, 7));
        auto extract = builder.take();
        if (found.is_one_day)
            extract.sureness = std::min(extract.sureness, doubtful_date);
        return extract;
    }
    return std::nullopt;
}

} // namespace

bool leads_to_end(const Word& word) {
    return word.folded == "au" || word.text == "-" || word.text == "–" || word.text == "—" ||
           word.text == "→";
}

int month_named(std::string_view folded) {
    for (std::size_t m = 0; m < months.size(); ++m)
        if (alike(months[m], folded) || is_short_for(months[m], folded))
            return static_cast<int>(m) + 1;
    return 0;
}

std::optional<Extract> extract_date(std::string_view format, const Words& words) {
    return format == "month" ? month(words) : date(words, format == "date");
}

} // namespace guichet::scan
