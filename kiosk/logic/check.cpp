// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/checker.hpp"
#include "logic/functions.hpp"
#include "logic/parser.hpp"
#include "logic/types.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace guichet::logic {
namespace {

using Kind = Type::Kind;

/// The places of what a macro goes over when it is no map.
Type place_in(const Type& range) {
    return range.kind == Kind::List ? make_type(Kind::Int) : Type{};
}

} // namespace

Checked Checker::run(Node& root) {
    auto shape = visit(root);
    m_result.type = std::move(shape.type);
    return std::move(m_result);
}

Shape Checker::visit(Node& node) {
    auto shape = visit_kind(node);
    if (shape.nesting > 2 * max_nesting) {
        insist(node, "the value would nest too deeply");
        shape.nesting = 0;
    }
    return shape;
}

Shape Checker::visit_kind(Node& node) {
    switch (node.kind) {
    case Node::Kind::Literal:
        return {make_type(kind_of(node.literal))};
    case Node::Kind::Name:
    case Node::Kind::Path:
    case Node::Kind::Local:
    case Node::Kind::Select:
        return visit_chain(node);
    case Node::Kind::Has:
    case Node::Kind::Answered:
        return visit_has(node);
    case Node::Kind::Index:
        return visit_index(node);
    case Node::Kind::Call:
        return visit_call(node);
    case Node::Kind::Not:
    case Node::Kind::And:
    case Node::Kind::Or:
        return visit_logical(node);
    case Node::Kind::Negate:
        return visit_negate(node);
    case Node::Kind::Binary:
        return visit_binary(node);
    case Node::Kind::Conditional:
        return visit_conditional(node);
    case Node::Kind::Items:
        return visit_list(node);
    case Node::Kind::Entries:
        return visit_map(node);
    case Node::Kind::Comprehension:
        return visit_macro(node);
    }
    return {};
}

void Checker::complain(const Node& node, std::string message) {
    if (declared())
        insist(node, std::move(message));
}

void Checker::insist(const Node& node, std::string message) {
    m_result.problems.push_back({node.at.line, node.at.column, std::move(message)});
}

void Checker::expect_bool(const Node& node, const Type& type, std::string_view what) {
    if (!accepts(Kind::Bool, type))
        complain(node, std::string(what) + " must be true or false, not " + to_text(type));
}

Shape Checker::visit_logical(Node& node) {
    const std::string_view what = node.kind == Node::Kind::Not   ? "what follows '!'"
                                  : node.kind == Node::Kind::And ? "each side of '&&'"
                                                                 : "each side of '||'";
    for (auto& operand : node.of)
        expect_bool(operand, visit(operand).type, what);
    return {make_type(Kind::Bool)};
}

Shape Checker::visit_negate(Node& node) {
    auto operand = visit(node.of[0]);
    const bool number = accepts(Kind::Int, operand.type) || operand.type.kind == Kind::Double;
    if (!number)
        complain(node, "'-' needs a number, not " + to_text(operand.type));
    return {number ? operand.type : Type{}};
}

Shape Checker::visit_binary(Node& node) {
    const auto left = visit(node.of[0]);
    const auto right = visit(node.of[1]);
    const auto type = result_of(node.op, left.type, right.type);
    if (!type) {
        const auto mixed = (left.type.kind == Kind::Int && right.type.kind == Kind::Double) ||
                           (left.type.kind == Kind::Double && right.type.kind == Kind::Int);
        complain(
            node,
            "'" + std::string(to_text(node.op)) + "' cannot take " + to_text(left.type) + " and " +
                to_text(right.type) + (mixed ? ": convert one with double() or int()" : "")
        );
    }
    return {type.value_or(Type{}), std::max(left.nesting, right.nesting)};
}

Shape Checker::visit_conditional(Node& node) {
    expect_bool(node.of[0], visit(node.of[0]).type, "what stands before '?'");
    const auto then = visit(node.of[1]);
    const auto otherwise = visit(node.of[2]);
    if (!comparable(then.type, otherwise.type))
        complain(
            node,
            "'? :' gives " + to_text(then.type) + " or " + to_text(otherwise.type) +
                ": both must be alike"
        );
    return {join(then.type, otherwise.type), std::max(then.nesting, otherwise.nesting)};
}

Shape Checker::visit_list(Node& node) {
    std::optional<Type> element;
    std::size_t nesting = 0;
    for (auto& item : node.of) {
        auto visited = visit(item);
        element = element ? join(*element, visited.type) : visited.type;
        nesting = std::max(nesting, visited.nesting);
    }
    return {element ? list_of(*element) : make_type(Kind::List), nesting + 1};
}

Shape Checker::visit_map(Node& node) {
    std::optional<Type> key;
    std::optional<Type> value;
    std::size_t nesting = 0;
    for (std::size_t i = 0; i + 1 < node.of.size(); i += 2) {
        const auto key_shape = visit(node.of[i]);
        const auto value_shape = visit(node.of[i + 1]);
        if (!accepts(Kind::Bool, key_shape.type) && !accepts(Kind::Int, key_shape.type) &&
            !accepts(Kind::String, key_shape.type))
            complain(node.of[i], to_text(key_shape.type) + " cannot be a key");
        key = key ? join(*key, key_shape.type) : key_shape.type;
        value = value ? join(*value, value_shape.type) : value_shape.type;
        nesting = std::max(nesting, value_shape.nesting);
    }
    auto type = key ? map_of(*key, *value) : make_type(Kind::Map);
    return {std::move(type), nesting + 1};
}

Shape Checker::visit_macro(Node& node) {
    const auto range = visit(node.of[0]);
    if (!is_mapping(range.type) && !accepts(Kind::List, range.type))
        complain(node, "this needs a list, not " + to_text(range.type));
    const auto outside = m_scope.size();
    declare_variables(node, range);
    const auto first = m_scope[outside].shape.type;
    std::vector<Shape> bodies;
    for (std::size_t i = 1; i < node.of.size(); ++i)
        bodies.push_back(visit(node.of[i]));
    m_scope.resize(outside);
    const bool makes_values = node.macro >= Macro::Transform;
    if (!makes_values || bodies.size() == 2)
        expect_bool(node.of[1], bodies.front().type, "the condition");
    if (node.macro == Macro::Filter)
        return {list_of(first), range.nesting};
    return macro_shape(node, first, bodies.back());
}

void Checker::declare_variables(const Node& node, const Shape& range) {
    const bool mapping = is_mapping(range.type);
    const bool two = !node.second.empty();
    const Shape item{
        mapping ? value_of(range.type) : element_of(range.type),
        range.nesting == 0 ? 0 : range.nesting - 1};
    if (mapping)
        m_scope.push_back({node.text, {key_of(range.type)}});
    else if (two)
        m_scope.push_back({node.text, {place_in(range.type)}});
    else
        m_scope.push_back({node.text, item});
    if (two)
        m_scope.push_back({node.second, item});
}

Shape Checker::macro_shape(const Node& node, const Type& key, const Shape& body) {
    switch (node.macro) {
    case Macro::Transform:
        return {list_of(body.type), body.nesting + 1};
    case Macro::TransformMap:
        return {map_of(key, body.type), body.nesting + 1};
    case Macro::TransformEntries:
        if (!accepts(Kind::Map, body.type))
            complain(node.of.back(), "each turn must give a map, not " + to_text(body.type));
        return {body.type.kind == Kind::Map ? body.type : make_type(Kind::Map), body.nesting};
    default:
        return {make_type(Kind::Bool)};
    }
}

Checked check(Node& root, const Names& names, Naming naming) {
    return Checker(names, naming).run(root);
}

} // namespace guichet::logic
