// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/corners.hpp"

#include <algorithm>
#include <cmath>

namespace guichet::visit {
namespace {

constexpr double nearest = 0.08;

bool is_inside(const Spot& spot) {
    const auto is_part = [](double value) { return value >= 0 && value <= 1; }; // no NaN is
    return is_part(spot.x) && is_part(spot.y);
}

double distance(const Spot& a, const Spot& b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// How far `c` lies to the right of the way from `a` to `b`, with y downwards.
double right_of(const Spot& a, const Spot& b, const Spot& c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

} // namespace

bool is_sheet(const Corners& corners) {
    constexpr double least_turn = nearest * nearest / 2; // a corner, not a bend in a side
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const auto& here = corners[i];
        const auto& next = corners[(i + 1) % corners.size()];
        const auto& after = corners[(i + 2) % corners.size()];
        if (!is_inside(here) || distance(here, next) < nearest || distance(here, after) < nearest ||
            right_of(here, next, after) < least_turn)
            return false;
    }
    return true;
}

Corners with_corner(const Corners& corners, int corner, Spot to) {
    if (corner < 0 || corner >= static_cast<int>(corners.size()))
        return corners;
    auto moved = corners;
    moved[static_cast<std::size_t>(corner)] = {
        std::clamp(to.x, 0.0, 1.0), std::clamp(to.y, 0.0, 1.0)};
    return is_sheet(moved) ? moved : corners;
}

} // namespace guichet::visit
