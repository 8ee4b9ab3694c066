// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/boxes.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace guichet::scan {

namespace {

/// How sure an amount of five digits or more is that has neither blanks, points nor cents.
constexpr double lost_comma = 0.7;

/// An amount before which digits may have been lost.
constexpr double lost_head = 0.5;
constexpr double wide_blank = 1.7; ///< letters: typewriter print parts thousands by more than one

/// What stands right of the words is not of the same number. The blank of typewriter print is as
/// wide as its letters.
bool far_from(const Word& last, const Word& word) {
    const auto letters = std::max(static_cast<double>(letter_count(word.text)), 1.0);
    const double letter = word.box.width / letters;
    return gap_between(last.box, word.box) >=
           std::max<double>({static_cast<double>(last.box.height), wide_blank * letter, 1});
}

/// An amount as it is printed, without its currency.
struct Amount {
    std::string whole;
    std::string cents;
};

/// Without its currency, and without the stars or signs around it.
std::string bare_amount(std::string text) {
    for (const std::string_view sign : {"€", "EUR", "Euros", "euros", "*", "."})
        while (text.size() > sign.size() && text.ends_with(sign))
            text.resize(text.size() - sign.size());
    text.erase(0, std::min(text.find_first_not_of("*+:x%#"), text.size()));
    return text;
}

/// Where the comma of "450,50" is, or the point of "1512.34".
std::size_t comma_of(std::string_view text) {
    const auto comma = text.find(',');
    const bool point =
        comma == std::string_view::npos && text.size() > 3 && text[text.size() - 3] == '.';
    return point ? text.size() - 3 : comma;
}

/// "1.234" as 1234; nullopt when its points do not part thousands.
std::optional<std::string> without_points(std::string whole) {
    std::size_t begin = 0; // of the digits before the next point
    for (auto at = whole.find('.'); at != std::string::npos; at = whole.find('.', at)) {
        const bool head = begin == 0 && at > 0 && at <= 3;
        const bool group = begin > 0 && at - begin == 3;
        if (!(head || group) || (whole.size() - at) % 4 != 0)
            return std::nullopt;
        whole.erase(at, 1);
        begin = at;
    }
    return whole;
}

/// "450,50" or "1.234,50"; nullopt when it is no amount.
std::optional<Amount> amount_of(const Word& word) {
    const auto text = bare_amount(word.text);
    const auto comma = comma_of(text);
    const bool with_cents = comma != std::string::npos;
    auto whole = without_points(text.substr(0, comma));
    auto cents = with_cents ? text.substr(comma + 1) : std::string();
    if (!whole || whole->empty() || (with_cents && cents.size() != 2) ||
        !std::ranges::all_of(*whole + cents, is_digit))
        return std::nullopt;
    return Amount{.whole = std::move(*whole), .cents = std::move(cents)};
}

constexpr std::array<std::string_view, 4> minus_signs{"-", "−", "–", "—"};

/// What a sign that stands alone before an amount says.
enum class Sign { None, Minus, Perhaps };

/// "- 112,35": a minus begins its cell, close to the amount. A dash right behind words parts them
/// from it, and a long one may be any line: a minus, never surely.
Sign sign_before(const Words& words, std::size_t i) {
    if (i == 0 || std::ranges::find(minus_signs, words[i - 1]->text) == minus_signs.end())
        return Sign::None;
    const auto& sign = *words[i - 1];
    const bool close = gap_between(sign.box, words[i]->box) < words[i]->box.height;
    const bool parts = i > 1 && gap_between(words[i - 2]->box, sign.box) < words[i]->box.height;
    if (!close || parts)
        return Sign::None;
    return sign.text == "—" ? Sign::Perhaps : Sign::Minus;
}

/// "-12,50" and "12,50-" as banks print debts.
bool is_negative(const Word& word) {
    const bool before = std::ranges::any_of(minus_signs, [&](std::string_view sign) {
        return word.text.starts_with(sign);
    });
    return word.text.size() > 1 &&
           (before || (word.text.back() == '-' && is_digit(word.text.front())));
}

Word without_minus(Word word) {
    if (word.text.back() == '-')
        word.text.pop_back();
    else
        word.text.erase(0, word.text.front() == '-' ? 1 : 3);
    return word;
}

/// The cents behind "2628." or "2628", where print was parted at its point; empty when there are
/// none.
std::string parted_cents(const Words& words, std::size_t i) {
    constexpr std::size_t least_before_lost = 4; // "2053 51", where the point was not seen at all
    const auto& text = words[i]->text;
    const bool lost = text.size() >= least_before_lost && std::ranges::all_of(text, is_digit);
    if (!(text.ends_with('.') || lost) || i + 1 >= words.size() ||
        far_from(*words[i], *words[i + 1]))
        return {};
    const auto& cents = words[i + 1]->text;
    return cents.size() == 2 && std::ranges::all_of(cents, is_digit) ? cents : std::string();
}

/// The three digits that go on an amount that ended in the word before: "1 234,50", "1 234,50-".
std::optional<Amount> group_at(const Words& words, std::size_t i) {
    if (i >= words.size() || far_from(*words[i - 1], *words[i]))
        return std::nullopt;
    const auto& word = *words[i];
    auto group =
        amount_of(is_digit(word.text.front()) && is_negative(word) ? without_minus(word) : word);
    return group && group->whole.size() == 3 ? group : std::nullopt;
}

/// What makes an amount doubtful.
struct Doubts {
    bool parted{};   ///< its cents stood apart
    bool long_run{}; ///< of figures: 1241,03 read as 124103
    bool sign{};     ///< a line before it may be a minus
};

/// How sure it can be.
double surest(const Amount& amount, Doubts doubts) {
    if (amount.whole.size() > 1 && amount.whole.front() == '0')
        return lost_head; // "057,72" of "2 057,72"
    return doubts.parted || doubts.long_run || doubts.sign ? lost_comma : 1;
}

/// The words of an amount that begins at word `i`, without its sign; empty where none does.
std::vector<Amount> groups_at(const Words& words, std::size_t i) {
    const auto& first = *words[i];
    auto amount = amount_of(is_negative(first) ? without_minus(first) : first);
    if (!amount)
        return {};
    std::vector<Amount> groups{std::move(*amount)};
    const bool may_go_on = groups.front().whole.size() <= 3 && groups.front().whole.front() != '0';
    while (may_go_on && groups.back().cents.empty()) {
        auto group = group_at(words, i + groups.size());
        if (!group)
            break;
        groups.push_back(std::move(*group));
    }
    return groups;
}

std::optional<Extract> money_at(const Words& words, std::size_t i) {
    const auto groups = groups_at(words, i);
    if (groups.empty())
        return std::nullopt;
    const auto last = i + groups.size() - 1;
    Builder builder;
    const auto sign = sign_before(words, i);
    const bool negative = is_negative(*words[i]) || is_negative(*words[last]) || sign != Sign::None;
    builder.separate(negative ? "-" : "");
    for (std::size_t k = 0; k < groups.size(); ++k)
        builder.add(*words[i + k], groups[k].whole);
    auto cents = groups.back().cents;
    const auto parted = cents.empty() ? parted_cents(words, last) : std::string();
    if (!parted.empty()) {
        builder.add(*words[last + 1], "");
        cents = parted;
    }
    const bool long_run = groups.size() == 1 && groups.front().whole.size() > 4 && cents.empty() &&
                          words[i]->text.find_first_of(".,") == std::string::npos;
    if (!cents.empty() && cents != "00")
        builder.separate("," + cents);
    auto extract = builder.take();
    extract.sureness = std::min(
        extract.sureness,
        surest(
            groups.front(),
            {.parted = !parted.empty(), .long_run = long_run, .sign = sign == Sign::Perhaps}
        )
    );
    return extract;
}

/// As it is printed, and an amount that ends with it: "2024€"; a word without letters is none.
bool is_currency(std::string_view text) {
    return text.ends_with("€") || text.ends_with("EUR") || text.starts_with("euro");
}

/// "35,80€", "35,80 €".
bool has_currency(const Words& words, std::size_t i) {
    return is_currency(words[i]->text) || (i + 1 < words.size() && is_currency(words[i + 1]->text));
}

/// "20,00 %", "(taux 3,50" over "%)".
bool is_rate(const Words& words, std::size_t i) {
    if (!has_currency(words, i) && i > 0 && words[i - 1]->folded == "taux" &&
        !far_from(*words[i - 1], *words[i]))
        return true;
    return i + 1 < words.size() && words[i + 1]->text.starts_with("%") &&
           !far_from(*words[i], *words[i + 1]);
}

/// "28 février", "1 er", "au 30" over its month: a day.
bool is_day(const Words& words, std::size_t i) {
    if (words[i]->text.size() > 2)
        return false;
    const bool ends = i > 0 && words[i - 1]->folded == "au" && i + 1 == words.size();
    return ends || (i + 1 < words.size() &&
                    (month_named(words[i + 1]->folded) != 0 || words[i + 1]->folded == "er"));
}

/// "3,00 parts", "409 jours".
bool is_count(const Words& words, std::size_t i) {
    constexpr std::array<std::string_view, 5> counted{"part", "parts", "jour", "jours", "heures"};
    return i + 1 < words.size() && !far_from(*words[i], *words[i + 1]) &&
           std::ranges::find(counted, words[i + 1]->folded) != counted.end();
}

/// "2024" without cents or a currency, no "2024,00".
bool may_be_year(const Words& words, std::size_t i, const Extract& found) {
    const auto& text = words[i]->text;
    const bool cents =
        text.find(",00") != std::string::npos || text.find(".00") != std::string::npos;
    const bool year = found.value.size() == 4 && text.size() >= 4 && !cents &&
                      (found.value.starts_with("19") || found.value.starts_with("20"));
    return year && !has_currency(words, i);
}

/// "1" of "1 823,07" on a picture, where the rest was not made out: a figure alone that no currency
/// follows.
bool is_stray(const Words& words, std::size_t i, const Extract& found) {
    const bool alone = found.value.size() == 1 && found.value != "0" && words[i]->clearness < 1;
    return alone && !has_currency(words, i);
}

/// After the groups of "0 809 401 401", a phone number, when that begins at word `i`.
std::size_t after_phone(const Words& words, std::size_t i) {
    auto last = i;
    const auto& first = words[i]->text;
    while ((first == "0" || first == "(0") && group_at(words, last + 1))
        ++last;
    return last > i ? last + 1 : i;
}

/// After the groups of "FR76 3000 4008 2800", an IBAN (ISO 13616), when that begins at word `i`.
std::size_t after_iban(const Words& words, std::size_t i) {
    constexpr std::size_t head = 4; ///< letters of a country and two digits
    constexpr std::size_t shortest = 15;
    constexpr std::size_t longest = 34;
    const auto is_group = [](std::string_view text) {
        return text.size() <= head &&
               std::ranges::all_of(text, [](char c) { return is_digit(c) || is_capital(c); });
    };
    const std::string_view first = words[i]->text;
    if (first.size() != head || !is_group(first) || !is_capital(first[0]) ||
        !is_capital(first[1]) || !is_digit(first[2]) || !is_digit(first[3]))
        return i;
    auto end = i;
    std::size_t signs = 0;
    do
        signs += words[end++]->text.size();
    while (signs < longest && end < words.size() && is_group(words[end]->text) &&
           !far_from(*words[end - 1], *words[end]));
    return signs >= shortest ? end : i; // "HS25 1 250,00"
}

/// "(597,50 €)" behind "cinquante centimes": the sum once more in figures.
std::optional<Extract> in_figures(Words words, std::size_t i) {
    if (i == 0 || !words[i]->text.starts_with('(') || !is_money_word(words[i - 1]->folded))
        return std::nullopt;
    Word bare = *words[i];
    bare.text.erase(0, 1);
    words[i] = &bare;
    return money_at(words, i);
}

/// "CS 10001".
bool is_post_box(const Words& words, std::size_t i) {
    return i > 0 && names_a_post_box(words[i - 1]->folded);
}

/// What of a row is an amount, from left to right.
std::vector<Extract> amounts_of(const Words& words) {
    std::vector<Extract> amounts;
    for (std::size_t i = 0; i < words.size(); ++i) {
        i = after_phone(words, i);
        if (i < words.size())
            i = after_iban(words, i);
        auto found = i < words.size() ? money_at(words, i) : std::nullopt;
        if (i < words.size() && !found)
            found = in_figures(words, i);
        if (!found || words[i]->text.find('/') != std::string::npos || is_rate(words, i) ||
            is_before_town(words, i) || is_post_box(words, i) || is_day(words, i) ||
            is_count(words, i))
            continue;
        if (!may_be_year(words, i, *found) && !is_stray(words, i, *found))
            amounts.push_back(std::move(*found));
    }
    return amounts;
}

/// The first amount of three signs or more; else the first.
std::optional<Extract> money(const Words& words) {
    auto amounts = amounts_of(words);
    if (amounts.empty())
        return std::nullopt;
    const auto whole = std::ranges::find_if(amounts, [](const Extract& amount) {
        return amount.value.size() >= 3;
    });
    return std::move(whole != amounts.end() ? *whole : amounts.front());
}

std::optional<Extract> number(const Words& words, std::string_view unit) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto text = words[i]->text;
        bool with_unit = unit.empty();
        for (const std::string_view end : {unit, std::string_view(".")})
            if (!end.empty() && text.size() > end.size() && text.ends_with(end)) {
                text.resize(text.size() - end.size());
                with_unit = with_unit || end == unit;
            }
        with_unit = with_unit || (i + 1 < words.size() && words[i + 1]->text.starts_with(unit));
        std::ranges::replace(text, '.', ',');
        const bool odd =
            std::ranges::any_of(text, [](char c) { return !is_digit(c) && c != ','; }) ||
            std::ranges::count(text, ',') > 1;
        if (odd || !with_unit || is_before_town(words, i) || text.empty() ||
            !is_digit(text.front()) || !is_digit(text.back()))
            continue;
        Builder builder;
        builder.add(*words[i], text);
        return builder.take();
    }
    return std::nullopt;
}

/// "1,64 m", "1.64m", "1m64", as 1,64.
std::optional<Extract> height(const Words& words) {
    for (const auto* word : words) {
        const auto text = word->text.size() == 5 ? word->text.substr(0, 4) : word->text;
        std::string digits; // "1.96m", and "1.968" where the m was taken for a figure
        for (const char c : text)
            if (is_digit(c))
                digits += c;
        const bool tall = digits.size() == 3 && (digits[0] == '1' || digits[0] == '2');
        const bool parted = text.find_first_of(",.") == 1 || text.find('m') == 1;
        if (!tall || !parted)
            continue;
        Builder builder;
        builder.add(*word, word->text);
        builder.rewrite(digits.substr(0, 1) + "," + digits.substr(1));
        return builder.take();
    }
    return std::nullopt;
}

} // namespace

std::optional<Extract> extract_amount(std::string_view format, const Words& words) {
    if (format == "number")
        return number(words, "");
    if (format == "percent")
        return number(words, "%");
    return format == "height" ? height(words) : money(words);
}

} // namespace guichet::scan
