// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/style.hpp"
#include "ui/kit/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <imgui.h>

namespace guichet::ui {

// Our values as ImGui's draw lists take them. For Frame only.

inline ImU32 packed(text::Colour colour) {
    return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
}

inline ImTextureID imgui_texture(std::uint64_t texture) {
    // What ImGui calls a pointer is the number our Textures gave.
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture));
}

inline Rect whole_pixels(const Rect& rect) {
    const float x = std::round(rect.x);
    const float y = std::round(rect.y);
    return {x, y, std::round(rect.right()) - x, std::round(rect.bottom()) - y};
}

/// Where two rects overlap; without width or height when they do not.
inline Rect common(const Rect& a, const Rect& b) {
    const float x = std::max(a.x, b.x);
    const float y = std::max(a.y, b.y);
    return {
        x,
        y,
        std::max(0.0f, std::min(a.right(), b.right()) - x),
        std::max(0.0f, std::min(a.bottom(), b.bottom()) - y)};
}

} // namespace guichet::ui
