// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/decode.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

/// Undoes the EXIF orientation.
PixPtr upright(PixPtr pix, int orientation) {
    constexpr std::array quarters{0, 0, 0, 2, 2, 1, 1, 3, 3};
    const bool mirrored =
        orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
    if (orientation <= 1)
        return pix;
    PixPtr result = turned(pix, quarters.at(static_cast<std::size_t>(orientation)));
    if (mirrored && result)
        result.reset(pixFlipLR(nullptr, result.get()));
    return result;
}

/// The part of the height that a broken JPEG left as one flat colour at the bottom.
double missing_part(const PixPtr& pix) {
    const PixPtr grey = to_grey(pix);
    if (!grey)
        return 1;
    const int width = width_of(grey);
    const int height = height_of(grey);
    for (int y = height - 1; y >= 0; --y) {
        const l_uint32* row =
            pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
        const int first = GET_DATA_BYTE(row, 0);
        for (int x = 1; x < width; ++x)
            if (std::abs(GET_DATA_BYTE(row, x) - first) > 2)
                return static_cast<double>(height - 1 - y) / height;
    }
    return 1;
}

/// 1, 2, 4 or 8: the picture is decoded that much smaller.
int reduction(std::string_view bytes) {
    int width = 0;
    int height = 0;
    if (readHeaderMemJpeg(
            data_of(bytes), bytes.size(), &width, &height, nullptr, nullptr, nullptr
        ) != 0)
        return 1;
    const long pixels = static_cast<long>(width) * height;
    int times = 1;
    while (times < 8 && pixels / (static_cast<long>(times) * times) > whole_pixels)
        times *= 2;
    return times;
}

} // namespace

Result<Page> decode_jpeg(std::string_view bytes) {
    const int smaller = reduction(bytes);
    int warnings = 0;
    PixPtr pix(pixReadMemJpeg(
        data_of(bytes), bytes.size(), 0, smaller, &warnings, L_JPEG_CONTINUE_WITH_BAD_DATA
    ));
    if (!pix)
        return fail(Error::Kind::Unreadable, "not a whole JPEG");
    const bool ended =
        bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 2048)).find("\xff\xd9") !=
        std::string_view::npos;
    // A picture whose last lines are missing can still be read; with more gone it would mislead.
    if (warnings > 0 && !ended && (missing_part(pix) > 0.05 || bytes.find("\xff\xc2") < 2048))
        return fail(Error::Kind::Unreadable, "the JPEG is cut off");
    const double dpi = static_cast<double>(pixGetXRes(pix.get())) / smaller;
    return to_page(upright(std::move(pix), exif_orientation(bytes)), dpi);
}

} // namespace guichet::scan
