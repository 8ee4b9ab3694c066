// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"

#include <leptonica/allheaders.h>

/// Dark print in Leptonica's own font; `size` is in points.
inline void
print_line(const guichet::scan::PixPtr& page, int size, const char* text, int x, int baseline) {
    L_Bmf* font = bmfCreate(nullptr, size);
    pixSetTextline(page.get(), font, text, 0x10, x, baseline, nullptr, nullptr);
    bmfDestroy(&font);
}
