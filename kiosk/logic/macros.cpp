// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/macros.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace guichet::logic {
namespace {

struct Shape {
    std::string_view name;
    std::size_t arguments; ///< without the receiver
    std::size_t variables;
    Macro macro;
};

constexpr std::array<Shape, 17> shapes{{
    {"all", 2, 1, Macro::All},
    {"all", 3, 2, Macro::All},
    {"exists", 2, 1, Macro::Exists},
    {"exists", 3, 2, Macro::Exists},
    {"exists_one", 2, 1, Macro::ExistsOne},
    {"exists_one", 3, 2, Macro::ExistsOne},
    {"existsOne", 2, 1, Macro::ExistsOne},
    {"existsOne", 3, 2, Macro::ExistsOne},
    {"filter", 2, 1, Macro::Filter},
    {"map", 2, 1, Macro::Transform},
    {"map", 3, 1, Macro::Transform},
    {"transformList", 3, 2, Macro::Transform},
    {"transformList", 4, 2, Macro::Transform},
    {"transformMap", 3, 2, Macro::TransformMap},
    {"transformMap", 4, 2, Macro::TransformMap},
    {"transformMapEntry", 3, 2, Macro::TransformEntries},
    {"transformMapEntry", 4, 2, Macro::TransformEntries},
}};

Problem problem_at(const Node& node, std::string message) {
    return {node.at.line, node.at.column, std::move(message)};
}

std::optional<Problem> expand_has(Node& call) {
    auto argument = std::move(call.of.front());
    if (argument.kind != Node::Kind::Select)
        return problem_at(call, "has() needs a field: has(something.field)");
    argument.kind = Node::Kind::Has;
    call = std::move(argument);
    return std::nullopt;
}

/// What is wrong with the variables, which stand after the receiver.
std::optional<Problem> check_variables(const Node& call, std::size_t count) {
    static constexpr std::array<std::string_view, 2> places{"first", "second"};
    for (std::size_t i = 0; i < count; ++i) {
        const auto& variable = call.of[i + 1];
        if (variable.kind == Node::Kind::Name && !variable.from_root)
            continue;
        const std::string place(places.at(i));
        return problem_at(
            variable, call.text + "() needs a simple name as its " + place + " argument"
        );
    }
    if (count == 2 && call.of[1].text == call.of[2].text)
        return problem_at(call.of[2], call.text + "() needs two different names");
    return std::nullopt;
}

} // namespace

std::optional<Problem> expand_macro(Node& call) {
    if (!call.method && call.text == "has" && call.of.size() == 1)
        return expand_has(call);
    const auto* shape = std::ranges::find_if(shapes, [&call](const Shape& candidate) {
        return call.method && call.text == candidate.name &&
               call.of.size() == candidate.arguments + 1;
    });
    if (shape == shapes.end())
        return std::nullopt;
    if (auto problem = check_variables(call, shape->variables))
        return problem;
    call.kind = Node::Kind::Comprehension;
    call.macro = shape->macro;
    call.text = call.of[1].text;
    if (shape->variables == 2)
        call.second = call.of[2].text;
    call.method = false;
    const auto first = call.of.begin() + 1;
    call.of.erase(first, first + static_cast<std::ptrdiff_t>(shape->variables));
    return std::nullopt;
}

} // namespace guichet::logic
