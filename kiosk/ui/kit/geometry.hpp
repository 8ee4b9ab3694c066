// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace guichet::ui {

/// A rectangle of pixels as a left-to-right screen would have it. Screens think left to right only:
/// the kit mirrors everything when it draws for a right-to-left language.
struct Rect {
    float x{};
    float y{};
    float width{};
    float height{};

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool contains(float px, float py) const {
        return px >= x && px < right() && py >= y && py < bottom();
    }
    Rect inset(float margin) const { return inset(margin, margin); }
    Rect inset(float across, float down) const {
        return {
            x + across,
            y + down,
            std::max(0.0f, width - 2 * across),
            std::max(0.0f, height - 2 * down)};
    }
    bool operator==(const Rect&) const = default;
};

/// Cut a piece off a side of `rest`, leaving `gap` between the two.
Rect take_top(Rect& rest, float height, float gap);
Rect take_bottom(Rect& rest, float height, float gap);
Rect take_start(Rect& rest, float width, float gap);
Rect take_end(Rect& rest, float width, float gap);

} // namespace guichet::ui
