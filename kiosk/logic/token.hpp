// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/expression.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::logic {

/// Where something stands in the source; both count from 1, columns in characters.
struct Position {
    int line{1};
    int column{1};
};

struct Token {
    enum class Kind {
        End,
        Identifier,
        Quoted, ///< a field name between backticks
        Int,    ///< text: digits, or 0x and hexadecimal digits
        Double,
        String, ///< text: what it means, escapes resolved
        Operator
    };

    Kind kind{Kind::End};
    Position at{};
    std::string text{};
};

struct Tokens {
    std::vector<Token> tokens; ///< always ends with End
    std::vector<Problem> problems;
};

/// Cuts a source into tokens. Goes on after a mistake so that all of them are reported.
Tokens tokenize(std::string_view source);

} // namespace guichet::logic
