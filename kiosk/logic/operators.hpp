// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/functions.hpp"
#include "logic/node.hpp"

#include <compare>
#include <optional>

namespace guichet::logic {

enum class Truth { False, True, Unknown };

/// CEL's equality: numbers by value, other kinds only with themselves, NaN with nothing. Unknown
/// when the answer hangs on an unknown inside.
Truth equal(const Value& a, const Value& b, Session& session);

/// Orders numbers across int and double, strings, bools, timestamps and durations; nothing for
/// anything else. NaN is unordered.
std::optional<std::partial_ordering> order(const Value& a, const Value& b);

/// The value under a key, numbers compared by value; nullptr when there is none.
const Value* find_entry(const Map& map, const Value& key, Session& session);
const Value* find_entry(const Map& map, std::string_view key);

/// Any binary operator on values that are not unknown themselves.
Answer apply(Operator op, const Value& a, const Value& b, Session& session);

Answer negate(const Value& value);

} // namespace guichet::logic
