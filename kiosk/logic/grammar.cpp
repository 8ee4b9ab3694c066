// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/grammar.hpp"

#include <algorithm>
#include <array>

namespace guichet::logic {
namespace {

constexpr std::array<BinaryOperator, 12> binary_operators{{
    {"<", 1, Operator::Less},
    {"<=", 1, Operator::LessEqual},
    {">", 1, Operator::Greater},
    {">=", 1, Operator::GreaterEqual},
    {"==", 1, Operator::Equal},
    {"!=", 1, Operator::NotEqual},
    {"in", 1, Operator::In},
    {"+", 2, Operator::Add},
    {"-", 2, Operator::Subtract},
    {"*", 3, Operator::Multiply},
    {"/", 3, Operator::Divide},
    {"%", 3, Operator::Remainder},
}};

} // namespace

const BinaryOperator* find_binary(std::string_view text) {
    const auto* found = std::ranges::find(binary_operators, text, &BinaryOperator::text);
    return found != binary_operators.end() ? found : nullptr;
}

bool is_reserved(std::string_view name) {
    static constexpr std::array<std::string_view, 17> words{
        "as",
        "break",
        "const",
        "continue",
        "else",
        "for",
        "function",
        "if",
        "import",
        "let",
        "loop",
        "package",
        "namespace",
        "return",
        "var",
        "void",
        "while"};
    return std::ranges::find(words, name) != words.end();
}

} // namespace guichet::logic
