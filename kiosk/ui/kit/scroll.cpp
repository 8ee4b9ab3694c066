// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"

#include "ui/kit/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui.h>

namespace guichet::ui {
namespace {

/// One button at the end side; up is above down.
bool scroll_button(Frame& frame, const std::string& id, const Rect& rect, bool up) {
    const Button look{
        .label = up ? i18n::tr("Remonter") : i18n::tr("Voir la suite"),
        .icon = up ? Icon::Up : Icon::Down};
    const auto& c = frame.colours();
    const auto& m = frame.metrics();
    frame.fill(rect, c.card, m.radius());
    const float thick = std::max(2.0f, std::round(m.mm(frame.held(rect) ? 1.0f : 0.5f)));
    frame.outline(rect, c.action, thick, m.radius());
    icon(frame, rect, look.icon, c.action);
    const Node& node = frame.add(
        {.id = id + (up ? ":up" : ":down"),
         .role = Role::Button,
         .name = frame.words().text(look.label),
         .rect = rect,
         .foreground = c.action,
         .background = c.card}
    );
    return frame.pressed(node);
}

float buttons_width(const Metrics& m) {
    return m.target() + m.gap();
}

} // namespace

ScrollArea::ScrollArea(Frame& frame, std::string id, const Rect& rect)
    : m_frame{frame}, m_id{std::move(id)}, m_rect{rect}, m_first{frame.tree().size()} {
    auto& state = frame.memory().scroll(m_id);
    m_needed = state.height > rect.height + 1;
    m_became_smaller = std::exchange(state.room, rect.height) > rect.height + 1;
    const float most = std::max(0.0f, state.height - rect.height);
    state.position = std::clamp(state.position, 0.0f, m_needed ? most : 0.0f);
    constexpr float endless = 100000;
    m_content = {rect.x, rect.y - std::round(state.position), rect.width, endless};
    if (m_needed)
        m_content.width -= buttons_width(frame.metrics());
    // Outlines and rings of the content may stand a little outside of it.
    frame.begin_clip({rect.x, rect.y, m_content.width, rect.height});
    frame.set_scrolled(true);
}

ScrollArea::~ScrollArea() {
    if (!m_ended)
        end(m_content.y);
}

void ScrollArea::show(const Rect& part) {
    auto& state = m_frame.memory().scroll(m_id);
    const float before = state.position;
    if (part.y < m_rect.y || part.height > m_rect.height)
        state.position += part.y - m_rect.y;
    else if (part.bottom() > m_rect.bottom())
        state.position += part.bottom() - m_rect.bottom();
    if (std::abs(state.position - before) > 0.5f)
        m_frame.memory().ask_another_frame();
}

void ScrollArea::end(float bottom) {
    if (std::exchange(m_ended, true))
        return;
    m_frame.end_clip();
    m_frame.set_scrolled(false);
    auto& state = m_frame.memory().scroll(m_id);
    const float height = bottom - m_content.y;
    const bool needed = height > m_rect.height + 1;
    if (needed != m_needed || std::abs(height - state.height) > 0.5f)
        m_frame.memory().ask_another_frame();
    state.height = height;
    follow_focus();
    follow_alert();
    move_by_wheel();
    if (!m_needed)
        return;
    const bool idle = m_frame.idle();
    m_frame.set_idle(false); // looking is always allowed
    draw_buttons();
    m_frame.set_idle(idle);
}

void ScrollArea::follow_focus() {
    const Tree& tree = m_frame.tree();
    for (std::size_t i = m_first; i < tree.size(); ++i) {
        if (!tree[i].focused || !m_frame.memory().focus().take_moved())
            continue;
        const float air = m_frame.metrics().gap();
        show(tree[i].rect.inset(0, -air));
    }
}

void ScrollArea::follow_alert() {
    auto& memory = m_frame.memory();
    const auto& tree = m_frame.tree();
    const auto alert = std::find_if(
        tree.begin() + static_cast<std::ptrdiff_t>(m_first),
        tree.end(),
        [](auto& node) { return node.role == Role::Alert; }
    );
    if (!memory.alert_wanted() || alert == tree.end())
        return;
    show(alert->rect.inset(0, -m_frame.metrics().gap()));
    memory.alert_shown();
}

void ScrollArea::move_by_wheel() {
    const ImGuiIO& io = ImGui::GetIO();
    const Rect here = m_frame.mirror(m_rect);
    if (io.MouseWheel == 0 || m_frame.covered() || !here.contains(io.MousePos.x, io.MousePos.y))
        return;
    m_frame.memory().scroll(m_id).position -= io.MouseWheel * m_frame.metrics().mm(20.0f);
    m_frame.memory().ask_another_frame();
}

void ScrollArea::draw_buttons() {
    const auto& m = m_frame.metrics();
    auto& state = m_frame.memory().scroll(m_id);
    const float most = std::max(0.0f, state.height - m_rect.height);
    Rect side{m_rect.right() - m.target(), m_rect.y, m.target(), m_rect.height};
    const float tall = std::min(m.main_target(), (side.height - m.gap()) / 2);
    const Rect up = take_top(side, tall, m.gap());
    const Rect down = take_bottom(side, tall, m.gap());
    const auto& c = m_frame.colours();
    if (side.height > m.gap()) { // where we are, not to be touched
        const float width = m.mm(1.2f);
        const Rect track{side.x + (side.width - width) / 2, side.y, width, side.height};
        m_frame.fill(track, c.hairline == c.action ? c.paper : c.hairline, width / 2);
        const float share = m_rect.height / state.height;
        const float top = track.y + track.height * state.position / state.height;
        m_frame.fill({track.x, top, width, track.height * share}, c.action, width / 2);
    }
    const float before = state.position;
    const float page = std::max(m.target(), m_rect.height - 2 * m.target());
    if (before > 0.5f && scroll_button(m_frame, m_id, up, true))
        state.position -= page;
    if (before < most - 0.5f && scroll_button(m_frame, m_id, down, false))
        state.position += page;
    state.position = std::clamp(state.position, 0.0f, most);
    if (std::abs(before - state.position) > 0.5f)
        m_frame.memory().ask_another_frame();
}

} // namespace guichet::ui
