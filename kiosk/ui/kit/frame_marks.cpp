// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/frame.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace guichet::ui {

void Frame::mark_clipped() {
    for (const Rect& words : m_too_small) {
        const float x = words.x + words.width / 2;
        const float y = words.y + words.height / 2;
        // The smallest node around the words, or else the nearest.
        const auto cost = [x, y](const Node& node) {
            const Rect& rect = node.rect;
            const float away =
                std::abs(rect.x + rect.width / 2 - x) + std::abs(rect.y + rect.height / 2 - y);
            return rect.contains(x, y) ? rect.width * rect.height : 1e9f + away;
        };
        const auto best = std::ranges::min_element(m_tree, {}, cost);
        if (best != m_tree.end())
            best->clipped = true;
    }
}

void Frame::draw_focus() {
    const auto on = std::ranges::find_if(m_tree, [](const Node& node) { return node.focused; });
    if (on == m_tree.end() || on->seen.width <= 0 || on->seen.height <= 0)
        return;
    const float ring = std::max(3.0f, std::round(m_metrics.mm(0.9f)));
    const float air = std::max(2.0f, std::round(m_metrics.mm(0.4f)));
    const float radius = m_metrics.radius() + ring + air;
    const Rect rect = mirror(on->seen); // outline mirrors it back
    outline(rect.inset(-air), m_colours->paper, air, radius - ring);
    outline(rect.inset(-air - ring), m_colours->focus, ring, radius);
}

/// What a mediator points at, in the colour that means a human. Two-colour themes have no paler
/// one: there it stays as it is until it goes.
void Frame::draw_ring() {
    const auto on = std::ranges::find(m_tree, m_setting.ring, &Node::id);
    const bool is_gone = m_setting.ring.empty() || m_setting.ring_left <= 0;
    if (is_gone || on == m_tree.end() || on->seen.width <= 0 || on->seen.height <= 0)
        return;
    auto colour = m_colours->human_ink;
    const bool two_colours = m_colours->hairline == m_colours->action;
    if (!two_colours)
        colour.alpha = static_cast<std::uint8_t>(255 * std::min(1.0f, m_setting.ring_left * 1.5f));
    const float ring = std::max(4.0f, std::round(m_metrics.mm(1.6f)));
    const float air = std::max(2.0f, std::round(m_metrics.mm(0.6f)));
    const Rect rect = mirror(on->seen); // outline mirrors it back
    outline(rect.inset(-air - ring), colour, ring, m_metrics.radius() + ring + air);
}

void Frame::set_room(float width) {
    m_metrics = Metrics{m_setting.display, m_setting.size};
    m_metrics.squeeze(width);
}

Rect Frame::begin_side(const Rect& area) {
    const Rect place = mirror(area);
    m_side = Side{&beside_words(), place};
    return place;
}

void Frame::note(Role role, const i18n::Message& words) {
    if (m_noting && !words.empty())
        m_noted.push_back({role, words});
}

std::vector<Frame::Noted> Frame::stop_noting() {
    m_noting = false;
    return std::exchange(m_noted, {});
}

} // namespace guichet::ui
