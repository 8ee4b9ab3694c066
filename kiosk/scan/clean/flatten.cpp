// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/flatten.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double alike = 0.06; ///< an estimate so near a known size is that size

double distance(const Point& a, const Point& b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

struct Ray {
    double x{};
    double y{};
    double z{1};
};

Ray cross(const Ray& a, const Ray& b) {
    return {.x = a.y * b.z - a.z * b.y, .y = a.z * b.x - a.x * b.z, .z = a.x * b.y - a.y * b.x};
}

double dot(const Ray& a, const Ray& b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

/// A4 and A5, identity cards (ISO/IEC 7810 ID-1), passport pages (ID-3), both ways up.
double nearest_known(double aspect) {
    for (const double known :
         {1 / std::sqrt(2.0), std::sqrt(2.0), 85.6 / 53.98, 53.98 / 85.6, 1.42})
        if (std::abs(aspect / known - 1) < alike)
            return known;
    return aspect;
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

double seen_width(const std::array<Point, 4>& corners) {
    return std::max(distance(corners[0], corners[1]), distance(corners[3], corners[2]));
}

double seen_height(const std::array<Point, 4>& corners) {
    return std::max(distance(corners[0], corners[3]), distance(corners[1], corners[2]));
}

} // namespace

double aspect_of(const std::array<Point, 4>& corners, int width, int height) {
    const double seen = seen_width(corners) / std::max(1.0, seen_height(corners));
    const auto ray = [&](std::size_t i) {
        return Ray{.x = corners[i].x - width / 2.0, .y = corners[i].y - height / 2.0, .z = 1};
    };
    const Ray tl = ray(0);
    const Ray tr = ray(1);
    const Ray br = ray(2);
    const Ray bl = ray(3);
    const double below = dot(cross(tr, br), bl);
    const double beside = dot(cross(bl, br), tr);
    if (std::abs(below) < 1e-9 || std::abs(beside) < 1e-9)
        return nearest_known(seen);
    const double k2 = dot(cross(tl, br), bl) / below;
    const double k3 = dot(cross(tl, br), tr) / beside;
    const Ray across{.x = k2 * tr.x - tl.x, .y = k2 * tr.y - tl.y, .z = k2 - 1};
    const Ray down{.x = k3 * bl.x - tl.x, .y = k3 * bl.y - tl.y, .z = k3 - 1};
    // How far the lens is, in pixels, follows from the right angle between the sides; seen from
    // nearly above it cannot be told, and is not needed.
    const double turn = across.z * down.z;
    const double focal2 = turn != 0 ? -(across.x * down.x + across.y * down.y) / turn : 0;
    const double size = std::max(width, height);
    if (std::abs(across.z) < 0.02 || std::abs(down.z) < 0.02 || focal2 < 0.25 * size * size ||
        focal2 > 16 * size * size)
        return nearest_known(seen);
    const auto length2 = [focal2](const Ray& side) {
        return (side.x * side.x + side.y * side.y) / focal2 + side.z * side.z;
    };
    const double aspect = std::sqrt(length2(across) / length2(down));
    // Corners are a few pixels off: an estimate far from what is seen is no estimate.
    return nearest_known(aspect > 0.75 * seen && aspect < 1.33 * seen ? aspect : seen);
}

PixPtr flattened(const PixPtr& colour, const std::array<Point, 4>& corners) {
    const double aspect = aspect_of(corners, width_of(colour), height_of(colour));
    const double area = seen_width(corners) * seen_height(corners); // as many pixels as seen
    const int width = static_cast<int>(std::sqrt(area * aspect));
    const int height = static_cast<int>(std::sqrt(area / aspect));
    if (width < 20 || height < 20 || area > 4e8)
        return nullptr;
    const auto numbers = projection(corners, width, height);
    PixPtr flat(pixCreate(width, height, 32));
    if (numbers.empty() || !flat)
        return nullptr;
    l_uint32* in = pixGetData(colour.get());
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
                in,
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

} // namespace guichet::scan
