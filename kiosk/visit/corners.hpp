// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace guichet::visit {

/// A place on a picture, in parts of its width and height: 0 to 1.
struct Spot {
    double x{};
    double y{};

    bool operator==(const Spot&) const = default;
};

/// Of a sheet on a picture: top left, top right, bottom right, bottom left.
using Corners = std::array<Spot, 4>;

inline constexpr Corners whole_picture{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};

/// These can be the corners of a sheet: inside the picture, no two so near that a finger could not
/// tell them apart, no side crossing another.
bool is_sheet(const Corners& corners);

/// `corners` with one of them at `to`, held inside the picture; unchanged when that is no sheet.
Corners with_corner(const Corners& corners, int corner, Spot to);

} // namespace guichet::visit
