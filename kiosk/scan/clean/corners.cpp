// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/bleed.hpp"
#include "scan/clean/clean.hpp"
#include "scan/clean/outline.hpp"
#include "scan/clean/sides.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double small_side = 400;
constexpr double least_area = 0.08;   ///< of the picture
constexpr double most_area = 0.93;    ///< beyond, the sheet is the picture
constexpr double least_print = 0.45;  ///< of all print is on the sheet
constexpr double least_side = 0.5;    ///< of each side must be a step from dark to light
constexpr double least_support = 0.7; ///< of all sides together
constexpr double least_fill = 0.93;   ///< of the four-sided figure by a light blob
constexpr double slack = 0.02;        ///< corners may lie so far outside the picture

struct Candidate {
    Quad quad{};
    double score{};
};

double angle_at(const Spot& a, const Spot& b, const Spot& c) {
    const double turn = (a.x - b.x) * (c.y - b.y) - (a.y - b.y) * (c.x - b.x);
    return std::abs(std::atan2(turn, (a.x - b.x) * (c.x - b.x) + (a.y - b.y) * (c.y - b.y)));
}

/// No corner is sharper or flatter than a sheet on a table shows, and opposite sides are alike.
bool is_plausible(const Quad& quad) {
    std::array<double, 4> sides{};
    for (std::size_t i = 0; i < 4; ++i) {
        const double angle = angle_at(quad[(i + 3) % 4], quad[i], quad[(i + 1) % 4]);
        if (angle < 1.05 || angle > 2.1)
            return false;
        const auto& next = quad[(i + 1) % 4];
        sides[i] = std::hypot(next.x - quad[i].x, next.y - quad[i].y);
    }
    const auto alike = [](double a, double b) { return std::min(a, b) > 0.6 * std::max(a, b); };
    return alike(sides[0], sides[2]) && alike(sides[1], sides[3]);
}

bool lies_within(const Quad& quad, const Ground& ground, double margin) {
    const double dx = margin * ground.width();
    const double dy = margin * ground.height();
    return std::ranges::all_of(quad, [&](const Spot& p) {
        return p.x > -dx && p.y > -dy && p.x < ground.width() + dx && p.y < ground.height() + dy;
    });
}

/// A flat sheet is a light figure whose every side is a step on the ground; of nested ones the
/// larger. Nought when it is not one.
double score_of(const Quad& quad, const Ground& ground) {
    const double whole = static_cast<double>(ground.width()) * ground.height();
    const double area = area_of(quad);
    if (area < least_area * whole || area > most_area * whole || !is_plausible(quad))
        return 0;
    double sum = 0;
    double least = 1;
    for (std::size_t i = 0; i < 4; ++i) {
        const double part = ground.support(quad[i], quad[(i + 1) % 4]);
        least = std::min(least, part);
        sum += part / 4;
        if (part < least_side)
            return 0;
    }
    if (sum < least_support)
        return 0;
    const double print = ground.print_within(quad);
    if (print < least_print)
        return 0;
    return sum + least / 2 + print / 2 + 0.6 * std::sqrt(area / whole);
}

Spot meeting(const Ground::Edge& a, const Ground::Edge& b) {
    const double turn = std::sin(b.angle - a.angle);
    if (std::abs(turn) < 0.3)
        return {.x = -1e6, .y = -1e6};
    return {
        .x = (a.reach * std::sin(b.angle) - b.reach * std::sin(a.angle)) / turn,
        .y = (b.reach * std::cos(a.angle) - a.reach * std::cos(b.angle)) / turn};
}

void keep_better(Candidate& best, const Quad& quad, const Ground& ground) {
    if (!lies_within(quad, ground, slack))
        return;
    const double score = score_of(quad, ground);
    if (score > best.score)
        best = {.quad = quad, .score = score};
}

/// The best of all figures made of two level and two upright edges.
Candidate best_of_edges(const Ground& ground) {
    const auto level = ground.level_edges();
    const auto upright = ground.upright_edges();
    Candidate best;
    for (std::size_t a = 0; a < level.size(); ++a)
        for (std::size_t b = a + 1; b < level.size(); ++b)
            for (std::size_t c = 0; c < upright.size(); ++c)
                for (std::size_t d = c + 1; d < upright.size(); ++d) {
                    const Quad quad{
                        meeting(level[a], upright[c]),
                        meeting(level[a], upright[d]),
                        meeting(level[b], upright[d]),
                        meeting(level[b], upright[c])};
                    keep_better(best, in_order(quad), ground);
                }
    return best;
}

} // namespace

std::optional<std::array<Point, 4>> find_corners(const PixPtr& colour) {
    if (!colour || std::min(width_of(colour), height_of(colour)) < 100)
        return std::nullopt;
    const double scale = std::min(1.0, small_side / std::max(width_of(colour), height_of(colour)));
    const PixPtr small = reduced(colour, scale);
    if (!small)
        return std::nullopt;
    const Ground ground(small);
    if (ground.empty())
        return std::nullopt;
    Candidate best = best_of_edges(ground);
    if (const auto outline = light_outline(small); outline && outline->fill > least_fill)
        keep_better(best, outline->quad, ground);
    if (best.score <= 0)
        return std::nullopt;
    const Quad fitted = ground.fitted(best.quad);
    if (is_plausible(fitted) && lies_within(fitted, ground, slack))
        best.quad = fitted;
    best.quad = with_bleed(small, best.quad);
    std::array<Point, 4> result{};
    for (std::size_t i = 0; i < 4; ++i)
        result[i] = {
            .x = static_cast<int>(std::lround((best.quad[i].x + 0.5) / scale)),
            .y = static_cast<int>(std::lround((best.quad[i].y + 0.5) / scale))};
    return result;
}

} // namespace guichet::scan
