// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"

namespace guichet::scan {

/// How the print of a picture lies, measured on lines of letters at a small size.
struct PrintLay {
    int blobs{};         ///< letters in level lines
    int quarters{};      ///< clockwise, that make it upright; 0 unless that is clear
    double slope{};      ///< of most lines, down to the right
    double unevenness{}; ///< mean difference of the lines' slopes from that
    double height{};     ///< of most capitals, in pixels of the picture; 0 without print

    /// Whether the slopes were measured on enough lines to be believed.
    bool is_clear{};
};
PrintLay lay_of_print(const PixPtr& grey);

} // namespace guichet::scan
