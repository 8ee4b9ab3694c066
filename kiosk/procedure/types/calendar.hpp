// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "i18n/message.hpp"
#include "procedure/type.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace guichet::procedure::type {

/// "janvier" for 1 … "décembre" for 12.
i18n::Message month_name(unsigned month);

/// Midnight UTC, as expressions see a date.
logic::Value to_timestamp(Date date);

/// A number of at most four digits; nothing else.
std::optional<int> small_number(std::string_view text);

/// The month and the year of a date or a month, the year's box being `part`, the month's before it.
tl::expected<Month, Rejection>
check_month(const std::string& month, const std::string& year, int part);

/// The year in the box `part`.
tl::expected<int, Rejection> check_year(const std::string& typed, int part);

/// "3" as "03": as it stands on papers.
std::string two_digits(unsigned number);

Part day_box();
Part month_box();
Part year_box();

} // namespace guichet::procedure::type
