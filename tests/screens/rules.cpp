// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/rules.hpp"

#include "ui/kit/theme.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace guichet::test {

using ui::Node;
using ui::Rect;
using ui::Role;

namespace {

/// Sizes are whole pixels: one may be missing.
float slack(const Setting& setting) {
    return 1.01f / setting.display.pixels_per_mm;
}

/// DESIGN.md section 7. Keys of a keyboard stand closer, never under VVSG 2.0's 2.54 mm.
constexpr float least_target = 15.0f;
constexpr float least_main = 20.0f;
constexpr float least_gap = 3.0f;
constexpr float least_key_gap = 2.54f;

bool is_main(const Node& node) {
    static const std::set<std::string> mains{"continue", "call", "take-picture", "still-here"};
    return mains.contains(node.id);
}

float apart(const Rect& a, const Rect& b) {
    const float across = std::max(a.x, b.x) - std::min(a.right(), b.right());
    const float down = std::max(a.y, b.y) - std::min(a.bottom(), b.bottom());
    if (across <= 0 || down <= 0)
        return std::max(across, down);
    return std::hypot(across, down);
}

bool is_in_sight(const Node& node) {
    return node.seen.width > 1 && node.seen.height > 1;
}

void check_node(const Node& node, const Setting& setting, Problems& problems) {
    const float mm = setting.display.pixels_per_mm;
    if (node.name.empty())
        problems.push_back(node.id + ": no name");
    if (node.clipped)
        problems.push_back(node.id + ": words do not fit (" + node.name + ")");
    const Rect screen{
        0,
        0,
        static_cast<float>(setting.display.width),
        static_cast<float>(setting.display.height)};
    const bool inside = node.rect.x >= -1 && node.rect.right() <= screen.right() + 1 &&
                        node.rect.y >= -1 && node.rect.bottom() <= screen.bottom() + 1;
    const bool inside_across = node.rect.x >= -1 && node.rect.right() <= screen.right() + 1;
    if (node.scrolled ? !inside_across : !inside)
        problems.push_back(node.id + ": outside the screen");
    if (!node.touchable())
        return;
    const float least = is_main(node) ? least_main : least_target;
    if (node.rect.height / mm < least - slack(setting) ||
        node.rect.width / mm < least - slack(setting))
        problems.push_back(
            node.id + ": " + std::to_string(node.rect.width / mm) + " x " +
            std::to_string(node.rect.height / mm) + " mm"
        );
}

void check_pair(const Node& a, const Node& b, const Setting& setting, Problems& problems) {
    const bool keys = a.role == Role::Key && b.role == Role::Key;
    const bool together = a.scrolled == b.scrolled;
    if (!together && (!is_in_sight(a) || !is_in_sight(b)))
        return;
    const float gap = together ? apart(a.rect, b.rect) : apart(a.seen, b.seen);
    const float least = keys ? least_key_gap : least_gap;
    if (gap / setting.display.pixels_per_mm < least - slack(setting))
        problems.push_back(
            a.id + " and " + b.id + ": " + std::to_string(gap / setting.display.pixels_per_mm) +
            " mm apart"
        );
}

/// What the theme promises for words: two-colour themes are black and white or yellow.
double promise(const Node& node, visit::Theme theme) {
    switch (theme) {
    case visit::Theme::BlackOnWhite:
        return 20;
    case visit::Theme::YellowOnBlack:
        return 19;
    case visit::Theme::Default:
    case visit::Theme::Dark:
        return node.foreground == ui::colours(theme).ink ? 10 : 4.5;
    case visit::Theme::Soft:
        return 4.5;
    }
    return 4.5;
}

} // namespace

Problems broken_rules(const ui::Tree& tree, const Setting& setting) {
    Problems problems;
    std::set<std::string> ids;
    std::vector<const Node*> targets;
    for (const auto& node : tree) {
        if (!ids.insert(node.id).second)
            problems.push_back(node.id + ": twice");
        check_node(node, setting, problems);
        if (node.touchable())
            targets.push_back(&node);
    }
    for (std::size_t i = 0; i < targets.size(); ++i)
        for (std::size_t j = i + 1; j < targets.size(); ++j)
            check_pair(*targets[i], *targets[j], setting, problems);
    return problems;
}

Problems too_faint(const ui::Tree& tree, const Setting& setting) {
    Problems problems;
    for (const auto& node : tree) {
        const bool sample = node.id.starts_with("theme:"); // shows another theme's colours
        const bool hidden = !is_in_sight(node); // what is under it is not what it lies on
        if (!node.foreground || !node.background || !node.enabled || sample || hidden)
            continue;
        const double contrast = ui::contrast(*node.foreground, *node.background);
        if (contrast < promise(node, setting.theme) - 0.01)
            problems.push_back(node.id + ": contrast " + std::to_string(contrast));
    }
    return problems;
}

} // namespace guichet::test
