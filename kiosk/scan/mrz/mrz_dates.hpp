// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace guichet::scan {

/// A calendar day of six digits YYMMDD in a century; nullopt when it does not exist or is not fully
/// known.
std::optional<Date> day_of(int century, std::string_view digits);

/// A day that two digits of a year leave open.
struct Day {
    Date date;
    bool either_century{false}; ///< the one a hundred years before is possible too
};

/// Born not after `latest`, and not more than 115 years ago.
std::optional<Day> birth_day(std::string_view digits, Date latest, Date today);

/// Documents are valid for some years: at most half a century from now.
std::optional<Date> expiry_day(std::string_view digits, Date today);

/// The last day on which a card with this number (two digits of the year, two of the month) can
/// have been issued; today when they are no month.
Date last_day_of_issue(std::string_view year_and_month, Date today);

} // namespace guichet::scan
