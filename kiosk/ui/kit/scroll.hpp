#pragma once

#include "ui/kit/frame.hpp"

#include <string>

namespace guichet::ui {

/// Content taller than its rect. Two large buttons move it by a page; a wheel moves it too;
/// dragging is not needed. Buttons appear only when needed, at the end side, and the content's
/// width leaves room for them. Use: `ScrollArea area(frame, "check", rect); area.content() …
/// area.end(height_used);`
class ScrollArea {
public:
    ScrollArea(Frame& frame, std::string id, const Rect& rect);
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;

    /// Where to lay the content: moved up by the scroll position; its height is without limit.
    Rect content() const { return m_content; }
    /// Bring this part (in content coordinates) into sight.
    void show(const Rect& part);
    /// Says how far down the content went. Call once, before the area goes.
    void end(float bottom);

private:
    Frame& m_frame;
    std::string m_id;
    Rect m_rect;
    Rect m_content;
    float m_bottom{};
};

} // namespace guichet::ui
