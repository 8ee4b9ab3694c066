// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"

#include <array>
#include <numbers>
#include <vector>

namespace guichet::scan {

inline constexpr double degree = std::numbers::pi / 180; ///< in radians

/// A place between pixels.
struct Spot {
    double x{};
    double y{};
};

/// Four corners clockwise from the one nearest the origin.
using Quad = std::array<Spot, 4>;

/// A small picture without its print, in which the sides of a sheet are looked for.
class Ground {
public:
    explicit Ground(const PixPtr& colour);

    bool empty() const { return m_planes.front().empty(); }
    int width() const { return m_width; }
    int height() const { return m_height; }

    /// Straight edges, the longest first: those rather level, and those rather upright.
    struct Edge {
        double angle{}; ///< of the normal, radians
        double reach{}; ///< of the normal from the origin, pixels
        int votes{};
    };
    std::vector<Edge> level_edges() const;
    std::vector<Edge> upright_edges() const;

    /// The part of the side from `a` to `b` (0 to 1) at which the ground gets lighter towards its
    /// right hand, which is the inside of a figure given clockwise.
    double support(const Spot& a, const Spot& b) const;

    /// The part of all print, blots and other small dark marks that lies within `quad` (0 to 1).
    double print_within(const Quad& quad) const;

    /// `quad` with each side moved by a few pixels to where the step from dark to light is largest.
    Quad fitted(Quad quad) const;

private:
    struct Side {
        Spot a;
        Spot b;
    };
    Side fitted(const Side& side) const;
    double step_at(double x, double y, const Spot& inward) const;
    double mean_step(const Spot& a, const Spot& b) const;
    std::vector<Edge> edges(bool upright) const;
    static bool same(const Edge& a, const Edge& b, const Spot& middle);
    void vote();
    void vote_at(const std::vector<float>& plane, int x, int y);
    void weigh_print(const PixPtr& light);

    int m_width{};
    int m_height{};
    int m_reach{};                                ///< of the votes, half their rows
    std::array<std::vector<float>, 2> m_planes{}; ///< the darkest channel, and the lightness
    std::vector<int> m_votes;
    std::vector<double>
        m_print; ///< of each row, how much stands left of each column and at its end
};

} // namespace guichet::scan
