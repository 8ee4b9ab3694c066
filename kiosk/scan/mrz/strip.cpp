// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/strip.hpp"

#include "scan/mrz/pitch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace guichet::scan {

namespace {

constexpr float never = -1e9F;
/// Windows a pitch, when sliding for a first and for the last time.
constexpr int coarse = 6;
constexpr int fine = 12;
/// What a step that is off the pitch costs, in nats per square of a twelfth.
constexpr float unevenness = 0.12F;
/// Less gain a letter than this is not a line of that length.
constexpr double least_gain = 1.2;

struct Sliding {
    double first{}; ///< x of the first window
    double step{};
    int per_pitch{};
    std::vector<GlyphScores> scores;
    std::vector<float> gains;
};

struct Stretch {
    double left;
    double right;
};

Sliding slide(const Look& look, const Frame& frame, const Stretch& stretch, int per_pitch) {
    Sliding sliding{
        .first = stretch.left,
        .step = frame.pitch / per_pitch,
        .per_pitch = per_pitch,
        .scores = {},
        .gains = {}};
    const float floor = look.floor(frame, stretch.left, stretch.right);
    const int count = static_cast<int>((stretch.right - stretch.left) / sliding.step) + 1;
    for (int i = 0; i < count; ++i) {
        sliding.scores.push_back(look.at(frame, stretch.left + i * sliding.step, floor));
        sliding.gains.push_back(gain_of(sliding.scores.back()));
    }
    return sliding;
}

/// Best sums of gains of runs of n letters ending at each window, and the steps taken.
class Runs {
public:
    Runs(const Sliding& sliding, int longest)
        : m_sliding(sliding), m_width(sliding.gains.size()),
          m_nearest((sliding.per_pitch * 3 + 3) / 4), m_farthest(sliding.per_pitch * 5 / 4) {
        const auto cells = static_cast<std::size_t>(longest + 1) * m_width;
        m_sums.assign(cells, never);
        m_steps.assign(cells, 0);
        std::ranges::copy(sliding.gains, m_sums.begin() + static_cast<std::ptrdiff_t>(m_width));
        for (int n = 2; n <= longest; ++n)
            for (int t = m_nearest; t < static_cast<int>(m_width); ++t)
                extend(n, t);
    }

    /// The best run of that length; without centres when there is no room for one.
    ReadLine take(const Frame& frame, int length) const {
        ReadLine line{.length = length, .characters = {}, .centres = {}, .frame = frame};
        const auto begin = m_sums.begin() + static_cast<std::ptrdiff_t>(at(length, 0));
        const auto best = std::max_element(begin, begin + static_cast<std::ptrdiff_t>(m_width));
        line.gain = m_width > 0 ? *best : never;
        if (line.gain < never / 2)
            return line;
        auto t = static_cast<int>(best - begin);
        for (int n = length; n >= 1; --n) {
            line.centres.push_back(m_sliding.first + t * m_sliding.step);
            t -= m_steps[at(n, t)];
        }
        std::ranges::reverse(line.centres);
        return line;
    }

private:
    std::size_t at(int n, int t) const {
        return static_cast<std::size_t>(n) * m_width + static_cast<std::size_t>(t);
    }

    void extend(int n, int t) {
        auto& best = m_sums[at(n, t)];
        const float gain = m_sliding.gains[static_cast<std::size_t>(t)];
        for (int d = m_nearest; d <= m_farthest && d <= t; ++d) {
            const auto off = static_cast<float>((d - m_sliding.per_pitch) * fine) /
                             static_cast<float>(m_sliding.per_pitch);
            const float sum = m_sums[at(n - 1, t - d)] + gain - unevenness * off * off;
            if (sum <= best)
                continue;
            best = sum;
            m_steps[at(n, t)] = static_cast<std::int8_t>(d);
        }
    }

