// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/contrast.hpp"

#include <leptonica/allheaders.h>

namespace guichet::scan {

PixPtr raised_contrast(const PixPtr& grey, int stroke) {
    constexpr float darkest = 0.985F; // of all pixels: the rest is taken for print
    constexpr float least = 8;        // grey levels
    const PixPtr print(pixTophat(grey.get(), stroke, stroke, L_TOPHAT_BLACK));
    NUMA* histogram = print ? pixGetGrayHistogram(print.get(), 4) : nullptr;
    if (histogram == nullptr)
        return nullptr;
    l_float32 strong = 0;
    numaHistogramGetValFromRank(histogram, darkest, &strong);
    numaDestroy(&histogram);
    if (strong < least)
        return nullptr;
    pixMultConstantGray(print.get(), 200 / strong);
    pixInvert(print.get(), print.get());
    return share(print);
}

} // namespace guichet::scan
