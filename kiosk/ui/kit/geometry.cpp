// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/geometry.hpp"

namespace guichet::ui {

Rect take_top(Rect& rest, float height, float gap) {
    const Rect part{rest.x, rest.y, rest.width, height};
    rest.y += height + gap;
    rest.height = std::max(0.0f, rest.height - height - gap);
    return part;
}

Rect take_bottom(Rect& rest, float height, float gap) {
    const Rect part{rest.x, rest.bottom() - height, rest.width, height};
    rest.height = std::max(0.0f, rest.height - height - gap);
    return part;
}

Rect take_start(Rect& rest, float width, float gap) {
    const Rect part{rest.x, rest.y, width, rest.height};
    rest.x += width + gap;
    rest.width = std::max(0.0f, rest.width - width - gap);
    return part;
}

Rect take_end(Rect& rest, float width, float gap) {
    const Rect part{rest.right() - width, rest.y, width, rest.height};
    rest.width = std::max(0.0f, rest.width - width - gap);
    return part;
}

} // namespace guichet::ui
