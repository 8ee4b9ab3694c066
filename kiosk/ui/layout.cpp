// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layout.hpp"

#include <cmath>
#include <cstddef>

namespace guichet::ui {
namespace {

/// Its name on the wire; empty: not shown. Keys are many and say nothing; a text may follow from an
/// answer, but a question's help does not; what is to correct is about what was written.
std::string role_name(const Node& node) {
    switch (node.role) {
    case Role::Heading:
        return "heading";
    case Role::Button:
        return "button";
    case Role::Option:
        return "option";
    case Role::TextBox:
        return "text-box";
    case Role::Text:
        return node.id == "help" ? "text" : "";
    case Role::Key:
    case Role::Picture:
    case Role::Progress:
    case Role::Alert:
    case Role::Group:
        break;
    }
    return "";
}

/// A ten-thousandth of the screen is finer than a pixel needs, and keeps what is sent short.
double part(float length, float whole) {
    return std::round(static_cast<double>(length / whole) * 1e4) / 1e4;
}

} // namespace

Rect whole(const Display& display) {
    return {0, 0, static_cast<float>(display.width), static_cast<float>(display.height)};
}

call::Layout to_layout(const Tree& tree, const Rect& screen) {
    constexpr std::size_t most = 100;
    call::Layout layout;
    for (const auto& node : tree) {
        auto role = role_name(node);
        const bool is_in_sight = node.seen.width > 1 && node.seen.height > 1;
        if (role.empty() || !node.shared || node.covered || !is_in_sight)
            continue;
        layout.marks.push_back(
            {.id = node.id,
             .role = std::move(role),
             .name = node.name,
             .x = part(node.seen.x - screen.x, screen.width),
             .y = part(node.seen.y - screen.y, screen.height),
             .width = part(node.seen.width, screen.width),
             .height = part(node.seen.height, screen.height)}
        );
        if (layout.marks.size() == most)
            break;
    }
    return layout;
}

} // namespace guichet::ui
