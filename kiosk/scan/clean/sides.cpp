// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/sides.hpp"

#include <algorithm>
#include <cmath>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

using std::numbers::pi;
constexpr int angles = 180;
constexpr double print_size = 9;     ///< dark marks smaller than that are filled up
constexpr double least_gradient = 6; ///< grey levels over three pixels
constexpr double clear_step = 9;     ///< grey levels from the table to the sheet
constexpr double step_reach = 3;
constexpr double least_depth = 12; ///< grey levels of print below its paper
constexpr std::size_t most_edges = 22;

/// Light without print: grey closing, then a little blur.
std::vector<float> plane_of(const PixPtr& grey) {
    const int size = static_cast<int>(print_size);
    const PixPtr closed(pixCloseGray(grey.get(), size, size));
    const PixPtr soft(closed ? pixBlockconvGray(closed.get(), nullptr, 1, 1) : nullptr);
    std::vector<float> plane;
    if (!soft)
        return plane;
    const int width = width_of(soft);
    const int height = height_of(soft);
    plane.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y) {
        const l_uint32* row =
            pixGetData(soft.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(soft.get());
        for (int x = 0; x < width; ++x)
            plane.push_back(static_cast<float>(GET_DATA_BYTE(row, x)));
    }
    return plane;
}

} // namespace

Ground::Ground(const PixPtr& colour) : m_width(width_of(colour)), m_height(height_of(colour)) {
    const PixPtr darkest(pixConvertRGBToGrayMinMax(colour.get(), L_CHOOSE_MIN));
    const PixPtr light = to_grey(colour);
    if (!darkest || !light)
        return;
    m_planes = {plane_of(darkest), plane_of(light)};
    if (m_planes[0].empty() || m_planes[1].empty())
        return;
    weigh_print(light);
    vote();
}

void Ground::weigh_print(const PixPtr& light) {
    const auto columns = static_cast<std::size_t>(m_width) + 1;
    m_print.assign(columns * static_cast<std::size_t>(m_height), 0);
    for (int y = 0; y < m_height; ++y) {
        const l_uint32* row =
            pixGetData(light.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(light.get());
        const auto start = static_cast<std::size_t>(y) * columns;
        const auto* plane = &m_planes[1][static_cast<std::size_t>(y) * (columns - 1)];
        for (int x = 0; x < m_width; ++x) {
            const double depth = plane[x] - static_cast<float>(GET_DATA_BYTE(row, x));
            const auto at = start + static_cast<std::size_t>(x);
            m_print[at + 1] = m_print[at] + std::clamp(depth - least_depth, 0.0, 40.0);
        }
    }
}

double Ground::print_within(const Quad& quad) const {
    const auto columns = static_cast<std::size_t>(m_width) + 1;
    double all = 0;
    double within = 0;
    for (int y = 0; y < m_height; ++y) {
        double left = m_width;
        double right = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto& a = quad[i];
            const auto& b = quad[(i + 1) % 4];
            if ((a.y <= y) == (b.y <= y))
                continue;
            const double x = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
            left = std::min(left, x);
            right = std::max(right, x);
        }
        const auto* row = &m_print[static_cast<std::size_t>(y) * columns];
        all += row[m_width];
        if (left < right)
            within += row[std::clamp(static_cast<int>(right), 0, m_width)] -
                      row[std::clamp(static_cast<int>(left), 0, m_width)];
    }
    return all > 0 ? within / all : 1;
}

/// Hough's transform; each edge point votes for the lines that run across its gradient.
void Ground::vote() {
    m_reach = static_cast<int>(std::hypot(m_width, m_height)) + 2;
    m_votes.assign(static_cast<std::size_t>(m_reach) * 2 * angles, 0);
    for (const auto& plane : m_planes)
        for (int y = 1; y + 1 < m_height; ++y)
            for (int x = 1; x + 1 < m_width; ++x)
                vote_at(plane, x, y);
}

void Ground::vote_at(const std::vector<float>& plane, int x, int y) {
    const auto stride = static_cast<std::size_t>(m_width);
    const auto at = static_cast<std::size_t>(y) * stride + static_cast<std::size_t>(x);
    const double gx = plane[at + 1] - plane[at - 1];
    const double gy = plane[at + stride] - plane[at - stride];
    if (std::abs(gx) + std::abs(gy) < least_gradient)
        return;
    double angle = std::atan2(gy, gx);
    angle = angle < 0 ? angle + pi : angle;
    const int middle = static_cast<int>(angle / pi * angles);
    for (int i = middle - 3; i <= middle + 3; ++i) {
        const int column = (i + angles) % angles;
        const double turned = column * pi / angles;
        const double reach = x * std::cos(turned) + y * std::sin(turned);
        const auto row = static_cast<std::size_t>(std::lround(reach) + m_reach);
        ++m_votes[row * angles + static_cast<std::size_t>(column)];
    }
}

/// Whether two lines are one: near each other at `middle`, and lying alike.
bool Ground::same(const Edge& a, const Edge& b, const Spot& middle) {
    const double apart = std::abs(a.angle - b.angle);
    const bool opposite = apart > pi / 2;
    const auto off = [&middle](const Edge& edge) {
        return edge.reach - middle.x * std::cos(edge.angle) - middle.y * std::sin(edge.angle);
    };
    return (opposite ? pi - apart : apart) < 0.09 &&
           std::abs(off(a) - (opposite ? -off(b) : off(b))) < 7;
}

