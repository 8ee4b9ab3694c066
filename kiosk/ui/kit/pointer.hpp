// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "ui/kit/geometry.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace guichet::ui {

/// The finger (or mouse) across frames. A target is activated when the finger went down and came up
/// inside it, with the target there and in the same place all the while.
class Pointer {
public:
    struct Sample {
        float x{};
        float y{};
        bool down{};
        bool valid{}; ///< false when the backend has parked the position
    };

    /// What the backend says at the start of a frame.
    void begin(const Sample& sample, Instant now);
    /// After the frame: a target that was not drawn is let go of.
    void end();

    /// Asked once a frame by every target that can be touched; `rect` in screen pixels.
    bool pressed(std::string_view id, const Rect& rect);
    /// As `pressed`, for what follows the finger: where `rect` would be now, as long as the finger
    /// that went down on it is down, and once more when it comes up.
    std::optional<Rect> dragged(std::string_view id, const Rect& rect);
    /// The finger is down, went down inside the rect and is still inside.
    bool held(const Rect& rect) const;

    /// The finger went down on this target and is not lifted yet.
    bool is_on(std::string_view id) const { return !m_cancelled && m_target == id; }
    /// A finger that is down activates nothing until it has been lifted.
    void cancel();
    /// For a moment nothing can be touched: what the person aimed at has just gone.
    void pause_until(Instant moment) { m_paused_until = moment; }

    bool down() const { return m_down; }
    bool went_down() const { return m_went_down; }
    bool went_up() const { return m_went_up; }
    float x() const { return m_x; }
    float y() const { return m_y; }

private:
    float m_x{-1};
    float m_y{-1};
    float m_start_x{-1};
    float m_start_y{-1};
    bool m_down{false};
    bool m_went_down{false};
    bool m_went_up{false};
    bool m_cancelled{false};
    bool m_seen{false};
    std::string m_target; ///< what the finger went down on
    Rect m_target_rect;
    std::optional<Instant> m_paused_until;
};

} // namespace guichet::ui
