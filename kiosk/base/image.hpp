// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace guichet {

/// A picture in memory: `width * height` pixels of 4 bytes R, G, B, A, rows from the top, no
/// padding.
struct Image {
    int width{};
    int height{};
    std::vector<std::uint8_t> rgba;
};

/// Pictures are large and never change: they are shared, not copied.
using Picture = std::shared_ptr<const Image>;

/// A rectangle of pixels, origin top left.
struct Box {
    int x{};
    int y{};
    int width{};
    int height{};

    bool operator==(const Box&) const = default;
};

/// Where a box of a picture of that size is when the picture is turned clockwise by quarters.
Box turned(const Box& box, int quarters, int width, int height);

/// Where it is when the picture is made so many times as large.
Box scaled(const Box& box, double scale);

/// What of a box is inside a picture of that size; without width or height when nothing is.
Box within(const Box& box, int width, int height);

/// The part of `picture` inside `box`, which is clipped to the picture; null when nothing is left.
Picture crop(const Picture& picture, const Box& box);

} // namespace guichet
