#include "scan/clean/clean.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double small_side = 480;
constexpr double least_area = 0.08; ///< of the picture
constexpr double most_area = 0.9;   ///< beyond, the sheet is the picture
constexpr double least_fill = 0.93; ///< of the four-sided figure by the sheet

struct Vector {
    double x{};
    double y{};
};

double cross(const Vector& o, const Vector& a, const Vector& b) {
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/// Andrew's monotone chain.
std::vector<Vector> hull_of(std::vector<Vector> points) {
    std::ranges::sort(points, [](const Vector& a, const Vector& b) {
        return a.x < b.x || (a.x == b.x && a.y < b.y);
    });
    std::vector<Vector> hull;
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

double area_of(const std::vector<Vector>& figure) {
    double sum = 0;
    for (std::size_t i = 0; i < figure.size(); ++i) {
        const auto& a = figure[i];
        const auto& b = figure[(i + 1) % figure.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return std::abs(sum) / 2;
}

/// The four hull points with the largest area: alternately moves each corner to its best place.
std::vector<Vector> largest_quadrilateral(const std::vector<Vector>& hull) {
    const std::size_t n = hull.size();
    if (n < 4)
        return {};
    std::array<std::size_t, 4> at{0, n / 4, n / 2, 3 * n / 4};
    const auto figure = [&] {
        return std::vector<Vector>{hull[at[0]], hull[at[1]], hull[at[2]], hull[at[3]]};
    };
    double best = area_of(figure());
    for (bool moved = true; moved;) {
        moved = false;
        for (auto& corner : at) {
            const auto kept = corner;
            auto chosen = kept;
            for (std::size_t i = 0; i < n; ++i) {
                corner = i;
                auto sorted = at;
                std::ranges::sort(sorted);
                if (sorted != at) // the order around the hull must stay
                    continue;
                const double area = area_of(figure());
                if (area > best + 1e-6) {
                    best = area;
                    chosen = i;
                    moved = true;
                }
            }
            corner = chosen;
        }
    }
    return figure();
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

/// The outline of the largest blob, and how many pixels it has with its holes filled.
std::vector<Vector> largest_outline(const PixPtr& mask, double& area) {
    Pixa* parts = nullptr;
    Boxa* boxes = pixConnComp(mask.get(), &parts, 4);
    std::vector<Vector> points;
    area = 0;
    for (int i = 0; i < boxaGetCount(boxes); ++i) {
        int x0 = 0;
        int y0 = 0;
        int w = 0;
        int h = 0;
        boxaGetBoxGeometry(boxes, i, &x0, &y0, &w, &h);
        if (static_cast<double>(w) * h <= area)
            continue;
        const PixPtr part(pixaGetPix(parts, i, L_CLONE));
        const PixPtr filled(pixHolesByFilling(part.get(), 4));
        const PixPtr whole(pixOr(nullptr, part.get(), filled.get()));
        int count = 0;
        pixCountPixels(whole.get(), &count, nullptr);
        if (count <= area)
            continue;
        area = count;
        points.clear();
        for (int y = 0; y < h; ++y) {
            const l_uint32* row =
                pixGetData(whole.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(whole.get());
            int first = -1;
            int last = -1;
            for (int x = 0; x < w; ++x)
                if (GET_DATA_BIT(row, x) != 0) {
                    first = first < 0 ? x : first;
                    last = x;
                }
            if (first < 0)
                continue;
            points.push_back({static_cast<double>(x0 + first), static_cast<double>(y0 + y)});
            points.push_back({static_cast<double>(x0 + last), static_cast<double>(y0 + y)});
        }
    }
    boxaDestroy(&boxes);
    pixaDestroy(&parts);
    return points;
}

bool is_plausible(const std::vector<Vector>& corners) {
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& a = corners[(i + 3) % 4];
        const auto& b = corners[i];
        const auto& c = corners[(i + 1) % 4];
        const double angle = std::abs(
            std::atan2(cross(b, a, c), (a.x - b.x) * (c.x - b.x) + (a.y - b.y) * (c.y - b.y))
        );
        if (angle < 1.05 || angle > 2.1)
            return false;
    }
    return true;
}

/// A sheet that runs out of the picture has no corners there.
bool touches_edge(const std::vector<Vector>& corners, double width, double height) {
    const auto at_edge = [&](const Vector& p) {
        return p.x < 3 || p.y < 3 || p.x > width - 4 || p.y > height - 4;
    };
    return std::ranges::count_if(corners, at_edge) > 0;
}

} // namespace

std::optional<std::array<Point, 4>> find_corners(const PixPtr& colour) {
    if (!colour || std::min(width_of(colour), height_of(colour)) < 100)
        return std::nullopt;
    const double scale = std::min(1.0, small_side / std::max(width_of(colour), height_of(colour)));
    const auto factor = static_cast<l_float32>(scale);
    const PixPtr small(pixScaleAreaMap(colour.get(), factor, factor));
    const PixPtr mask = small ? paper_mask(small) : nullptr;
    if (!mask)
        return std::nullopt;
    double area = 0;
    auto points = largest_outline(mask, area);
    const double whole = static_cast<double>(width_of(small)) * height_of(small);
    if (area < least_area * whole || area > most_area * whole)
        return std::nullopt;
    auto corners = largest_quadrilateral(hull_of(std::move(points)));
    if (corners.size() != 4 || !is_plausible(corners) ||
        touches_edge(corners, width_of(small), height_of(small)) ||
        area < least_fill * area_of(corners))
        return std::nullopt;
    // Clockwise from the corner nearest the origin.
    if (cross(corners[0], corners[1], corners[2]) < 0)
        std::ranges::reverse(corners);
    const auto first =
        std::ranges::min_element(corners, {}, [](const Vector& p) { return p.x + p.y; });
    std::rotate(
        corners.begin(), first, corners.end()
    ); // clang 14 cannot compile std::ranges::rotate
    std::array<Point, 4> result{};
    for (std::size_t i = 0; i < 4; ++i)
        result[i] = {
            .x = static_cast<int>(std::lround((corners[i].x + 0.5) / scale)),
            .y = static_cast<int>(std::lround((corners[i].y + 0.5) / scale))};
    return result;
}

} // namespace guichet::scan
