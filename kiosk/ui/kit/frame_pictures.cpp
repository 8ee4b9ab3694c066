// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and what is drawn over them.
#include "ui/kit/frame.hpp"
#include "ui/kit/imgui_types.hpp"

namespace guichet::ui {
namespace {

bool has_pixels(const Picture& picture) {
    return picture && picture->width > 0 && picture->height > 0;
}

ImVec2 middle(const Rect& rect) {
    return {rect.x + rect.width / 2, rect.y + rect.height / 2};
}

} // namespace

void Frame::picture_at(const Rect& rect, const Picture& picture) {
    if (!has_pixels(picture))
        return;
    const Rect drawn = whole_pixels(mirror(rect));
    m_list->AddImage(
        imgui_texture(m_memory->words().texture(picture)),
        {drawn.x, drawn.y},
        {drawn.right(), drawn.bottom()}
    );
}

void Frame::picture_part_at(const Rect& rect, const Picture& picture, const Rect& part) {
    if (!has_pixels(picture) || part.width <= 0 || part.height <= 0)
        return;
    const auto across = static_cast<float>(picture->width);
    const auto down = static_cast<float>(picture->height);
    const Rect shown = common(part, {0, 0, across, down});
    const Rect place = mirror(rect);
    const float scale_x = place.width / part.width;
    const float scale_y = place.height / part.height;
    const Rect drawn{
        place.x + (shown.x - part.x) * scale_x,
        place.y + (shown.y - part.y) * scale_y,
        shown.width * scale_x,
        shown.height * scale_y};
    m_list->AddImage(
        imgui_texture(m_memory->words().texture(picture)),
        {drawn.x, drawn.y},
        {drawn.right(), drawn.bottom()},
        {shown.x / across, shown.y / down},
        {shown.right() / across, shown.bottom() / down}
    );
}

void Frame::line(const Rect& from, const Rect& to, text::Colour colour, float thickness) {
    m_list->AddLine(middle(mirror(from)), middle(mirror(to)), packed(colour), thickness);
}

} // namespace guichet::ui
