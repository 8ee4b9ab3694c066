// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/tree_json.hpp"

#include "base/json.hpp"

#include <array>

#include <nlohmann/json.hpp>

namespace guichet::app {

namespace {

constexpr std::array roles{
    "heading",
    "text",
    "button",
    "option",
    "textbox",
    "key",
    "picture",
    "progress",
    "alert",
    "group"};

Json to_json(const ui::Node& node) {
    const auto& rect = node.rect;
    const auto& seen = node.seen;
    return {
        {"id", node.id},
        {"role", roles.at(static_cast<std::size_t>(node.role))},
        {"name", node.name},
        {"value", node.value},
        {"language", node.language},
        {"rect", {rect.x, rect.y, rect.width, rect.height}},
        {"seen", {seen.x, seen.y, seen.width, seen.height}},
        {"order", node.order},
        {"enabled", node.enabled},
        {"chosen", node.chosen},
        {"focused", node.focused},
        {"touchable", node.touchable()},
        {"clipped", node.clipped},
        {"scrolled", node.scrolled}};
}

} // namespace

std::string tree_json(const ui::Tree& tree) {
    Json nodes = Json::array();
    for (const auto& node : tree)
        nodes.push_back(to_json(node));
    return to_text(nodes);
}

} // namespace guichet::app
