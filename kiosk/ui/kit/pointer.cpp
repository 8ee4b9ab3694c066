// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/pointer.hpp"

#include <cmath>

namespace guichet::ui {
namespace {

bool same_place(const Rect& a, const Rect& b) {
    constexpr float still = 1.5f; // pixels a target may move by rounding
    return std::abs(a.x - b.x) < still && std::abs(a.y - b.y) < still &&
           std::abs(a.width - b.width) < still && std::abs(a.height - b.height) < still;
}

} // namespace

void Pointer::begin(const Sample& sample, Instant now) {
    m_went_down = sample.down && !m_down;
    m_went_up = !sample.down && m_down;
    m_down = sample.down;
    // A backend may park the position when the finger leaves: the last place known counts.
    if (sample.valid) {
        m_x = sample.x;
        m_y = sample.y;
    }
    m_seen = false;
    if (!m_went_down)
        return;
    m_start_x = m_x;
    m_start_y = m_y;
    m_target.clear();
    m_cancelled = m_paused_until && now < *m_paused_until;
}

void Pointer::end() {
    if (!m_seen)
        m_target.clear();
    if (!m_down)
        m_cancelled = false;
}

bool Pointer::pressed(std::string_view id, const Rect& rect) {
    if (m_cancelled || id.empty())
        return false;
    if (m_went_down && rect.contains(m_start_x, m_start_y)) {
        m_target = id;
        m_target_rect = rect;
        m_seen = true;
        return false;
    }
    if (m_target != id || !same_place(m_target_rect, rect))
        return false;
    m_seen = true;
    if (!m_went_up || !rect.contains(m_x, m_y))
        return false;
    m_target.clear(); // once
    return true;
}

std::optional<Rect> Pointer::dragged(std::string_view id, const Rect& rect) {
    if (m_cancelled || id.empty())
        return std::nullopt;
    if (m_went_down && m_target.empty() && rect.contains(m_start_x, m_start_y)) {
        m_target = id;
        m_target_rect = rect;
    }
    if (m_target != id)
        return std::nullopt;
    m_seen = true;
    if (!m_down && !m_went_up)
        return std::nullopt;
    const Rect& start = m_target_rect;
    return Rect{start.x + m_x - m_start_x, start.y + m_y - m_start_y, start.width, start.height};
}

bool Pointer::held(const Rect& rect) const {
    return m_down && !m_cancelled && rect.contains(m_start_x, m_start_y) && rect.contains(m_x, m_y);
}

void Pointer::cancel() {
    m_cancelled = m_down || m_went_up;
    m_target.clear();
}

} // namespace guichet::ui