std::vector<Ground::Edge> Ground::edges(bool upright) const {
    std::vector<Edge> found;
    const int least = (upright ? m_height : m_width) / 8;
    for (std::size_t i = 0; i < m_votes.size(); ++i) {
        const int column = static_cast<int>(i % angles);
        const int row = static_cast<int>(i / angles);
        const bool is_upright = column < angles / 4 || column >= 3 * angles / 4;
        if (is_upright == upright && m_votes[i] >= least)
            found.push_back(
                {.angle = column * pi / angles,
                 .reach = static_cast<double>(row - m_reach),
                 .votes = m_votes[i]}
            );
    }
    std::ranges::sort(found, std::greater<>(), &Edge::votes);
    const Spot middle{.x = m_width / 2.0, .y = m_height / 2.0};
    std::vector<Edge> kept;
    for (const auto& edge : found) {
        const auto known = [&](const Edge& other) { return same(edge, other, middle); };
        if (std::ranges::none_of(kept, known))
            kept.push_back(edge);
        if (kept.size() == most_edges)
            break;
    }
    return kept;
}

std::vector<Ground::Edge> Ground::level_edges() const {
    return edges(false);
}

std::vector<Ground::Edge> Ground::upright_edges() const {
    return edges(true);
}

double Ground::step_at(double x, double y, const Spot& inward) const {
    const auto index = [this](double px, double py) {
        const int ix = std::clamp(static_cast<int>(std::lround(px)), 0, m_width - 1);
        const int iy = std::clamp(static_cast<int>(std::lround(py)), 0, m_height - 1);
        return static_cast<std::size_t>(iy) * static_cast<std::size_t>(m_width) +
               static_cast<std::size_t>(ix);
    };
    const auto in = index(x + step_reach * inward.x, y + step_reach * inward.y);
    const auto out = index(x - step_reach * inward.x, y - step_reach * inward.y);
    return std::max(m_planes[0][in] - m_planes[0][out], m_planes[1][in] - m_planes[1][out]);
}

double Ground::support(const Spot& a, const Spot& b) const {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const int samples = static_cast<int>(length / 3);
    if (samples < 5)
        return 0;
    const Spot inward{.x = -(b.y - a.y) / length, .y = (b.x - a.x) / length};
    int clear = 0;
    for (int i = 0; i < samples; ++i) {
        const double part = (i + 0.5) / samples;
        const double step = step_at(a.x + part * (b.x - a.x), a.y + part * (b.y - a.y), inward);
        clear += step >= clear_step ? 1 : 0;
    }
    return static_cast<double>(clear) / samples;
}

double Ground::mean_step(const Spot& a, const Spot& b) const {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const int samples = std::max(5, static_cast<int>(length / 3));
    const Spot inward{.x = -(b.y - a.y) / length, .y = (b.x - a.x) / length};
    double sum = 0;
    for (int i = 0; i < samples; ++i) {
        const double part = (i + 0.5) / samples;
        const double step = step_at(a.x + part * (b.x - a.x), a.y + part * (b.y - a.y), inward);
        sum += std::clamp(step, 0.0, 60.0); // one very dark place must not decide
    }
    return sum / samples;
}

Ground::Side Ground::fitted(const Side& side) const {
    const double length = std::max(1.0, std::hypot(side.b.x - side.a.x, side.b.y - side.a.y));
    const Spot inward{.x = -(side.b.y - side.a.y) / length, .y = (side.b.x - side.a.x) / length};
    double best = -1;
    Side result = side;
    for (int p = -4; p <= 4; ++p)
        for (int q = -4; q <= 4; ++q) {
            const Spot from{.x = side.a.x + p * inward.x, .y = side.a.y + p * inward.y};
            const Spot to{.x = side.b.x + q * inward.x, .y = side.b.y + q * inward.y};
            const double step = mean_step(from, to) - 0.01 * (std::abs(p) + std::abs(q));
            if (step > best) {
                best = step;
                result = {.a = from, .b = to};
            }
        }
    return result;
}

Quad Ground::fitted(Quad quad) const {
    std::array<Side, 4> sides{};
    for (std::size_t i = 0; i < 4; ++i)
        sides[i] = fitted(Side{.a = quad[i], .b = quad[(i + 1) % 4]});
    for (std::size_t i = 0; i < 4; ++i) { // a corner is where its two sides meet
        const auto& s = sides[(i + 3) % 4];
        const auto& t = sides[i];
        const Spot u{.x = s.b.x - s.a.x, .y = s.b.y - s.a.y};
        const Spot v{.x = t.b.x - t.a.x, .y = t.b.y - t.a.y};
        const double turn = u.x * v.y - u.y * v.x;
        if (std::abs(turn) < 1e-6)
            continue;
        const double k = ((t.a.x - s.a.x) * v.y - (t.a.y - s.a.y) * v.x) / turn;
        quad[i] = {.x = s.a.x + k * u.x, .y = s.a.y + k * u.y};
    }
    return quad;
}

} // namespace guichet::scan
