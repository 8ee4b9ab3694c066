// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/types.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace guichet::logic {
namespace {

using Kind = Type::Kind;

bool is_number(const Type& type) {
    return type.kind == Kind::Int || type.kind == Kind::Double;
}

bool is_dyn(const Type& type) {
    return type.kind == Kind::Dyn;
}

struct Rule {
    Operator op;
    Kind left;
    Kind right;
    Kind result;
};

constexpr std::array<Rule, 17> rules{{
    {Operator::Add, Kind::Int, Kind::Int, Kind::Int},
    {Operator::Add, Kind::Double, Kind::Double, Kind::Double},
    {Operator::Add, Kind::String, Kind::String, Kind::String},
    {Operator::Add, Kind::List, Kind::List, Kind::List},
    {Operator::Add, Kind::Timestamp, Kind::Duration, Kind::Timestamp},
    {Operator::Add, Kind::Duration, Kind::Timestamp, Kind::Timestamp},
    {Operator::Add, Kind::Duration, Kind::Duration, Kind::Duration},
    {Operator::Subtract, Kind::Int, Kind::Int, Kind::Int},
    {Operator::Subtract, Kind::Double, Kind::Double, Kind::Double},
    {Operator::Subtract, Kind::Timestamp, Kind::Timestamp, Kind::Duration},
    {Operator::Subtract, Kind::Timestamp, Kind::Duration, Kind::Timestamp},
    {Operator::Subtract, Kind::Duration, Kind::Duration, Kind::Duration},
    {Operator::Multiply, Kind::Int, Kind::Int, Kind::Int},
    {Operator::Multiply, Kind::Double, Kind::Double, Kind::Double},
    {Operator::Divide, Kind::Int, Kind::Int, Kind::Int},
    {Operator::Divide, Kind::Double, Kind::Double, Kind::Double},
    {Operator::Remainder, Kind::Int, Kind::Int, Kind::Int},
}};

std::optional<Type> arithmetic(Operator op, const Type& a, const Type& b) {
    std::optional<Type> found;
    for (const auto& rule : rules) {
        if (rule.op != op || !accepts(rule.left, a) || !accepts(rule.right, b))
            continue;
        const auto result = rule.result == Kind::List ? join(a, b) : make_type(rule.result);
        found = found ? join(*found, result) : result;
    }
    return found;
}

bool orderable(const Type& a, const Type& b) {
    const auto fits = [](const Type& type) {
        return is_dyn(type) || is_number(type) || type.kind == Kind::String ||
               type.kind == Kind::Bool || type.kind == Kind::Timestamp ||
               type.kind == Kind::Duration;
    };
    return fits(a) && fits(b) && comparable(a, b);
}

bool can_contain(const Type& container, const Type& item) {
    if (is_dyn(container))
        return true;
    if (container.kind == Kind::List)
        return comparable(element_of(container), item);
    return is_mapping(container) && comparable(key_of(container), item);
}

// Beyond it the element is dyn: types are copied at every node, which long chains of nested lists
// would make expensive.
constexpr int deepest_type = 8;

int depth(const Type& type) {
    int deepest = 0;
    for (const auto& inner : type.of)
        deepest = std::max(deepest, depth(inner));
    return deepest + 1;
}

} // namespace

Type make_type(Kind kind) {
    return {kind, {}, {}};
}

Type list_of(Type element) {
    if (depth(element) >= deepest_type)
        element = {};
    return {Kind::List, {std::move(element)}, {}};
}

std::string to_text(const Type& type) {
    static constexpr std::array<std::string_view, 11> names{
        "dyn",
        "null",
        "bool",
        "int",
        "double",
        "string",
        "timestamp",
        "duration",
        "list",
        "map",
        "record"};
    std::string text(names.at(static_cast<std::size_t>(type.kind)));
    if (type.of.empty())
        return text;
    text += "(" + to_text(type.of[0]);
    for (std::size_t i = 1; i < type.of.size(); ++i)
        text += ", " + to_text(type.of[i]);
    return text + ")";
}

std::string_view to_text(Operator op) {
    static constexpr std::array<std::string_view, 12> texts{
        "+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!=", "in"};
    return texts.at(static_cast<std::size_t>(op));
}

bool is_mapping(const Type& type) {
    return type.kind == Kind::Map || type.kind == Kind::Record;
}

Type element_of(const Type& list) {
    return list.of.empty() ? Type{} : list.of[0];
}

Type key_of(const Type& map) {
    if (map.kind == Kind::Record)
        return make_type(Kind::String);
    return map.of.empty() ? Type{} : map.of[0];
}

Type map_of(Type key, Type value) {
    if (depth(key) >= deepest_type)
        key = {};
    if (depth(value) >= deepest_type)
        value = {};
    return {Kind::Map, {std::move(key), std::move(value)}, {}};
}

Type value_of(const Type& map) {
    return map.of.size() < 2 ? Type{} : map.of[1];
}

bool accepts(Kind wanted, const Type& type) {
    return wanted == Kind::Dyn || is_dyn(type) || type.kind == wanted ||
           (wanted == Kind::Map && type.kind == Kind::Record);
}

bool comparable(const Type& a, const Type& b) {
    if (is_dyn(a) || is_dyn(b) || (is_number(a) && is_number(b)))
        return true;
    if (a.kind == Kind::Record || b.kind == Kind::Record)
        return is_mapping(a) && is_mapping(b);
    if (a.kind != b.kind)
        return false;
    if (a.kind == Kind::List)
        return comparable(element_of(a), element_of(b));
    return a.kind != Kind::Map ||
           (comparable(key_of(a), key_of(b)) && comparable(value_of(a), value_of(b)));
}

Type join(const Type& a, const Type& b) {
    if (a == b)
        return a;
    if (a.kind == Kind::List && b.kind == Kind::List)
        return a.of.empty() || b.of.empty() ? make_type(Kind::List)
                                            : list_of(join(a.of[0], b.of[0]));
    return {};
}

std::optional<Type> result_of(Operator op, const Type& a, const Type& b) {
    const auto boolean = [](bool possible) {
        return possible ? std::optional(make_type(Kind::Bool)) : std::nullopt;
    };
    switch (op) {
    case Operator::Equal:
    case Operator::NotEqual:
        return boolean(comparable(a, b));
    case Operator::Less:
    case Operator::LessEqual:
    case Operator::Greater:
    case Operator::GreaterEqual:
        return boolean(orderable(a, b));
    case Operator::In:
        return boolean(can_contain(b, a));
    default:
        return arithmetic(op, a, b);
    }
}

} // namespace guichet::logic
