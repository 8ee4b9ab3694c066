// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/measure.hpp"

#include "scan/source/decode.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

/// Wide enough that blurred print is seen to be blurred, small enough for ten frames a second.
constexpr int looked_at_width = 1100;
constexpr int tiny_width = 160;
/// Cells of this many pixels hold a few letters.
constexpr int cell = 32;
/// Least standard deviation of the grey in a cell with something on it; paper and table are below.
constexpr double least_deviation = 16;
/// A pixel of the tiny picture that changed: more than noise does to a mean of fifty pixels.
constexpr int least_change = 20;

int grey_at(const PixPtr& pix, int x, int y) {
    const l_uint32* row =
        pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
    return GET_DATA_BYTE(row, x);
}

/// Part of the pixels that changed otherwise than the whole picture did (the light).
double motion_between(const PixPtr& now, const PixPtr& before) {
    if (!now || !before || width_of(now) != width_of(before) || height_of(now) != height_of(before))
        return before ? 1 : 0;
    const int width = width_of(now);
    const int height = height_of(now);
    const auto change = [&](int x, int y) { return grey_at(now, x, y) - grey_at(before, x, y); };
    long sum = 0;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            sum += change(x, y);
    const auto light = static_cast<int>(sum / (static_cast<long>(width) * height));
    long moved = 0;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            moved += std::abs(change(x, y) - light) > least_change ? 1 : 0;
    return static_cast<double>(moved) / width / height;
}

struct Cell {
    double variance;  ///< of the grey
    double laplacian; ///< variance of its second derivative
};

Cell look_at_cell(const PixPtr& grey, int left, int top) {
    double sum = 0;
    double squares = 0;
    double bends = 0;
    double bend_squares = 0;
    for (int y = top; y < top + cell; ++y)
        for (int x = left; x < left + cell; ++x) {
            const int here = grey_at(grey, x, y);
            const int bend = grey_at(grey, x - 1, y) + grey_at(grey, x + 1, y) +
                             grey_at(grey, x, y - 1) + grey_at(grey, x, y + 1) - 4 * here;
            sum += here;
            squares += here * here;
            bends += bend;
            bend_squares += bend * bend;
        }
    constexpr double count = cell * cell;
    const auto variance = [](double total, double total_squares) {
        return std::max(0.0, total_squares / count - total / count * total / count);
    };
    return {variance(sum, squares), variance(bends, bend_squares)};
}

} // namespace

CameraFrame look_at(std::string_view jpeg) {
    const auto* bytes = data_of(jpeg);
    int width = 0;
    int height = 0;
    if (readHeaderMemJpeg(bytes, jpeg.size(), &width, &height, nullptr, nullptr, nullptr) != 0)
        return {};
    int smaller = 1;
    while (smaller < 8 && width / (smaller * 2) >= looked_at_width)
        smaller *= 2;
    CameraFrame frame;
    frame.colour.reset(
        pixReadMemJpeg(bytes, jpeg.size(), 0, smaller, nullptr, L_JPEG_CONTINUE_WITH_BAD_DATA)
    );
    if (!frame.colour)
        return {};
    frame.grey = to_grey(frame.colour);
    const auto scale =
        static_cast<l_float32>(std::min(1.0, static_cast<double>(tiny_width) / width_of(frame.grey))
        );
    frame.tiny.reset(pixScaleAreaMap(frame.grey.get(), scale, scale));
    return frame;
}

FrameMeasure measure(const CameraFrame& frame, const CameraFrame& before) {
    FrameMeasure result{.motion = motion_between(frame.tiny, before.tiny)};
    std::vector<double> ratios;
    int cells = 0;
    for (int y = 1; y + cell < height_of(frame.grey); y += cell)
        for (int x = 1; x + cell < width_of(frame.grey); x += cell) {
            ++cells;
            const auto each = look_at_cell(frame.grey, x, y);
            if (each.variance >= least_deviation * least_deviation)
                ratios.push_back(each.laplacian / each.variance);
        }
    if (ratios.empty())
        return result;
    // The upper quarter: what is printed, not the edges of shadows and hands.
    const auto at = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() * 3 / 4);
    std::ranges::nth_element(ratios, at);
    result.detail = static_cast<double>(ratios.size()) / cells;
    result.sharpness = *at;
    return result;
}

} // namespace guichet::scan
