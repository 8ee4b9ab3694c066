#include "scan/clean/clean.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double least_skew_confidence = 3;
constexpr double least_skew = 0.15; ///< degrees; below it print is level enough
constexpr double deg = 3.14159265358979 / 180;

double distance(const Point& a, const Point& b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Where each point of a flat `width` x `height` sheet lies in the picture: the eight numbers of
/// the projection, or empty.
std::vector<float> projection(const std::array<Point, 4>& corners, int width, int height) {
    Pta* flat = ptaCreate(4);
    Pta* seen = ptaCreate(4);
    const std::array<Point, 4> targets{{{0, 0}, {width, 0}, {width, height}, {0, height}}};
    for (std::size_t i = 0; i < 4; ++i) {
        ptaAddPt(flat, static_cast<float>(targets[i].x), static_cast<float>(targets[i].y));
        ptaAddPt(seen, static_cast<float>(corners[i].x), static_cast<float>(corners[i].y));
    }
    float* numbers = nullptr;
    std::vector<float> result;
    if (getProjectiveXformCoeffs(flat, seen, &numbers) == 0 && numbers != nullptr)
        result.assign(numbers, numbers + 8);
    LEPT_FREE(numbers);
    ptaDestroy(&flat);
    ptaDestroy(&seen);
    return result;
}

PixPtr flattened(const PixPtr& colour, const std::array<Point, 4>& corners) {
    const double across =
        std::max(distance(corners[0], corners[1]), distance(corners[3], corners[2]));
    const double down =
        std::max(distance(corners[0], corners[3]), distance(corners[1], corners[2]));
    const int width = static_cast<int>(across);
    const int height = static_cast<int>(down);
    const auto numbers = projection(corners, width, height);
    PixPtr flat(pixCreate(width, height, 32));
    if (numbers.empty() || !flat)
        return nullptr;
    const l_uint32* in = pixGetData(colour.get());
    const int in_stride = pixGetWpl(colour.get());
    l_uint32* out = pixGetData(flat.get());
    const int out_stride = pixGetWpl(flat.get());
    for (int y = 0; y < height; ++y) {
        l_uint32* row = out + static_cast<std::ptrdiff_t>(y) * out_stride;
        for (int x = 0; x < width; ++x) {
            const auto fx = static_cast<float>(x);
            const auto fy = static_cast<float>(y);
            const float w = numbers[6] * fx + numbers[7] * fy + 1;
            linearInterpolatePixelColor(
                const_cast<l_uint32*>(in), // NOLINT(cppcoreguidelines-pro-type-const-cast): C API
                in_stride,
                width_of(colour),
                height_of(colour),
                (numbers[0] * fx + numbers[1] * fy + numbers[2]) / w,
                (numbers[3] * fx + numbers[4] * fy + numbers[5]) / w,
                0xffffff00,
                &row[x]
            );
        }
    }
    return flat;
}

/// Degrees that level the print; nought when there is no clear print.
double skew_of(const PixPtr& grey) {
    const double longest = std::max(width_of(grey), height_of(grey));
    const auto factor = static_cast<l_float32>(std::min(1.0, 1600 / longest));
    const PixPtr small(pixScaleAreaMap(grey.get(), factor, factor));
    const PixPtr ink(small ? pixThresholdToBinary(even_light(small).get(), 140) : nullptr);
    l_float32 angle = 0;
    l_float32 confidence = 0;
    if (!ink || pixFindSkew(ink.get(), &angle, &confidence) != 0 ||
        confidence < least_skew_confidence)
        return 0;
    return angle;
}

void level(CleanPage& page) {
    const double angle = skew_of(page.grey);
    if (std::abs(angle) < least_skew)
        return;
    PixPtr rotated(pixRotate(
        page.colour.get(),
        static_cast<l_float32>(angle * deg),
        L_ROTATE_AREA_MAP,
        L_BRING_IN_WHITE,
        0,
        0
    ));
    if (!rotated)
        return;
    page.colour = std::move(rotated);
    page.grey = to_grey(page.colour);
}

} // namespace

PixPtr even_light(const PixPtr& grey) {
    if (!grey || width_of(grey) < 40 || height_of(grey) < 40)
        return share(grey);
    PixPtr even(pixBackgroundNormSimple(grey.get(), nullptr, nullptr));
    return even ? std::move(even) : share(grey);
}

CleanPage as_it_is(const Page& page) {
    CleanPage same{
        .colour = to_pix(page.picture), .grey = nullptr, .dpi = page.dpi, .words = page.words};
    same.grey = to_grey(same.colour);
    return same;
}

CleanPage clean(const Page& page) {
    CleanPage result = as_it_is(page);
    if (!result.grey || !result.words.empty()) // a page drawn with its words is straight
        return result;
    if (const auto corners = find_corners(result.colour)) {
        if (auto flat = flattened(result.colour, *corners)) {
            result.colour = std::move(flat);
            result.grey = to_grey(result.colour);
            result.corners = corners;
        }
    }
    level(result);
    return result;
}

void turn(CleanPage& page, int quarters) {
    if (quarters % 4 == 0)
        return;
    page.colour = turned(page.colour, quarters);
    page.grey = turned(page.grey, quarters);
    page.words.clear(); // they lay as the page lay
}

} // namespace guichet::scan
