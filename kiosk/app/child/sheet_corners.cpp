// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/sheet_corners.hpp"

#include <algorithm>
#include <cmath>

namespace guichet::app {

std::array<scan::Point, 4> to_pixels(const visit::Corners& corners, const PixelSize& size) {
    std::array<scan::Point, 4> points{};
    for (std::size_t i = 0; i < points.size(); ++i)
        points.at(i) = {
            static_cast<int>(std::lround(corners.at(i).x * size.width)),
            static_cast<int>(std::lround(corners.at(i).y * size.height))};
    return points;
}

visit::Corners to_parts(const std::array<scan::Point, 4>& corners, const PixelSize& size) {
    const auto part = [](int place, int whole) {
        return std::clamp(static_cast<double>(place) / std::max(whole, 1), 0.0, 1.0);
    };
    visit::Corners parts;
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts.at(i) = {part(corners.at(i).x, size.width), part(corners.at(i).y, size.height)};
    return parts;
}

} // namespace guichet::app
