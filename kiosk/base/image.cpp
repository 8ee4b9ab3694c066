// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/image.hpp"

#include <algorithm>

namespace guichet {

Picture crop(const Picture& picture, const Box& box) {
    if (!picture)
        return nullptr;
    const int left = std::clamp(box.x, 0, picture->width);
    const int top = std::clamp(box.y, 0, picture->height);
    const int right = std::clamp(box.x + box.width, left, picture->width);
    const int bottom = std::clamp(box.y + box.height, top, picture->height);
    if (right == left || bottom == top)
        return nullptr;
    auto part = std::make_shared<Image>();
    part->width = right - left;
    part->height = bottom - top;
    part->rgba.reserve(
        static_cast<std::size_t>(part->width) * static_cast<std::size_t>(part->height) * 4
    );
    for (int y = top; y < bottom; ++y) {
        const auto row =
            picture->rgba.begin() + (static_cast<std::ptrdiff_t>(y) * picture->width + left) * 4;
        part->rgba.insert(
            part->rgba.end(), row, row + static_cast<std::ptrdiff_t>(part->width) * 4
        );
    }
    return part;
}

} // namespace guichet
