// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/outline.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

double cross(const Spot& o, const Spot& a, const Spot& b) {
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/// Andrew's monotone chain; empty where there is no figure to hold.
std::vector<Spot> hull_of(std::vector<Spot> points) {
    if (points.size() < 3)
        return {};
    std::ranges::sort(points, [](const Spot& a, const Spot& b) {
        return a.x < b.x || (a.x == b.x && a.y < b.y);
    });
    std::vector<Spot> hull;
    const auto half = [&hull](auto first, auto last) {
        const std::size_t base = hull.size();
        for (; first != last; ++first) {
            while (hull.size() >= base + 2 && cross(hull[hull.size() - 2], hull.back(), *first) <= 0
            )
                hull.pop_back();
            hull.push_back(*first);
        }
        hull.pop_back();
    };
    half(points.begin(), points.end());
    half(points.rbegin(), points.rend());
    return hull;
}

double area_of(const std::vector<Spot>& figure) {
    double sum = 0;
    for (std::size_t i = 0; i < figure.size(); ++i) {
        const auto& a = figure[i];
        const auto& b = figure[(i + 1) % figure.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return std::abs(sum) / 2;
}

using Places = std::array<std::size_t, 4>;

double area_at(const std::vector<Spot>& hull, const Places& at) {
    return area_of(std::vector<Spot>{hull[at[0]], hull[at[1]], hull[at[2]], hull[at[3]]});
}

/// Moves one of the four to where the area is largest, in the same order around the hull; the area
/// then.
double move_to_best(const std::vector<Spot>& hull, Places& at, std::size_t corner, double area) {
    auto tried = at;
    for (std::size_t i = 0; i < hull.size(); ++i) {
        tried[corner] = i;
        if (!std::ranges::is_sorted(tried))
            continue;
        if (const double there = area_at(hull, tried); there > area + 1e-6) {
            area = there;
            at = tried;
        }
    }
    return area;
}

/// The four hull points with the largest area: alternately moves each corner to its best place.
std::vector<Spot> largest_quadrilateral(const std::vector<Spot>& hull) {
    const std::size_t n = hull.size();
    if (n < 4)
        return {};
    Places at{0, n / 4, n / 2, 3 * n / 4};
    double area = area_at(hull, at);
    for (bool moved = true; moved;) {
        const auto before = at;
        for (std::size_t corner = 0; corner < at.size(); ++corner)
            area = move_to_best(hull, at, corner, area);
        moved = at != before;
    }
    return {hull[at[0]], hull[at[1]], hull[at[2]], hull[at[3]]};
}

/// Light and colourless is paper: the darkest of the three channels, in black and white by Otsu.
PixPtr paper_mask(const PixPtr& small) {
    const PixPtr darkest(pixConvertRGBToGrayMinMax(small.get(), L_CHOOSE_MIN));
    if (!darkest)
        return nullptr;
    const PixPtr soft(pixBlockconv(darkest.get(), 3, 3));
    Pix* mask = nullptr;
    pixOtsuAdaptiveThreshold(
        soft.get(), width_of(soft), height_of(soft), 0, 0, 0.1F, nullptr, &mask
    );
    if (mask == nullptr)
        return nullptr;
    pixInvert(mask, mask); // paper is set
    const PixPtr owned(mask);
    return PixPtr(pixCloseBrick(nullptr, owned.get(), 9, 9));
}

/// The first and last set pixel of each row, moved by where the blob lies.
std::vector<Spot> ends_of_rows(const PixPtr& blob, const Box& place) {
    std::vector<Spot> points;
    for (int y = 0; y < place.height; ++y) {
        const l_uint32* row =
            pixGetData(blob.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(blob.get());
        int first = -1;
        int last = -1;
        for (int x = 0; x < place.width; ++x)
            if (GET_DATA_BIT(row, x) != 0) {
                first = first < 0 ? x : first;
                last = x;
            }
        if (first < 0)
            continue;
        const auto down = static_cast<double>(place.y + y);
        points.push_back({static_cast<double>(place.x + first), down});
        points.push_back({static_cast<double>(place.x + last), down});
    }
    return points;
}

PixPtr whole_blob(Pixa* parts, int index) {
    return without_holes(PixPtr(pixaGetPix(parts, index, L_CLONE)));
}

/// The outline of the largest blob, and how many pixels it has with its holes filled.
std::vector<Spot> largest_outline(const PixPtr& mask, double& area) {
    Pixa* parts = nullptr;
    Boxa* boxes = pixConnComp(mask.get(), &parts, 4);
    PixPtr largest;
    Box place;
    area = 0;
    for (int i = 0; i < boxaGetCount(boxes); ++i) {
        Box box;
        boxaGetBoxGeometry(boxes, i, &box.x, &box.y, &box.width, &box.height);
        if (static_cast<double>(box.width) * box.height <= area)
            continue;
        auto whole = whole_blob(parts, i);
        int count = 0;
        pixCountPixels(whole.get(), &count, nullptr);
        if (count <= area)
            continue;
        area = count;
        largest = std::move(whole);
        place = box;
    }
    boxaDestroy(&boxes);
    pixaDestroy(&parts);
    return largest ? ends_of_rows(largest, place) : std::vector<Spot>{};
}

} // namespace

double area_of(const Quad& quad) {
    return area_of(std::vector<Spot>(quad.begin(), quad.end()));
}

Quad in_order(Quad quad) {
    if (cross(quad[0], quad[1], quad[2]) < 0)
        std::ranges::reverse(quad);
    auto* const first = std::ranges::min_element(quad, {}, [](const Spot& p) { return p.x + p.y; });
    std::rotate(quad.begin(), first, quad.end()); // clang 14 cannot compile std::ranges::rotate
    return quad;
}

bool holds(const Quad& quad, const Spot& spot) {
    for (std::size_t i = 0; i < quad.size(); ++i)
        if (cross(quad[i], quad[(i + 1) % quad.size()], spot) < 0)
            return false;
    return true;
}

std::array<double, 4> paper_at_borders(const PixPtr& small) {
    const PixPtr mask = paper_mask(small);
    if (!mask)
        return {};
    const int inset = 6; // closing leaves nothing at the very border
    const int right = width_of(mask) - inset;
    const int bottom = height_of(mask) - inset;
    const auto light_part = [&mask](int x0, int y0, int dx, int dy, int steps) {
        int light = 0;
        for (int i = 0; i < steps; ++i) {
            l_uint32 set = 0;
            pixGetPixel(mask.get(), x0 + i * dx, y0 + i * dy, &set);
            light += set != 0 ? 1 : 0;
        }
        return static_cast<double>(light) / std::max(1, steps);
    };
    return {
        light_part(0, inset, 1, 0, right),
        light_part(right, 0, 0, 1, bottom),
        light_part(0, bottom, 1, 0, right),
        light_part(inset, 0, 0, 1, bottom)};
}

std::optional<Outline> light_outline(const PixPtr& small) {
    const PixPtr mask = paper_mask(small);
    if (!mask)
        return std::nullopt;
    Outline outline;
    const auto corners = largest_quadrilateral(hull_of(largest_outline(mask, outline.area)));
    if (corners.size() != 4)
        return std::nullopt;
    outline.quad = in_order({corners[0], corners[1], corners[2], corners[3]});
    outline.fill = outline.area / std::max(1.0, area_of(corners));
    return outline;
}

} // namespace guichet::scan
