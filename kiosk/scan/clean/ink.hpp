// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"

namespace guichet::scan {

/// What is print in a grey picture, as 1 bit a pixel: darker than its surroundings, `reach` pixels
/// to each side, by how much grey varies there (Sauvola and Pietikäinen, 2000). Null when the
/// picture is not larger than that.
PixPtr ink_of(const PixPtr& grey, int reach);

} // namespace guichet::scan
