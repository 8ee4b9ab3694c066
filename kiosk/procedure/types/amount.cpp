// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/amount.hpp"

#include "procedure/types/one_box.hpp"

#include <algorithm>
#include <vector>

namespace guichet::procedure::type {

namespace {

constexpr std::size_t most_digits = 13;

bool is_separator(char c) {
    return c == ',' || c == '.';
}

/// The digits and separators, without blanks, sign and "€" or "euros" behind.
std::string bare(std::string_view typed) {
    std::string text = tidy(typed);
    for (const std::string_view unit : {"euros", "euro", "EUR", "€"})
        if (text.size() >= unit.size() && text.substr(text.size() - unit.size()) == unit)
            text.resize(text.size() - unit.size());
    std::erase_if(text, [](char c) { return c == ' ' || c == '\''; });
    return text;
}

char decimal_sign(std::string_view language) {
    return language == "en" ? '.' : ',';
}

/// Groups of three digits behind the first, cut by one sign only. Once alone, `decimal` is no cut.
bool cuts_thousands(std::string_view digits, char decimal) {
    const auto* const first = std::ranges::find_if(digits, is_separator);
    if (first == digits.end())
        return true;
    const char sign = *first;
    const auto lead = static_cast<std::size_t>(first - digits.begin());
    if (lead == 0 || lead > 3 || digits.front() == '0' || (digits.size() - lead) % 4 != 0)
        return false;
    for (std::size_t at = lead; at < digits.size(); ++at)
        if (is_separator(digits[at]) != ((at - lead) % 4 == 0) ||
            (is_separator(digits[at]) && digits[at] != sign))
            return false;
    return sign != decimal || std::ranges::count(digits, sign) > 1;
}

} // namespace

std::optional<Amount> read_amount(std::string_view typed, std::string_view language) {
    const char decimal = decimal_sign(language);
    auto text = bare(typed);
    Amount amount;
    if (text.substr(0, 3) == "\u2212") // the minus sign
        text.replace(0, 3, "-");
    amount.negative = !text.empty() && text.front() == '-';
    if (amount.negative)
        text.erase(0, 1);
    if (text.empty() ||
        !std::ranges::all_of(text, [](char c) { return is_digit(c) || is_separator(c); }))
        return {};
    if (!cuts_thousands(text, decimal)) {
        const auto last = text.find_last_of(",.");
        const char sign = text[last];
        amount.decimals = text.substr(last + 1);
        text.resize(last);
        if (!cuts_thousands(text, sign) || (text.empty() && amount.decimals.empty()))
            return {};
    }
    std::erase_if(text, is_separator);
    text.erase(0, std::min(text.find_first_not_of('0'), text.size()));
    if (text.size() > most_digits)
        return {};
    for (const char c : text)
        amount.whole = amount.whole * 10 + (c - '0');
    if (amount.negative)
        amount.whole = -amount.whole;
    return amount;
}

std::string group_thousands(std::string_view typed) {
    std::string text = tidy(typed);
    std::erase(text, ' ');
    const std::size_t begin = !text.empty() && text.front() == '-' ? 1 : 0;
    auto end = begin;
    while (end < text.size() && is_digit(text[end]))
        ++end;
    std::string grouped = text.substr(0, begin);
    for (auto at = begin; at < end; ++at) {
        if (at > begin && (end - at) % 3 == 0)
            grouped += ' ';
        grouped += text[at];
    }
    return grouped + text.substr(end);
}

std::optional<i18n::Message>
out_of_limits(const Question& question, std::int64_t hundredths, Unit unit) {
    const bool euros = unit == Unit::Euros;
    const auto words = [](long limit) { return group_thousands(std::to_string(limit)); };
    const auto lowest = question.min.value_or(0);
    if (hundredths < lowest * 100)
        return (euros ? i18n::tr("Écrivez {min} € ou plus.") : i18n::tr("Écrivez {min} ou plus."))
            .with("min", words(lowest));
    if (question.max && hundredths > *question.max * 100)
        return (euros ? i18n::tr("Écrivez {max} € au plus.") : i18n::tr("Écrivez {max} au plus."))
            .with("max", words(*question.max));
    return {};
}

} // namespace guichet::procedure::type
