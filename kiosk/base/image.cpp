// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/image.hpp"

#include <algorithm>
#include <cmath>

namespace guichet {

Box turned(const Box& box, int quarters, int width, int height) {
    switch (quarters % 4) {
    case 1:
        return {height - box.y - box.height, box.x, box.height, box.width};
    case 2:
        return {width - box.x - box.width, height - box.y - box.height, box.width, box.height};
    case 3:
        return {box.y, width - box.x - box.width, box.height, box.width};
    default:
        return box;
    }
}

Box scaled(const Box& box, double scale) {
    const auto times = [scale](int length) {
        return static_cast<int>(std::lround(length * scale));
    };
    return {times(box.x), times(box.y), times(box.width), times(box.height)};
}

Box within(const Box& box, int width, int height) {
    const int left = std::clamp(box.x, 0, width);
    const int top = std::clamp(box.y, 0, height);
    return {
        .x = left,
        .y = top,
        .width = std::clamp(box.x + box.width, left, width) - left,
        .height = std::clamp(box.y + box.height, top, height) - top};
}

Picture crop(const Picture& picture, const Box& box) {
    if (!picture)
        return nullptr;
    const auto [left, top, width, height] = within(box, picture->width, picture->height);
    if (width == 0 || height == 0)
        return nullptr;
    auto part = std::make_shared<Image>();
    part->width = width;
    part->height = height;
    part->rgba.reserve(
        static_cast<std::size_t>(part->width) * static_cast<std::size_t>(part->height) * 4
    );
    for (int y = top; y < top + height; ++y) {
        const auto row =
            picture->rgba.begin() + (static_cast<std::ptrdiff_t>(y) * picture->width + left) * 4;
        part->rgba.insert(
            part->rgba.end(), row, row + static_cast<std::ptrdiff_t>(part->width) * 4
        );
    }
    return part;
}

} // namespace guichet
