// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/checker.hpp"
#include "logic/functions.hpp"
#include "logic/suggest.hpp"
#include "logic/types.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace guichet::logic {
namespace {

using Kind = Type::Kind;

/// The identifiers of a.b.c, or nothing when the node is not a plain chain of names.
std::optional<std::vector<std::string>> parts_of(const Node& node) {
    if (node.kind == Node::Kind::Name)
        return std::vector{node.text};
    if (node.kind != Node::Kind::Select || node.quoted || node.of[0].grouped)
        return std::nullopt;
    auto parts = parts_of(node.of[0]);
    if (parts)
        parts->push_back(node.text);
    return parts;
}

const Node& first_of(const Node& chain) {
    return chain.kind == Node::Kind::Name ? chain : first_of(chain.of[0]);
}

std::string join_parts(const std::vector<std::string>& parts, std::size_t count) {
    std::string text = parts[0];
    for (std::size_t i = 1; i < count; ++i)
        text += "." + parts[i];
    return text;
}

Node& descend(Node& node, std::size_t steps) {
    return steps == 0 ? node : descend(node.of[0], steps - 1);
}

} // namespace

Shape Checker::visit_chain(Node& node) {
    const auto parts = parts_of(node);
    if (!parts) {
        auto operand = visit(node.of[0]);
        return {select(node, operand.type), operand.nesting};
    }
    const bool from_root = first_of(node).from_root;
    const auto variable =
        std::find_if(m_scope.rbegin(), m_scope.rend(), [&parts](const Variable& candidate) {
            return candidate.name == parts->front();
        });
    if (!from_root && variable != m_scope.rend()) {
        auto& local = descend(node, parts->size() - 1);
        local.kind = Node::Kind::Local;
        local.hops = static_cast<std::size_t>(variable - m_scope.rbegin());
        return {select_all(node, variable->shape.type, parts->size() - 1), variable->shape.nesting};
    }
    return {declared() ? visit_declared(node, *parts) : visit_dynamic(node, *parts)};
}

Type Checker::visit_dynamic(Node& node, const std::vector<std::string>& parts) {
    Node path{
        .kind = Node::Kind::Path, .at = first_of(node).at, .text = join_parts(parts, parts.size())};
    m_result.names.insert(path.text);
    node = std::move(path);
    return {};
}

Type Checker::visit_declared(Node& node, const std::vector<std::string>& parts) {
    for (auto count = parts.size(); count > 0; --count) {
        const auto found = m_names.find(join_parts(parts, count));
        if (found == m_names.end())
            continue;
        auto& name = descend(node, parts.size() - count);
        name = Node{.kind = Node::Kind::Name, .at = first_of(name).at, .text = found->first};
        m_result.names.insert(found->first);
        return select_all(node, found->second, parts.size() - count);
    }
    const auto full = join_parts(parts, parts.size());
    const auto where = first_of(node).at;
    if (const auto type = find_type_name(full); !type.empty()) {
        node = Node{.kind = Node::Kind::Literal, .at = where, .literal = Value(TypeName{type})};
        return {};
    }
    node = Node{.kind = Node::Kind::Path, .at = where, .text = full};
    complain(node, "undeclared reference to '" + full + "'" + suggest_name(parts));
    return {};
}

std::string Checker::suggest_name(const std::vector<std::string>& parts) const {
    std::vector<std::string_view> candidates;
    for (const auto& [name, type] : m_names)
        candidates.emplace_back(name);
    for (const auto& variable : m_scope)
        candidates.emplace_back(variable.name);
    auto text = suggestion(join_parts(parts, parts.size()), candidates);
    return text.empty() ? suggestion(parts.front(), candidates) : text;
}

Type Checker::select_all(const Node& node, const Type& base, std::size_t count) {
    return count == 0 ? base : select(node, select_all(node.of[0], base, count - 1));
}

Type Checker::select(const Node& node, const Type& operand) {
    if (operand.kind == Kind::Dyn)
        return {};
    if (operand.kind == Kind::Map && accepts(Kind::String, key_of(operand)))
        return value_of(operand);
    if (operand.kind != Kind::Record) {
        complain(node, to_text(operand) + " has no field '" + node.text + "'");
        return {};
    }
    return field_of(node, operand, node.text);
}

Type Checker::field_of(const Node& node, const Type& record, const std::string& name) {
    const auto found = record.fields.find(name);
    if (found != record.fields.end())
        return found->second;
    std::vector<std::string_view> candidates;
    for (const auto& [field, type] : record.fields)
        candidates.emplace_back(field);
    complain(node, "no field '" + name + "'" + suggestion(name, candidates));
    return {};
}

Shape Checker::visit_has(Node& node) {
    auto parts = parts_of(node.of[0]);
    if (parts && declared() && !node.quoted && !node.of[0].grouped) {
        parts->push_back(node.text);
        const auto found = m_names.find(join_parts(*parts, parts->size()));
        if (found != m_names.end()) {
            node = Node{.kind = Node::Kind::Answered, .at = node.at, .text = found->first};
            m_result.names.insert(found->first);
            return {make_type(Kind::Bool)};
        }
    }
    const auto operand = visit(node.of[0]);
    select(node, operand.type);
    return {make_type(Kind::Bool)};
}

Shape Checker::visit_index(Node& node) {
    const auto operand = visit(node.of[0]);
    const auto index = visit(node.of[1]);
    return {index_type(node, operand.type, index.type), operand.nesting};
}

Type Checker::index_type(const Node& node, const Type& operand, const Type& index) {
    const bool number = accepts(Kind::Int, index) || index.kind == Kind::Double;
    if (operand.kind == Kind::List && number)
        return element_of(operand);
    if (operand.kind == Kind::Record && accepts(Kind::String, index)) {
        const auto* key = node.of[1].literal.get<std::string>();
        return key != nullptr ? field_of(node.of[1], operand, *key) : Type{};
    }
    if (operand.kind == Kind::Map && comparable(key_of(operand), index))
        return value_of(operand);
    if (operand.kind != Kind::Dyn)
        complain(node, to_text(operand) + " cannot be indexed by " + to_text(index));
    return {};
}

} // namespace guichet::logic
