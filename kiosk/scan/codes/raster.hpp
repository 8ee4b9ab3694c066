// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "scan/pix.hpp"

#include <cstdint>
#include <vector>

namespace guichet::scan {

/// Grey pixels, a byte each, rows from the top without padding: what ZXing takes.
struct Raster {
    int width{};
    int height{};
    std::vector<std::uint8_t> bytes{};

    std::uint8_t at(int x, int y) const {
        return bytes
            [static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
             static_cast<std::size_t>(x)];
    }
};

/// All of a grey picture. Empty for null.
Raster to_raster(const PixPtr& grey);

/// Edges made steeper, as a blurred picture needs it.
PixPtr sharpened(const PixPtr& grey);

/// Black (0) what is darker than the mean of the `half_width` pixels around it, else white (255),
/// as ZXing's own local average. Empty when it cannot be done.
Raster black_and_white(const PixPtr& grey, int half_width);

/// With white around it.
Raster with_border(const Raster& raster, int border);

} // namespace guichet::scan
