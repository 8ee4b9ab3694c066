// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/mrz_dates.hpp"

#include "scan/text/letters.hpp"

#include <algorithm>

namespace guichet::scan {

namespace {

constexpr int oldest = 115;

} // namespace

std::optional<Date> day_of(int century, std::string_view digits) {
    if (digits.size() != 6 || !std::ranges::all_of(digits, is_digit))
        return std::nullopt;
    const auto two = [&](std::size_t at) {
        return (digits[at] - '0') * 10 + (digits[at + 1] - '0');
    };
    const Date date{
        std::chrono::year(century * 100 + two(0)),
        std::chrono::month(static_cast<unsigned>(two(2))),
        std::chrono::day(static_cast<unsigned>(two(4)))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Day> birth_day(std::string_view digits, Date latest, Date today) {
    const auto before = day_of(19, digits);
    const auto after = day_of(20, digits);
    const bool can_be_after = after && *after <= latest;
    const bool can_be_before =
        before && (!can_be_after || (today.year() - before->year()).count() <= oldest);
    if (!can_be_after && !can_be_before)
        return std::nullopt;
    return Day{can_be_after ? *after : *before, can_be_after && can_be_before};
}

std::optional<Date> expiry_day(std::string_view digits, Date today) {
    const auto after = day_of(20, digits);
    const bool near = after && after->year() - today.year() <= std::chrono::years(50);
    return near ? after : day_of(19, digits);
}

Date last_day_of_issue(std::string_view year_and_month, Date today) {
    for (const int century : {20, 19}) {
        const auto first = day_of(century, std::string(year_and_month) + "01");
        if (first && *first <= today)
            return first->year() / first->month() / std::chrono::last;
    }
    return today;
}

} // namespace guichet::scan
