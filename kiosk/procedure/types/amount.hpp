// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/question.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guichet::procedure::type {

/// A number as people write it: "1 234,50", "1234.5", "1.234,50 €", "-3".
struct Amount {
    std::int64_t whole{};   ///< signed; at most 13 digits
    std::string decimals{}; ///< the digits behind the comma or dot
    bool negative{false};   ///< also for -0,50
};

/// Nothing when it is not a number. One separator with three digits behind it cuts thousands,
/// unless `language` (ISO 639-1) writes decimals with it; with any other number of digits it is the
/// decimal one.
std::optional<Amount> read_amount(std::string_view typed, std::string_view language);

/// "1234567,8" as "1 234 567,8"; keeps every other character where it is.
std::string group_thousands(std::string_view typed);

enum class Unit { Plain, Euros };

/// What to say when the number (in hundredths) is under the question's min or over its max;
/// negative numbers need a negative min.
std::optional<i18n::Message>
out_of_limits(const Question& question, std::int64_t hundredths, Unit unit);

} // namespace guichet::procedure::type
