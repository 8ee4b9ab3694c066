// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/codes/doc_value.hpp"

#include "base/utf8.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

namespace guichet::scan {

namespace {

std::optional<unsigned> to_number(std::string_view text, int base = 10) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// DDMMYYYY.
std::optional<Date> date_of_digits(std::string_view text) {
    if (text.size() != 8 || !std::ranges::all_of(text, is_digit))
        return std::nullopt;
    const Date date{
        std::chrono::year(static_cast<int>(*to_number(text.substr(4)))),
        std::chrono::month(*to_number(text.substr(2, 2))),
        std::chrono::day(*to_number(text.substr(0, 2)))};
    if (!date.ok())
        return std::nullopt;
    return date;
}

/// DDMMYYYYHHMM.
std::optional<std::string> moment_of_digits(std::string_view text) {
    const auto date = text.size() == 12 ? date_of_digits(text.substr(0, 8)) : std::nullopt;
    if (!date || !std::ranges::all_of(text, is_digit))
        return std::nullopt;
    const auto hours = text.substr(8, 2);
    const auto minutes = text.substr(10);
    if (hours > "24" || minutes > "59")
        return std::nullopt;
    return to_iso(*date) + " " + std::string(hours) + ":" + std::string(minutes);
}

/// Digits with at most one decimal sign, after a sign.
bool is_decimal_number(std::string_view text) {
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    const auto others = std::ranges::count_if(text, [](char letter) { return !is_digit(letter); });
    const auto decimals =
        std::ranges::count_if(text, [](char letter) { return letter == ',' || letter == '.'; });
    const std::size_t least = decimals > 0 ? 2 : 1;
    return others == decimals && decimals <= 1 && text.size() >= least;
}

std::optional<std::string> read(std::string_view text, Holds holds) {
    switch (holds) {
    case Holds::Digits:
        if (!std::ranges::all_of(text, is_digit))
            return std::nullopt;
        break;
    case Holds::Number:
        if (!is_decimal_number(text))
            return std::nullopt;
        break;
    case Holds::Date:
        if (const auto date = date_of_digits(text))
            return to_iso(*date);
        return std::nullopt;
    case Holds::Days:
        if (const auto date = date_of_days(text))
            return to_iso(*date);
        return std::nullopt;
    case Holds::Moment:
        return moment_of_digits(text);
    case Holds::Url:
        if (auto link = from_base32(text); link && is_utf8(*link))
            return link;
        return std::nullopt;
    case Holds::Text:
        break;
    }
    return std::string(text);
}

bool is_title(std::string_view text) {
    constexpr std::array<std::string_view, 12> titles{
        "M", "MR", "MM", "MME", "MMES", "MLLE", "MLE", "MLLES", "MAITRE", "ME", "DR", "PR"};
    const auto dot = text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
    return dot.empty() || std::ranges::find(titles, dot) != titles.end();
}

} // namespace

Readable readable(std::string_view text, Holds holds) {
    auto value = read(text, holds);
    const bool good = value.has_value();
    return {.text = good ? std::move(*value) : std::string(text), .good = good};
}

std::optional<Date> date_of_days(std::string_view text) {
    const auto days = text.size() == 4 && text != "FFFF" ? to_number(text, 16) : std::nullopt;
    if (!days)
        return std::nullopt;
    using namespace std::chrono;
    return Date{sys_days{year{2000} / January / 1} + std::chrono::days{*days}};
}

std::optional<std::string> from_base32(std::string_view text) {
    while (text.ends_with('='))
        text.remove_suffix(1);
    std::string bytes;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char letter : text) {
        std::uint32_t value = 0;
        if (is_capital(letter))
            value = static_cast<std::uint32_t>(letter - 'A');
        else if (letter >= '2' && letter <= '7')
            value = static_cast<std::uint32_t>(letter - '2') + 26;
        else
            return std::nullopt;
        bits = (bits << 5 | value) & 0xFFFU;
        held += 5;
        if (held >= 8) {
            held -= 8;
            bytes += static_cast<char>(bits >> held & 0xFFU);
        }
    }
    return bytes;
}

std::optional<SlashedName> split_name(std::string_view text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('/', begin), text.size());
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    if (parts.size() == 3 && is_title(parts.front()))
        return SlashedName{parts[0], parts[1], parts[2]};
    if (parts.size() == 2 && !is_title(parts.front()))
        return SlashedName{"", parts[0], parts[1]};
    return std::nullopt;
}

} // namespace guichet::scan
