// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/codes/raster.hpp"

#include <algorithm>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

Raster copy(Pix* grey) {
    Raster raster;
    if (grey == nullptr || pixGetDepth(grey) != 8)
        return raster;
    raster.width = pixGetWidth(grey);
    raster.height = pixGetHeight(grey);
    raster.bytes.resize(
        static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height)
    );
    const auto* words = pixGetData(grey);
    const int words_a_line = pixGetWpl(grey);
    auto* out = raster.bytes.data();
    for (int y = 0; y < raster.height; ++y) {
        const auto* line = words + static_cast<std::ptrdiff_t>(y) * words_a_line;
        for (int x = 0; x < raster.width; ++x)
            *out++ = static_cast<std::uint8_t>(GET_DATA_BYTE(line, x));
    }
    return raster;
}

} // namespace

Raster to_raster(const PixPtr& grey) {
    return copy(grey.get());
}

Raster black_and_white(const PixPtr& grey, int half_width) {
    constexpr int least_darker = 12; // ZXing asks for 24 between the darkest and the lightest
    const PixPtr mean(
        grey ? pixBlockconvGray(grey.get(), nullptr, half_width, half_width) : nullptr
    );
    const PixPtr darker(mean ? pixSubtractGray(nullptr, mean.get(), grey.get()) : nullptr);
    auto raster = copy(darker.get());
    for (auto& byte : raster.bytes)
        byte = byte < least_darker ? 255 : 0;
    return raster;
}

PixPtr sharpened(const PixPtr& grey) {
    constexpr int half_width = 3;
    constexpr float strength = 2.0F;
    return PixPtr(grey ? pixUnsharpMaskingGray(grey.get(), half_width, strength) : nullptr);
}

Raster with_border(const Raster& raster, int border) {
    Raster result{.width = raster.width + 2 * border, .height = raster.height + 2 * border};
    result.bytes.assign(
        static_cast<std::size_t>(result.width) * static_cast<std::size_t>(result.height), 255
    );
    for (int y = 0; y < raster.height; ++y)
        std::copy_n(
            raster.bytes.begin() + static_cast<std::ptrdiff_t>(y) * raster.width,
            raster.width,
            result.bytes.begin() + static_cast<std::ptrdiff_t>(y + border) * result.width + border
        );
    return result;
}

} // namespace guichet::scan
