// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"

#include <random>

namespace samples {

/// How a picture was taken. All lengths are pixels of the result.
struct Photo {
    int width{2000};
    int height{1500};
    double size{0.7}; ///< part of the picture the document fills
    double turn{0};   ///< degrees, clockwise
    double perspective{0.06};
    double blur{0.8};
    double noise{5};
    double shadow{0.35}; ///< how much darker the worst corner is
};

/// A document on a wooden table.
guichet::Image photograph(const guichet::Image& paper, const Photo& photo, std::mt19937& random);

/// A document on the white lid of a flatbed scanner, `degrees` askew, on an A4 page.
guichet::Image scan_flat(const guichet::Image& paper, double degrees, std::mt19937& random);

} // namespace samples
