// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/mrz/glyphs.hpp"
#include "scan/pix.hpp"

#include <cstdint>

namespace guichet::scan {

/// Where a line lies in the picture and how large its letters are, in pixels.
struct Frame {
    double x0{}; ///< any place on the line
    double y0{};
    double slope{}; ///< at x0
    double bow{};   ///< of a bent page: how much the line falls with the square of the way from x0
    double height{};
    double pitch{};
    bool upside_down{false};

    double y_at(double x) const { return y0 + (x - x0) * (slope + bow * (x - x0)); }
};

/// How much likelier a letter is than nothing, in nats, at most 5 either way.
float gain_of(const GlyphScores& scores);
float best_letter(const GlyphScores& scores);

/// Looks at places of a grey picture through a model. Both must outlive it.
class Look {
public:
    Look(const PixPtr& grey, const GlyphModel& model);

    /// What stands at `x` on the line. `floor` is what spread of grey counts as ink.
    GlyphScores at(const Frame& frame, double x, float floor) const;

    /// The floor for a line between two places.
    float floor(const Frame& frame, double left, double right) const;

    /// The mean of what a letter looks like in its window and in windows a little beside, larger
    /// and smaller: a letter that changes with so little is not clear, whatever one window says.
    GlyphScores steadily_at(const Frame& frame, double x, float floor) const;

    double width() const { return m_width; }

private:
    float value(int x, int y) const;
    float between(double x, double y) const;
    Window cut(const Frame& frame, double x) const;

    const std::uint32_t* m_data;
    std::ptrdiff_t m_stride;
    int m_width;
    int m_height;
    const GlyphModel* m_model;
};

} // namespace guichet::scan
