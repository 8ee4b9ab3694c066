// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/build.hpp"

#include <algorithm>

namespace guichet::scan {

namespace {

/// How sure an amount of five digits or more is that has neither blanks, points nor cents.
constexpr double lost_comma = 0.7;

/// What stands right of the words is not of the same number.
bool far_from(const Word& last, const Word& word) {
    return word.box.x - last.box.x - last.box.width >= std::max(last.box.height, 1);
}

/// Splits "450,50" or "1.234,50" into whole and cents; false when it is no amount.
bool amount_of(const Word& word, std::string& whole, std::string& cents) {
    auto text = word.text;
    for (const std::string_view sign : {"€", "EUR", "Euros", "euros", "*", "."})
        while (text.size() > sign.size() && text.ends_with(sign))
            text.resize(text.size() - sign.size());
    while (!text.empty() && (text.front() == '*' || text.front() == '+' || text.front() == ':'))
        text.erase(0, 1);
    const bool points = text.find(',') == std::string::npos;
    auto comma = text.find(',');
    if (points && text.size() > 3 && text[text.size() - 3] == '.')
        comma = text.size() - 3; // 1512.34
    whole = text.substr(0, comma);
    cents = comma == std::string::npos ? "" : text.substr(comma + 1);
    for (auto at = whole.find('.'); at != std::string::npos; at = whole.find('.', at)) {
        const bool groups = at > 0 && at <= 3 && (whole.size() - at) % 4 == 0;
        if (!groups)
            return false;
        whole.erase(at, 1);
    }
    return !whole.empty() && std::ranges::all_of(whole, is_digit) &&
           std::ranges::all_of(cents, is_digit) &&
           (comma == std::string::npos || cents.size() == 2);
}

/// "-12,50" and "12,50-" as banks print debts.
bool is_negative(const Word& word) {
    return word.text.size() > 1 && (word.text.front() == '-' || word.text.starts_with("−"));
}

std::optional<Extract> money_at(const Words& words, std::size_t i) {
    std::string whole;
    std::string cents;
    Word first = *words[i];
    const bool negative = is_negative(first);
    if (negative)
        first.text.erase(0, first.text.front() == '-' ? 1 : 3);
    if (!amount_of(first, whole, cents))
        return std::nullopt;
    Builder builder;
    builder.separate(negative ? "-" : "");
    builder.add(first, whole);
    bool grouped = whole.size() <= 3;
    bool grouped_once = false;
    const auto* last = words[i];
    for (++i; grouped && cents.empty() && i < words.size(); ++i) {
        grouped =
            amount_of(*words[i], whole, cents) && whole.size() == 3 && !far_from(*last, *words[i]);
        grouped_once = grouped_once || grouped;
        if (grouped)
            builder.add(*words[i], whole);
        else
            cents.clear();
        last = words[i];
    }
    const bool long_run = builder.value().size() > 4 && cents.empty();
    if (!cents.empty() && cents != "00")
        builder.separate("," + cents);
    auto extract = builder.take();
    if (long_run && first.text.find_first_of(".,") == std::string::npos && !grouped_once)
        extract.sureness = std::min(extract.sureness, lost_comma); // 1241,03 read as 124103
    return extract;
}

/// The first amount with cents or a currency beside it; else the first whole number.
std::optional<Extract> money(const Words& words) {
    std::optional<Extract> plain;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto found = money_at(words, i);
        if (!found)
            continue;
        const auto& text = words[i]->text;
        const bool date = text.find('/') != std::string::npos;
        if (!date && (!plain || (plain->value.size() < 3 && found->value.size() > 3)))
            plain = std::move(found);
        if (plain && plain->value.size() >= 3)
            break;
    }
    return plain;
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
        if (odd || !with_unit || text.empty() || !is_digit(text.front()) || !is_digit(text.back()))
            continue;
        Builder builder;
        builder.add(*words[i], text);
        return builder.take();
    }
    return std::nullopt;
}

/// "1,64 m", "1.64m", "164 cm", as 1,64.
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
