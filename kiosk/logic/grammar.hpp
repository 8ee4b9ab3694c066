// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/node.hpp"

#include <string_view>

namespace guichet::logic {

struct BinaryOperator {
    std::string_view text;
    int precedence; ///< from 1, higher binds tighter
    Operator op;
};

inline constexpr int highest_precedence = 3;

/// nullptr when it is none; && and || are not in the table.
const BinaryOperator* find_binary(std::string_view text);

/// Words CEL keeps for the languages around it: they name fields, never values.
bool is_reserved(std::string_view name);

} // namespace guichet::logic
