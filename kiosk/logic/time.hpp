// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/functions.hpp"
#include "logic/node.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace guichet::logic {

/// RFC 3339 with upper-case T and Z: "2009-02-13T23:31:30.5Z", "…+01:00". Nothing when it is not
/// one or leaves the years 0001 to 9999.
std::optional<Timestamp> parse_timestamp(std::string_view text);
std::string to_text(Timestamp time); ///< in UTC

/// "1h34m7.3s", "-15ms"; units h m s ms us ns. Nothing when it is not one or leaves 64 bits of
/// nanoseconds.
std::optional<Duration> parse_duration(std::string_view text);
std::string to_text(Duration duration); ///< in seconds: "3661.5s"

/// Within the years 0001 to 9999.
bool in_range(Timestamp time);
/// Within what google.protobuf.Duration allows: 10,000 years.
bool in_range(Duration duration);

/// `a op b` on timestamps and durations; nothing when neither is one or the operator has no such
/// overload.
std::optional<Answer> time_arithmetic(Operator op, const Value& a, const Value& b);

/// What a clock on the wall shows.
struct Civil {
    std::chrono::year_month_day day;
    int hour;
    int minute;
    int second;
};

/// The wall clock in a zone: an IANA name, or an offset such as "+01:00"; empty is UTC. Nothing
/// when there is no such zone.
std::optional<Civil> to_civil(Timestamp time, std::string_view zone);

} // namespace guichet::logic
