// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/macros.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace guichet::logic {
namespace {

struct Shape {
    std::string_view name;
    std::size_t arguments; ///< without the receiver
    Macro macro;
};

constexpr std::array<Shape, 7> shapes{{
    {"all", 2, Macro::All},
    {"exists", 2, Macro::Exists},
    {"exists_one", 2, Macro::ExistsOne},
    {"existsOne", 2, Macro::ExistsOne},
    {"map", 2, Macro::Transform},
    {"map", 3, Macro::Transform},
    {"filter", 2, Macro::Filter},
}};

std::optional<Problem> expand_has(Node& call) {
    auto argument = std::move(call.of.front());
    if (argument.kind != Node::Kind::Select)
        return Problem{call.at.line, call.at.column, "has() needs a field: has(something.field)"};
    argument.kind = Node::Kind::Has;
    call = std::move(argument);
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
    const auto& variable = call.of[1];
    if (variable.kind != Node::Kind::Name || variable.from_root)
        return Problem{
            variable.at.line,
            variable.at.column,
            call.text + "() needs a simple name as its first argument"};
    call.kind = Node::Kind::Comprehension;
    call.macro = shape->macro;
    call.text = variable.text;
    call.method = false;
    call.of.erase(call.of.begin() + 1);
    return std::nullopt;
}

} // namespace guichet::logic
