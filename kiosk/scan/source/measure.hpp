// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"

#include <string_view>

namespace guichet::scan {

/// What one frame of a camera tells without being read.
struct FrameMeasure {
    double motion{};    ///< part of the picture that changed since the frame before, 0 to 1
    double detail{};    ///< part of the picture with print, edges or pattern, 0 to 1
    double sharpness{}; ///< of that part: 0 (blurred) to about 1 (crisp), whatever the light
};

/// A frame as it is looked at: decoded two, four or eight times smaller when it is large.
struct CameraFrame {
    PixPtr colour;
    PixPtr grey;
    PixPtr tiny; ///< grey, 160 pixels wide: noise is gone, a hand is not
};

/// Null pictures when the JPEG cannot be decoded.
CameraFrame look_at(std::string_view jpeg);

/// `before` may be empty: then nothing has moved.
FrameMeasure measure(const CameraFrame& frame, const CameraFrame& before);

} // namespace guichet::scan
