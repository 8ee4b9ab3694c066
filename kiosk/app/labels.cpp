// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/labels.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace guichet::app {

namespace {

constexpr std::size_t most_marks = 150; ///< kiosk/hub/API.md

constexpr std::size_t longest_name = 300;

std::string short_name(const std::string& name) {
    const bool fits = name.size() <= longest_name;
    return fits ? name : name.substr(0, previous_character(name, longest_name));
}

std::optional<std::string_view> role_of(const ui::Node& node) {
    switch (node.role) {
    case ui::Role::Heading:
        return "heading";
    case ui::Role::Button:
        return "button";
    case ui::Role::Option:
        return "option";
    case ui::Role::TextBox:
        return "text-box";
    case ui::Role::Text: // of all texts only the short names of questions are surely nobody's
        return node.id.starts_with("name:") ? std::optional<std::string_view>("text")
                                            : std::nullopt;
    default:
        return std::nullopt;
    }
}

/// Words that come from an answer although they stand where labels do.
bool tells_something(const ui::Node& node, const visit::Visit& visit) {
    const bool is_match = node.id.starts_with("option:") && !visit.matches.empty();
    const bool names_item = visit.panel == visit::Panel::RemoveItem || node.id.starts_with("item:");
    return is_match || names_item || node.secret;
}

/// Finer than a pixel, and short on the wire.
double fraction(float part, int whole) {
    constexpr double fine = 10'000;
    return std::clamp(std::round(fine * part / whole) / fine, 0.0, 1.0);
}

bool in_sight(const ui::Node& node) {
    return !node.covered && node.seen.width > 0 && node.seen.height > 0;
}

} // namespace

call::Layout
labels_of(const ui::Tree& tree, const ui::Display& display, const visit::Visit& visit) {
    call::Layout layout;
    for (const auto& node : tree) {
        const auto role = role_of(node);
        if (layout.marks.size() == most_marks)
            break;
        if (!role || !in_sight(node) || tells_something(node, visit))
            continue;
        layout.marks.push_back(
            {.id = node.id,
             .role = std::string(*role),
             .name = short_name(node.name),
             .x = fraction(node.seen.x, display.width),
             .y = fraction(node.seen.y, display.height),
             .width = fraction(node.seen.width, display.width),
             .height = fraction(node.seen.height, display.height)}
        );
    }
    return layout;
}

} // namespace guichet::app
