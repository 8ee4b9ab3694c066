// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/time.hpp"

#include <algorithm>

#include <cctz/civil_time.h>
#include <cctz/time_zone.h>

namespace guichet::logic {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Seconds east of UTC of "+01:00", "-08:00" or "02:00".
std::optional<std::int64_t> parse_offset(std::string_view zone) {
    const bool west = zone.substr(0, 1) == "-";
    if (west || zone.substr(0, 1) == "+")
        zone.remove_prefix(1);
    const bool shaped = zone.size() == 5 && is_digit(zone[0]) && is_digit(zone[1]) &&
                        zone[2] == ':' && is_digit(zone[3]) && is_digit(zone[4]);
    if (!shaped)
        return std::nullopt;
    const int hours = (zone[0] - '0') * 10 + (zone[1] - '0');
    const int minutes = (zone[3] - '0') * 10 + (zone[4] - '0');
    if (hours > 23 || minutes > 59)
        return std::nullopt;
    return (hours * 60 + minutes) * (west ? -60 : 60);
}

/// Names as in the tz database only: the library would also open any file by its path.
bool is_zone_name(std::string_view zone) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' ||
               c == '+' || c == '-' || c == '/';
    };
    return !zone.empty() && zone.size() <= 40 && zone.front() != '/' && zone.front() != '-' &&
           std::ranges::all_of(zone, allowed);
}

Civil shifted(Timestamp time, std::int64_t offset) {
    const std::chrono::sys_seconds moment{std::chrono::seconds(time.seconds + offset)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::hh_mm_ss clock{moment - day};
    return {
        std::chrono::year_month_day{day},
        static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count())};
}

} // namespace

std::optional<Civil> to_civil(Timestamp time, std::string_view zone) {
    if (zone.empty() || zone == "UTC")
        return shifted(time, 0);
    if (const auto offset = parse_offset(zone))
        return shifted(time, *offset);
    cctz::time_zone loaded;
    if (!is_zone_name(zone) || !cctz::load_time_zone(std::string(zone), &loaded))
        return std::nullopt;
    const cctz::time_point<cctz::seconds> moment{cctz::seconds(time.seconds)};
    return shifted(time, loaded.lookup(moment).offset);
}

} // namespace guichet::logic
