// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/focus.hpp"

#include "ui/interface.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace guichet::ui {
namespace {

std::vector<const Node*> touchable_nodes(const Tree& tree) {
    std::vector<const Node*> nodes;
    for (const Node& node : tree)
        if (node.touchable())
            nodes.push_back(&node);
    std::ranges::stable_sort(nodes, {}, &Node::order);
    return nodes;
}

} // namespace

void Focus::press(FocusKey key, const Tree& shown) {
    const std::vector<const Node*> nodes = touchable_nodes(shown);
    if (nodes.empty())
        return;
    const int count = static_cast<int>(nodes.size());
    const auto here = std::ranges::find(nodes, m_id, &Node::id);
    const bool found = here != nodes.end();
    if (key == FocusKey::Press && found && m_visible) {
        m_press = true;
        return;
    }
    // A node that has gone: on from where it was.
    const auto after =
        std::ranges::find_if(nodes, [this](const Node* node) { return node->order >= m_order; });
    int index = static_cast<int>((found ? here : after) - nodes.begin());
    const bool fresh = m_id.empty();
    if (key == FocusKey::Home || fresh)
        index = key == FocusKey::Previous ? count - 1 : 0;
    else if (key == FocusKey::Next && found)
        index = (index + 1) % count;
    else if (key == FocusKey::Previous)
        index = (index + count - 1) % count;
    const Node* node = nodes.at(static_cast<std::size_t>(index % count));
    m_id = node->id;
    m_order = node->order;
    m_visible = true;
    m_moved = true;
}

bool Focus::take_press(std::string_view id) {
    return m_press && m_id == id && std::exchange(m_press, false);
}

bool Focus::take_moved() {
    return std::exchange(m_moved, false);
}

void Focus::hide() {
    m_visible = false;
    m_press = false;
}

void Focus::restart() {
    const bool visible = m_visible;
    forget();
    m_visible = visible; // whoever uses keys goes on with keys
}

void Focus::end(const Tree& shown) {
    m_press = false;
    if (const Node* node = find(shown, m_id))
        m_order = node->order;
}

} // namespace guichet::ui