    const Sliding& m_sliding;
    std::size_t m_width;
    int m_nearest;
    int m_farthest;
    std::vector<float> m_sums;
    std::vector<std::int8_t> m_steps;
};

/// Print keeps its pitch: each centre moves onto the straight line through those around it.
std::vector<double> evened(const std::vector<double>& centres) {
    constexpr int reach = 7;
    const int count = static_cast<int>(centres.size());
    std::vector<double> result;
    for (int i = 0; i < count; ++i) {
        const int begin = std::clamp(i - reach, 0, std::max(0, count - 2 * reach - 1));
        const int end = std::min(count, begin + 2 * reach + 1);
        const double n = end - begin;
        const double middle = (begin + end - 1) / 2.0;
        double sum = 0;
        double moment = 0;
        double spread = 0;
        for (int k = begin; k < end; ++k) {
            sum += centres[static_cast<std::size_t>(k)];
            moment += (k - middle) * centres[static_cast<std::size_t>(k)];
            spread += (k - middle) * (k - middle);
        }
        result.push_back(sum / n + (i - middle) * (spread > 0 ? moment / spread : 0));
    }
    return result;
}

/// Letters go to their place in the pitch, unless they stand out of it and are clearer there.
void settle(const Look& look, ReadLine& line, float floor) {
    constexpr double beside = 0.07;
    const auto even = evened(line.centres);
    const Frame& frame = line.frame;
    for (std::size_t i = 0; i < even.size(); ++i) {
        auto& centre = line.centres[i];
        const bool out = std::abs(centre - even[i]) > beside * frame.pitch;
        if (!out ||
            gain_of(look.at(frame, even[i], floor)) > gain_of(look.at(frame, centre, floor)))
            centre = even[i];
    }
}

/// Moves, tilts, bends and stretches a frame while the letters become clearer.
class Refinement {
public:
    Refinement(const Look& look, const ReadLine& line)
        : m_look(look), m_centres(line.centres), m_frame(line.frame),
          m_span(std::max(1.0, line.centres.back() - line.centres.front())) {
        const double middle = (m_centres.front() + m_centres.back()) / 2;
        m_frame.y0 = m_frame.y_at(middle);
        m_frame.x0 = middle;
        if (m_centres.size() > 1)
            m_frame.pitch = m_span / static_cast<double>(m_centres.size() - 1);
        m_floor = look.floor(m_frame, m_centres.front(), m_centres.back());
        m_best = clearness(m_frame);
    }

    Frame run() {
        for (const double size : {1.0, 0.6}) {
            improve([&](Frame& f, double a) { f.y0 += a * size * 0.1 * f.height; });
            improve([&](Frame& f, double a) { f.height *= 1 + a * size * 0.1; });
            improve([&](Frame& f, double a) { f.slope += a * size * 0.2 * f.height / m_span; });
        }
        improve([&](Frame& f, double a) {
            f.bow += a * 0.3 * f.height / (m_span * m_span);
            f.y0 -= a * 0.025 * f.height;
        });
        return m_frame;
    }

private:
    double clearness(const Frame& frame) const {
        double sum = 0;
        for (std::size_t i = 0; i < m_centres.size(); i += 2) {
            const auto scores = m_look.at(frame, m_centres[i], m_floor);
            sum +=
                std::clamp(best_letter(scores), -5.0F, 0.0F) - std::max(scores[glyph_none], -5.0F);
        }
        return sum;
    }

    template <typename Change>
    void improve(const Change& change) {
        for (const double amount : {-1.0, 1.0}) {
            Frame tried = m_frame;
            change(tried, amount);
            const double sum = clearness(tried);
            if (sum <= m_best)
                continue;
            m_best = sum;
            m_frame = tried;
            return;
        }
    }

    const Look& m_look;
    std::vector<double> m_centres;
    Frame m_frame;
    double m_span;
    float m_floor{};
    double m_best{};
};

/// The best run of any of the lengths, to find out where exactly the line lies.
ReadLine first_reading(
    const Look& look, const Frame& frame, const Stretch& stretch, std::span<const int> lengths
) {
    const auto sliding = slide(look, frame, stretch, coarse);
    const Runs runs(sliding, *std::ranges::max_element(lengths));
    ReadLine best;
    best.gain = never;
    for (const int length : lengths) {
        auto read = runs.take(frame, length);
        if (!read.centres.empty() && read.gain > best.gain)
            best = std::move(read);
    }
    return best;
}

} // namespace

std::vector<ReadLine> read_line(
    const Look& look, const PrintLine& line, double left, double right, std::span<const int> lengths
) {
    const Stretch stretch{left, right};
    const auto first = first_reading(look, frame_of(line), stretch, lengths);
    if (first.centres.empty() || first.gain < least_gain * first.length)
        return {}; // ordinary print: not worth a closer look
    const Frame frame = Refinement(look, first).run();
    const auto sliding = slide(look, frame, stretch, fine);
    const Runs runs(sliding, *std::ranges::max_element(lengths));
    const float floor = look.floor(frame, left, right);
    std::vector<ReadLine> readings;
    for (const int length : lengths) {
        auto read = runs.take(frame, length);
        if (read.centres.empty() || read.gain < least_gain * length)
            continue;
        settle(look, read, floor);
        for (const double x : read.centres)
            read.characters.push_back(look.steadily_at(frame, x, floor));
        readings.push_back(std::move(read));
    }
    return readings;
}

} // namespace guichet::scan
