// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/token.hpp"
#include "logic/value.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace guichet::logic {

struct Function;
class Pattern;

enum class Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    In
};

enum class Macro { All, Exists, ExistsOne, Filter, Transform, TransformMap, TransformEntries };

/// A node of the syntax tree. `resolve` replaces Select chains by names and says where locals live;
/// after that nothing changes.
struct Node {
    enum class Kind {
        Literal,  ///< literal
        Name,     ///< text: one identifier before `resolve`, a declared name (dots and all) after
        Path,     ///< text: a dotted name looked up when evaluated, longest match first
        Local,    ///< text, hops: a macro's variable, so many macros outward
        Select,   ///< [operand], text: the field
        Has,      ///< [operand], text: has(operand.text)
        Answered, ///< text: has() of a declared dotted name
        Index,    ///< [operand, index]
        Call,     ///< [arguments…], the receiver first; text: the function's name
        Not,      ///< [operand]
        Negate,   ///< [operand]
        Binary,   ///< [left, right], op
        And,      ///< [operands…]
        Or,       ///< [operands…]
        Conditional,  ///< [condition, then, otherwise]
        Items,        ///< [items…]
        Entries,      ///< [key, value, key, value…]
        Comprehension ///< [range, body] or [range, filter, body]; text, second: the variables;
                      ///< macro
    };

    Kind kind{Kind::Literal};
    Position at{};
    std::string text{};
    std::string second{}; ///< Comprehension: the second variable, or nothing
    Value literal{};
    std::vector<Node> of{};
    Operator op{};
    Macro macro{};
    bool method{false};    ///< Call: written receiver.name(…)
    bool from_root{false}; ///< Name: written with a leading dot
    bool quoted{false};    ///< Select, Has: the field was written between backticks
    bool grouped{false};   ///< written between parentheses, which end a dotted name
    std::size_t hops{0};
    std::size_t depth{1}; ///< longest way down to a leaf
    std::span<const Function* const>
        overloads{}; ///< Call: what the name can mean with as many arguments
    std::shared_ptr<const Pattern>
        pattern{}; ///< Call: the regular expression of `matches` when it is a literal
};

} // namespace guichet::logic
