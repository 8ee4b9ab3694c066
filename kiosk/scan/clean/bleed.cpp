// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/bleed.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <vector>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

/// Width to height of an upright A4 sheet on a table, seen a little from one side.
constexpr double least_shape = 0.69;
constexpr double most_shape = 0.745;
constexpr double widest = 1.35;       ///< beyond, it is a sheet lying across
constexpr double least_band = 0.04;   ///< of the length of the sheet across the band
constexpr int clearly_other = 24;     ///< levels between two colours
constexpr int about_alike = 40;       ///< levels within one band, in any light
constexpr double least_plain = 0.6;   ///< of the band, the rest is print on it
constexpr double least_changed = 0.7; ///< of each new edge
constexpr double beside = 3;          ///< pixels on both sides of an edge
constexpr int looks = 24;             ///< along an edge
constexpr int looks_across = 6;       ///< a band

using Shade = std::array<int, 3>;

int levels_apart(const Shade& a, const Shade& b) {
    int most = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        most = std::max(most, std::abs(a[i] - b[i]));
    return most;
}

/// Nullopt outside the picture.
std::optional<Shade> shade_at(const PixPtr& small, const Spot& spot) {
    l_uint32 pixel = 0;
    const auto x = static_cast<l_int32>(std::floor(spot.x));
    const auto y = static_cast<l_int32>(std::floor(spot.y));
    if (pixGetPixel(small.get(), x, y, &pixel) != 0)
        return std::nullopt;
    Shade shade{};
    extractRGBValues(pixel, shade.data(), &shade[1], &shade[2]);
    return shade;
}

Spot between(const Spot& a, const Spot& b, double part) {
    return {.x = a.x + part * (b.x - a.x), .y = a.y + part * (b.y - a.y)};
}

double distance(const Spot& a, const Spot& b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

/// The part of the edge at which the colours on both sides of it are clearly apart.
double edge_between(const PixPtr& small, const Spot& a, const Spot& b) {
    const double length = std::max(distance(a, b), 1.0);
    const Spot across{.x = beside * (b.y - a.y) / length, .y = beside * (a.x - b.x) / length};
    int clear = 0;
    for (int i = 0; i < looks; ++i) {
        const auto at = between(a, b, (i + 0.5) / looks);
        const auto left = shade_at(small, {.x = at.x + across.x, .y = at.y + across.y});
        const auto right = shade_at(small, {.x = at.x - across.x, .y = at.y - across.y});
        clear += left && right && levels_apart(*left, *right) >= clearly_other ? 1 : 0;
    }
    return static_cast<double>(clear) / looks;
}

/// One side of the sheet and where it would be, from the same neighbours.
struct Band {
    std::array<Spot, 2> inner;
    std::array<Spot, 2> outer;
};

bool is_plain(const PixPtr& small, const Band& band) {
    std::vector<Shade> shades;
    for (int i = 0; i < looks; ++i)
        for (int k = 0; k < looks_across; ++k) {
            const double across = (k + 0.5) / looks_across;
            const auto at = between(
                between(band.inner[0], band.outer[0], across),
                between(band.inner[1], band.outer[1], across),
                (i + 0.5) / looks
            );
            if (const auto shade = shade_at(small, at))
                shades.push_back(*shade);
        }
    if (shades.empty())
        return false;
    Shade usual{};
    for (std::size_t i = 0; i < usual.size(); ++i) {
        const auto middle = shades.begin() + std::ssize(shades) / 2;
        std::ranges::nth_element(shades, middle, {}, [i](const Shade& c) { return c[i]; });
        usual[i] = (*middle)[i];
    }
    const auto alike = std::ranges::count_if(shades, [&usual](const Shade& shade) {
        return levels_apart(shade, usual) <= about_alike;
    });
    return static_cast<double>(alike) >= least_plain * static_cast<double>(shades.size());
}

/// How clear the new edge is; 0 where this is no band of colour.
double clearness_of(const PixPtr& small, const Band& band) {
    const double edge = edge_between(small, band.outer[0], band.outer[1]);
    const bool edged = edge >= least_changed &&
                       edge_between(small, band.inner[0], band.outer[0]) >= least_changed &&
                       edge_between(small, band.inner[1], band.outer[1]) >= least_changed;
    return edged && is_plain(small, band) ? edge : 0;
}

/// The side from corner `side` to the next, moved out by that part of the sides beside it.
Band moved_out(const Quad& quad, std::size_t side, double part) {
    const auto& a = quad[side];
    const auto& b = quad[(side + 1) % 4];
    const auto& after = quad[(side + 2) % 4];
    const auto& before = quad[(side + 3) % 4];
    return {.inner = {a, b}, .outer = {between(a, before, -part), between(b, after, -part)}};
}

/// Which sides may be missing a band, and how wide it may be: parts of the sides beside it.
struct Missing {
    std::array<std::size_t, 2> sides;
    double least;
    double most;
    double step; ///< a pixel
};

/// Nullopt where the sheet has the shape of a whole one, or lies across.
std::optional<Missing> missing_of(const Quad& quad) {
    const double width = (distance(quad[0], quad[1]) + distance(quad[2], quad[3])) / 2;
    const double height = (distance(quad[1], quad[2]) + distance(quad[3], quad[0])) / 2;
    const double shape = width / std::max(height, 1.0);
    if (shape < least_shape)
        return Missing{{1, 3}, least_shape / shape - 1, most_shape / shape - 1, 1 / width};
    if (shape > most_shape && shape <= widest)
        return Missing{{0, 2}, shape / most_shape - 1, shape / least_shape - 1, 1 / height};
    return std::nullopt;
}

} // namespace

Quad with_bleed(const PixPtr& small, const Quad& quad) {
    const auto missing = missing_of(quad);
    if (!missing)
        return quad;
    const double least = std::max(missing->least, least_band);
    const int steps = static_cast<int>((missing->most - least) / missing->step);
    Quad best = quad;
    double clearest = 0;
    for (const auto side : missing->sides)
        for (int i = 0; i <= steps; ++i) {
            const auto band = moved_out(quad, side, least + i * missing->step);
            const double clearness = clearness_of(small, band);
            if (clearness <= clearest)
                continue;
            clearest = clearness;
            best = quad;
            best[side] = band.outer[0];
            best[(side + 1) % 4] = band.outer[1];
        }
    return best;
}

} // namespace guichet::scan
