// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/access.hpp"

#include "logic/operators.hpp"

#include <optional>
#include <string>
#include <utility>

namespace guichet::logic {
namespace {

Outcome undeclared(const Node& node) {
    return Outcome::fail("undeclared reference to '" + node.text + "'");
}

/// A part of a value: borrowed when the value is, so that it never outlives its owner.
Outcome part(const Outcome& whole, const Value& value) {
    return whole.borrowed() ? Outcome(&value) : Outcome(Value(value));
}

/// Selects ".b.c".
Outcome select_all(Outcome base, std::string_view path) {
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto field = path.substr(0, path.find('.'));
        base = select(std::move(base), field);
        path.remove_prefix(field.size());
    }
    return base;
}

/// A whole number, int or double.
std::optional<std::int64_t> to_index(const Value& key) {
    if (const auto* whole = key.get<std::int64_t>())
        return *whole;
    const auto* number = key.get<double>();
    if (number == nullptr || !(*number >= -1e15 && *number <= 1e15))
        return std::nullopt;
    const auto whole = static_cast<std::int64_t>(*number);
    return static_cast<double>(whole) == *number ? std::optional(whole) : std::nullopt;
}

} // namespace

Outcome find_name(const Node& node, const Session& session) {
    const auto* value = session.context().value_of(node.text);
    return value != nullptr ? Outcome(value) : undeclared(node);
}

Outcome find_path(const Node& node, const Session& session) {
    const std::string_view full = node.text;
    for (auto end = full.size(); end != std::string_view::npos && end > 0;) {
        const auto* value = session.context().value_of(full.substr(0, end));
        if (value != nullptr)
            return select_all(Outcome(value), full.substr(end));
        end = full.rfind('.', end - 1);
    }
    const auto type = find_type_name(full);
    return type.empty() ? undeclared(node) : Outcome(Value(TypeName{type}));
}

Outcome select(Outcome operand, std::string_view field) {
    if (operand.failed() || operand.is_unknown())
        return operand;
    const auto* map = operand.value().map();
    if (map == nullptr) {
        const auto type = type_name(operand.value());
        return Outcome::fail("type '" + std::string(type) + "' does not support field selection");
    }
    const auto* found = find_entry(*map, field);
    return found != nullptr ? part(operand, *found)
                            : Outcome::fail("no such key: '" + std::string(field) + "'");
}

Outcome has(Outcome operand, std::string_view field) {
    if (operand.failed() || operand.is_unknown())
        return operand;
    const auto* map = operand.value().map();
    if (map == nullptr)
        return Outcome::from(no_such_overload());
    const auto* found = find_entry(*map, field);
    return found != nullptr && found->is_unknown() ? Outcome::unknown() : Outcome(found != nullptr);
}

Outcome index(const Outcome& container, const Value& key, Session& session) {
    if (const auto* map = container.value().map()) {
        const auto* found = find_entry(*map, key, session);
        return found != nullptr ? part(container, *found) : Outcome::fail("no such key");
    }
    const auto* list = container.value().list();
    const auto at = to_index(key);
    if (list == nullptr || !at)
        return Outcome::from(no_such_overload());
    if (*at < 0 || *at >= static_cast<std::int64_t>(list->size()))
        return Outcome::fail("index out of bounds: " + std::to_string(*at));
    return part(container, (*list)[static_cast<std::size_t>(*at)]);
}

Outcome make_map(List items, Session& session) {
    Map map;
    map.reserve(items.size() / 2);
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        const auto kind = kind_of(items[i]);
        if (kind != Type::Kind::Bool && kind != Type::Kind::Int && kind != Type::Kind::String)
            return Outcome::fail("unsupported key type");
        if (session.spent() || find_entry(map, items[i], session) != nullptr)
            return Outcome::fail("Failed with repeated key");
        map.emplace_back(std::move(items[i]), std::move(items[i + 1]));
    }
    return Outcome(Value(std::move(map)));
}

} // namespace guichet::logic
