// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/frame.hpp"

#include <cstddef>
#include <string>

namespace guichet::ui {

/// Content taller than its rect. Two large buttons move it by a page; a wheel moves it too;
/// dragging is not needed. Buttons ("<id>:up", "<id>:down") appear only when needed, at the end
/// side, and the content's width leaves room for them; that is known from the second frame on
/// (Memory::restless asks for it). An alert that answers a press comes into sight
/// (Memory::look_for_alert). Use: `ScrollArea area(frame, "check", rect); area.content() …
/// area.end(height_used);`
class ScrollArea {
public:
    ScrollArea(Frame& frame, std::string id, const Rect& rect);
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;
    ScrollArea(ScrollArea&&) = delete;
    ScrollArea& operator=(ScrollArea&&) = delete;

    /// Where to lay the content: moved up by the scroll position; its height is without limit.
    Rect content() const { return m_content; }
    /// It has less room than in the last frame: what was in sight may not be any more.
    bool became_smaller() const { return m_became_smaller; }
    /// Bring this part (in content coordinates) into sight.
    void show(const Rect& part);
    /// Says how far down the content went. Call once, before the area goes.
    void end(float bottom);

private:
    void follow_focus();
    void follow_alert();
    void move_by_wheel();
    void draw_buttons();

    Frame& m_frame;
    std::string m_id;
    Rect m_rect;
    Rect m_content;
    std::size_t m_first; ///< node of this area in the tree
    bool m_needed{false};
    bool m_became_smaller{false};
    bool m_ended{false};
};

} // namespace guichet::ui
