// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/clean/sides.hpp"

#include <optional>

namespace guichet::scan {

/// The four-sided figure around the largest light and colourless blob, and how much of it the blob
/// fills (0 to 1).
struct Outline {
    Quad quad{};
    double fill{};
    double area{}; ///< of the blob, pixels
};
std::optional<Outline> light_outline(const PixPtr& small);

/// The part of each border of the picture that is light: top, right, bottom, left.
std::array<double, 4> paper_at_borders(const PixPtr& small);

double area_of(const Quad& quad);

/// Clockwise from the corner nearest the origin.
Quad in_order(Quad quad);

/// Whether a place lies within four corners given clockwise.
bool holds(const Quad& quad, const Spot& spot);

} // namespace guichet::scan
