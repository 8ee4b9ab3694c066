// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/read.hpp"
#include "visit/corners.hpp"

#include <array>

namespace guichet::app {

struct PixelSize {
    int width{};
    int height{};
};

/// Corners as the visit has them, in the pixels of a picture, and back.
std::array<scan::Point, 4> to_pixels(const visit::Corners& corners, const PixelSize& size);
visit::Corners to_parts(const std::array<scan::Point, 4>& corners, const PixelSize& size);

} // namespace guichet::app
