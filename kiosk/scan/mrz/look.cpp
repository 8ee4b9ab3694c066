// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/look.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr float ink = 0.35F;   ///< part of the line's spread (training used the same)
constexpr float least = 1e-6F; ///< probability

} // namespace

float best_letter(const GlyphScores& scores) {
    return *std::max_element(scores.begin(), scores.begin() + glyph_count);
}

float gain_of(const GlyphScores& scores) {
    return std::clamp(best_letter(scores) - scores[glyph_none], -5.0F, 5.0F);
}

Look::Look(const PixPtr& grey, const GlyphModel& model)
    : m_data(pixGetData(grey.get())), m_stride(pixGetWpl(grey.get())), m_width(width_of(grey)),
      m_height(height_of(grey)), m_model(&model) {}

float Look::value(int x, int y) const {
    return static_cast<float>(GET_DATA_BYTE(m_data + y * m_stride, x));
}

/// Grey between pixels; beyond the edge the edge goes on.
float Look::between(double x, double y) const {
    const double cx = std::clamp(x, 0.0, m_width - 1.001);
    const double cy = std::clamp(y, 0.0, m_height - 1.001);
    const int ix = static_cast<int>(cx);
    const int iy = static_cast<int>(cy);
    const auto fx = static_cast<float>(cx - ix);
    const auto fy = static_cast<float>(cy - iy);
    const float top = value(ix, iy) * (1 - fx) + value(ix + 1, iy) * fx;
    const float bottom = value(ix, iy + 1) * (1 - fx) + value(ix + 1, iy + 1) * fx;
    return top * (1 - fy) + bottom * fy;
}

Window Look::cut(const Frame& frame, double x) const {
    const double turn = frame.upside_down ? -1 : 1;
    const double step_x = frame.pitch / cell_pitch * turn;
    const double step_y = frame.height / cap_height * turn;
    const double y = frame.y_at(x);
    const double slope = frame.slope + 2 * frame.bow * (x - frame.x0);
    Window window{};
    std::size_t at = 0;
    for (int j = 0; j < cell_height; ++j)
        for (int i = 0; i < cell_width; ++i, ++at) {
            const double ox = (i - (cell_width - 1) / 2.0) * step_x;
            const double oy = (j - (cell_height - 1) / 2.0) * step_y;
            window[at] = between(x + ox - slope * oy, y + oy + slope * ox);
        }
    return window;
}

float Look::floor(const Frame& frame, double left, double right) const {
    double sum = 0;
    double squares = 0;
    double count = 0;
    const int steps = static_cast<int>((right - left) * 8 / frame.pitch);
    for (int i = 0; i < steps; ++i)
        for (int j = -6; j <= 6; ++j) {
            const double x = left + i * frame.pitch / 8;
            const double grey = between(x, frame.y_at(x) + j * frame.height / 10);
            sum += grey;
            squares += grey * grey;
            count += 1;
        }
    if (count < 1)
        return 1;
    return ink *
           static_cast<float>(std::sqrt(std::max(1.0, squares / count - sum / count * sum / count))
           );
}

GlyphScores Look::at(const Frame& frame, double x, float floor) const {
    Window window = cut(frame, x);
    normalise(window, floor);
    return m_model->read(window);
}

GlyphScores Look::steadily_at(const Frame& frame, double x, float floor) const {
    struct Move {
        double across;
        double down;
        double larger;
    };
    constexpr std::array<Move, 7> moves{
        {{0, 0, 1},
         {0.05, 0, 1},
         {-0.05, 0, 1},
         {0, 0.05, 1},
         {0, -0.05, 1},
         {0, 0, 1.06},
         {0, 0, 0.94}}};
    GlyphScores mean{};
    for (const auto& move : moves) {
        Frame moved = frame;
        moved.y0 += move.down * frame.height;
        moved.height *= move.larger;
        const auto scores = at(moved, x + move.across * frame.pitch, floor);
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] += std::exp(scores[i]) / static_cast<float>(moves.size());
    }
    for (auto& score : mean)
        score = std::log(std::max(score, least));
    return mean;
}

} // namespace guichet::scan
