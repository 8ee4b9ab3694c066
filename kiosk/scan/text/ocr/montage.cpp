// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/montage.hpp"

#include <algorithm>

#include <leptonica/allheaders.h>

namespace guichet::scan {

PixPtr side_by_side(const std::vector<PixPtr>& parts, int gap, int border) {
    int width = 2 * border - gap;
    int height = 0;
    for (const auto& part : parts) {
        if (!part)
            return nullptr;
        width += width_of(part) + gap;
        height = std::max(height, height_of(part));
    }
    PixPtr all(parts.empty() ? nullptr : pixCreate(width, height + 2 * border, 8));
    if (!all)
        return all;
    pixSetAll(all.get());
    int x = border;
    for (const auto& part : parts) {
        pixRasterop(
            all.get(), x, border, width_of(part), height_of(part), PIX_SRC, part.get(), 0, 0
        );
        x += width_of(part) + gap;
    }
    return all;
}

} // namespace guichet::scan
