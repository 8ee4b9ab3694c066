// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace guichet::logic {

struct BadEscape {
    std::size_t offset; ///< in bytes, of the backslash
    std::string message;
};

/// Resolves CEL's escapes (\n, \x41, \u00e9, \U0001F431, \101, surrogate pairs…) between quotes.
tl::expected<std::string, BadEscape> unescape(std::string_view body);

/// A whole decimal number with an optional sign, or 0x…; nothing when it is not one or leaves 64
/// bits.
std::optional<std::int64_t> to_int(std::string_view text);

/// A decimal number with an optional sign and exponent; "NaN" and "Infinity" too; nothing when it
/// is not one or is too large.
std::optional<double> to_double(std::string_view text);

/// The shortest text that reads back as the same double: "0.1", "3", "1e+21", "NaN", "-Infinity".
std::string to_text(double number);

} // namespace guichet::logic
