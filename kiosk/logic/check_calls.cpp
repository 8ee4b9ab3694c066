// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/checker.hpp"
#include "logic/functions.hpp"
#include "logic/pattern.hpp"
#include "logic/suggest.hpp"
#include "logic/types.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace guichet::logic {
namespace {

std::string unknown_function(const Node& node) {
    const auto exists = [&node](bool method) {
        const auto all = function_names(method);
        return std::ranges::find(all, node.text) != all.end();
    };
    if (exists(node.method))
        return node.text + "() does not take " +
               std::to_string(node.of.size() - (node.method ? 1 : 0)) + " arguments";
    if (exists(!node.method))
        return node.method ? "write " + node.text + "(value)" : "write value." + node.text + "()";
    return "unknown function '" + node.text + "'" +
           suggestion(node.text, function_names(node.method));
}

} // namespace

Shape Checker::visit_call(Node& node) {
    adopt_namespace(node);
    Shape shape;
    std::vector<Type> types;
    for (auto& argument : node.of) {
        auto visited = visit(argument);
        types.push_back(std::move(visited.type));
        shape.nesting = std::max(shape.nesting, visited.nesting);
    }
    node.overloads = find_overloads(node.text, node.method, node.of.size());
    ++shape.nesting; // what a function makes of its arguments is at most a list of them
    if (node.overloads.empty())
        complain(node, unknown_function(node));
    else
        shape.type = overload_type(node, types);
    prepare_pattern(node);
    return shape;
}

void Checker::adopt_namespace(Node& node) {
    if (!node.method || node.of[0].kind != Node::Kind::Name || m_names.contains(node.of[0].text))
        return;
    const auto name = node.of[0].text + "." + node.text;
    if (find_overloads(name, false, node.of.size() - 1).empty())
        return;
    node.text = name;
    node.method = false;
    node.of.erase(node.of.begin());
}

Type Checker::overload_type(const Node& node, const std::vector<Type>& types) {
    std::optional<Type> result;
    for (const auto* overload : node.overloads) {
        if (!std::ranges::equal(overload->parameters, types, accepts))
            continue;
        result = result ? join(*result, overload->result) : overload->result;
    }
    if (result)
        return *result;
    std::string given;
    for (const auto& type : types)
        given += (given.empty() ? "" : ", ") + to_text(type);
    complain(node, node.text + "() does not take (" + given + ")");
    return {};
}

void Checker::prepare_pattern(Node& node) {
    if (node.text != "matches" || node.of.size() != 2 || node.of[1].kind != Node::Kind::Literal)
        return;
    const auto* text = node.of[1].literal.get<std::string>();
    if (text == nullptr)
        return;
    auto pattern = Pattern::create(*text);
    if (pattern)
        node.pattern = std::move(*pattern);
    else
        complain(node.of[1], pattern.error());
}

} // namespace guichet::logic
