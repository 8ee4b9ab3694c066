#include "scan/mrz/strip.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr int longest = 44;
constexpr int nearest_step = 9;
constexpr int farthest_step = 15;

/// Where a line lies in the picture and how it is scaled into windows.
struct Frame {
    double x0{};
    double y0{};
    double slope{};
    double height{};
    double pitch{};
    bool upside_down{false};
};

/// Grey values between pixels; beyond the edge the edge goes on.
class Sampler {
public:
    explicit Sampler(const PixPtr& grey)
        : m_data(pixGetData(grey.get())), m_stride(pixGetWpl(grey.get())), m_width(width_of(grey)),
          m_height(height_of(grey)) {}

    float at(double x, double y) const {
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

private:
    float value(int x, int y) const {
        const l_uint32* row = m_data + static_cast<std::ptrdiff_t>(y) * m_stride;
        return static_cast<float>(GET_DATA_BYTE(row, x));
    }

    const l_uint32* m_data;
    int m_stride;
    int m_width;
    int m_height;
};

Window cut(const Sampler& sampler, const Frame& frame, double x) {
    const double turn = frame.upside_down ? -1 : 1;
    const double step_x = frame.pitch / cell_pitch * turn;
    const double step_y = frame.height / cap_height * turn;
    const double y = frame.y0 + frame.slope * (x - frame.x0);
    Window window{};
    std::size_t at = 0;
    for (int j = 0; j < cell_height; ++j)
        for (int i = 0; i < cell_width; ++i, ++at) {
            const double ox = (i - (cell_width - 1) / 2.0) * step_x;
            const double oy = (j - (cell_height - 1) / 2.0) * step_y;
            window[at] = sampler.at(x + ox - frame.slope * oy, y + oy + frame.slope * ox);
        }
    return window;
}

/// Spread of the grey values along the line: what counts as ink there.
float line_spread(const Sampler& sampler, const Frame& frame, double left, double right) {
    double sum = 0;
    double squares = 0;
    double count = 0;
    for (double x = left; x < right; x += frame.pitch / 8)
        for (int j = -6; j <= 6; ++j) {
            const double y = frame.y0 + frame.slope * (x - frame.x0) + j * frame.height / 10;
            const double value = sampler.at(x, y);
            sum += value;
            squares += value * value;
            count += 1;
        }
    if (count < 1)
        return 1;
    return static_cast<float>(std::sqrt(std::max(1.0, squares / count - sum / count * sum / count))
    );
}

float best_letter(const GlyphScores& scores) {
    return *std::max_element(scores.begin(), scores.begin() + glyph_count);
}

float gain_of(const GlyphScores& scores) {
    return std::clamp(best_letter(scores) - scores[glyph_none], -5.0F, 5.0F);
}

struct Sliding {
    double first{}; ///< x of the first window
    double step{};
    std::vector<GlyphScores> scores;
    std::vector<float> gains;
};

Sliding slide(const Sampler& sampler, const Frame& frame, double left, double right) {
    Sliding sliding{.first = left, .step = frame.pitch / cell_pitch, .scores = {}, .gains = {}};
    const float floor = 0.35F * line_spread(sampler, frame, left, right);
    for (double x = left; x <= right; x += sliding.step) {
        Window window = cut(sampler, frame, x);
        normalise(window, floor);
        sliding.scores.push_back(read_glyph(window));
        sliding.gains.push_back(gain_of(sliding.scores.back()));
    }
    return sliding;
}

/// Best sums of gains of runs of n letters ending at each window, and the steps taken.
struct Runs {
    std::size_t width{};
    std::vector<float> sums;
    std::vector<std::int8_t> steps;

    std::size_t at(int n, std::size_t t) const { return static_cast<std::size_t>(n) * width + t; }
};

Runs find_runs(const Sliding& sliding) {
    constexpr float never = -1e9F;
    Runs runs{.width = sliding.gains.size(), .sums = {}, .steps = {}};
    runs.sums.assign((longest + 1) * runs.width, never);
    runs.steps.assign((longest + 1) * runs.width, 0);
    std::copy(
        sliding.gains.begin(),
        sliding.gains.end(),
        runs.sums.begin() + static_cast<std::ptrdiff_t>(runs.width)
    );
    for (int n = 2; n <= longest; ++n)
        for (std::size_t t = nearest_step; t < runs.width; ++t) {
            auto& best = runs.sums[runs.at(n, t)];
            for (int d = nearest_step; d <= farthest_step && d <= static_cast<int>(t); ++d) {
                const auto off = static_cast<float>(d - cell_pitch);
                const float sum = runs.sums[runs.at(n - 1, t - static_cast<std::size_t>(d))] +
                                  sliding.gains[t] - 0.12F * off * off;
                if (sum > best) {
                    best = sum;
                    runs.steps[runs.at(n, t)] = static_cast<std::int8_t>(d);
                }
            }
        }
    return runs;
}

ReadLine take(const Sliding& sliding, const Runs& runs, const Frame& frame, int length) {
    ReadLine line;
    line.gain = -1e9;
    std::size_t end = 0;
    for (std::size_t t = 0; t < runs.width; ++t)
        if (runs.sums[runs.at(length, t)] > line.gain) {
            line.gain = runs.sums[runs.at(length, t)];
            end = t;
        }
    if (line.gain < -1e8)
        return line;
    std::size_t t = end;
    for (int n = length; n >= 1; --n) {
        line.characters.push_back(sliding.scores[t]);
        line.centres.push_back(sliding.first + static_cast<double>(t) * sliding.step);
        t -= static_cast<std::size_t>(runs.steps[runs.at(n, t)]);
    }
    std::ranges::reverse(line.characters);
    std::ranges::reverse(line.centres);
    line.y0 = frame.y0 + frame.slope * (line.centres.front() - frame.x0);
    line.y1 = frame.y0 + frame.slope * (line.centres.back() - frame.x0);
    line.height = frame.height;
    line.pitch = frame.pitch;
    return line;
}

/// The usual distance between neighbouring blobs, when it can be a pitch.
double guess_pitch(const PrintLine& line) {
    std::vector<double> steps;
    for (std::size_t i = 1; i < line.centres.size(); ++i)
        steps.push_back(line.centres[i] - line.centres[i - 1]);
    std::erase_if(steps, [&](double step) {
        return step < 0.75 * line.height || step > 1.6 * line.height;
    });
    if (steps.size() < 5)
        return 1.08 * line.height;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

Frame frame_of(const PrintLine& line) {
    return {
        .x0 = line.x0,
        .y0 = line.y0,
        .slope = line.slope(),
        .height = line.height,
        .pitch = guess_pitch(line)};
}

/// The sum of gains of a run if the frame were a little different.
double fitness(const Sampler& sampler, const Frame& frame, const ReadLine& line, float floor) {
    double sum = 0;
    for (const double x : line.centres) {
        Window window = cut(sampler, frame, x);
        normalise(window, floor);
        const auto scores = read_glyph(window);
        sum += std::clamp(best_letter(scores), -5.0F, 0.0F) - std::max(scores[glyph_none], -5.0F);
    }
    return sum;
}

/// Moves, tilts and stretches the frame while the letters become clearer.
Frame refine(const Sampler& sampler, Frame frame, const ReadLine& line) {
    const double span = std::max(1.0, line.centres.back() - line.centres.front());
    const double middle = (line.centres.front() + line.centres.back()) / 2;
    frame.y0 += frame.slope * (middle - frame.x0);
    frame.x0 = middle;
    const float floor =
        0.35F * line_spread(sampler, frame, line.centres.front(), line.centres.back());
    double best = fitness(sampler, frame, line, floor);
    const auto improve = [&](auto change) {
        for (const double amount : {-1.0, 1.0}) {
            Frame tried = frame;
            change(tried, amount);
            const double sum = fitness(sampler, tried, line, floor);
            if (sum > best) {
                best = sum;
                frame = tried;
                return;
            }
        }
    };
    for (int round = 0; round < 2; ++round) {
        improve([&](Frame& f, double a) { f.y0 += a * 0.09 * f.height; });
        improve([&](Frame& f, double a) { f.height *= 1 + a * 0.09; });
        improve([&](Frame& f, double a) { f.slope += a * 0.16 * f.height / span; });
    }
    return frame;
}

/// The mean of what a letter looks like in its window and in four windows a little beside it: a
/// letter that changes with so little is not clear, whatever one window says.
GlyphScores read_steadily(const Sampler& sampler, Frame frame, double x, float floor) {
    constexpr double aside = 0.04;
    constexpr std::array<std::array<double, 2>, 5> moves{
        {{0, 0}, {aside, 0}, {-aside, 0}, {0, aside}, {0, -aside}}};
    GlyphScores mean{};
    const double y0 = frame.y0;
    for (const auto& [across, down] : moves) {
        frame.y0 = y0 + down * frame.height;
        Window window = cut(sampler, frame, x + across * frame.pitch);
        normalise(window, floor);
        const auto scores = read_glyph(window);
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] += std::exp(scores[i]) / static_cast<float>(moves.size());
    }
    for (auto& score : mean)
        score = std::log(std::max(score, 1e-6F));
    return mean;
}

} // namespace

double ReadLine::y_of(std::size_t index) const {
    if (centres.size() < 2)
        return y0;
    return y0 + (y1 - y0) * static_cast<double>(index) / static_cast<double>(centres.size() - 1);
}

double pitch_regularity(const PrintLine& line) {
    if (line.centres.size() < 3)
        return 1; // all blobs are wider than letters: nothing can be said
    const double pitch = guess_pitch(line);
    double regular = 0;
    for (std::size_t i = 1; i < line.centres.size(); ++i) {
        const double steps = (line.centres[i] - line.centres[i - 1]) / pitch;
        regular += steps > 0.75 && std::abs(steps - std::round(steps)) < 0.2 ? 1 : 0;
    }
    return regular / static_cast<double>(line.centres.size() - 1);
}

Likeness ocrb_likeness(const PixPtr& grey, const PrintLine& line) {
    const Sampler sampler(grey);
    Frame frame = frame_of(line);
    const float floor = 0.35F * line_spread(sampler, frame, line.x0, line.x1);
    const std::size_t stride = std::max<std::size_t>(1, line.centres.size() / 24);
    Likeness likeness;
    double count = 0;
    for (std::size_t i = 0; i < line.centres.size(); i += stride) {
        for (const bool turned : {false, true}) {
            frame.upside_down = turned;
            Window window = cut(sampler, frame, line.centres[i]);
            normalise(window, floor);
            const float best = best_letter(read_glyph(window));
            (turned ? likeness.upside_down : likeness.upright) += std::exp(best);
        }
        count += 1;
    }
    if (count > 0) {
        likeness.upright /= count;
        likeness.upside_down /= count;
    }
    return likeness;
}

LineReadings read_line(const PixPtr& grey, const PrintLine& line, double left, double right) {
    const Sampler sampler(grey);
    Frame frame = frame_of(line);
    auto sliding = slide(sampler, frame, left, right);
    auto runs = find_runs(sliding);
    ReadLine best;
    best.gain = -1e9;
    for (const int length : line_lengths) {
        auto read = take(sliding, runs, frame, length);
        if (!read.centres.empty() && read.gain > best.gain)
            best = std::move(read);
    }
    LineReadings readings{.by_length = {}, .place = line};
    if (best.centres.empty())
        return readings;
    frame = refine(sampler, frame, best);
    frame.pitch =
        (best.centres.back() - best.centres.front()) / static_cast<double>(best.centres.size() - 1);
    sliding = slide(sampler, frame, left, right);
    runs = find_runs(sliding);
    const float floor = 0.35F * line_spread(sampler, frame, left, right);
    for (const int length : line_lengths) {
        auto read = take(sliding, runs, frame, length);
        for (std::size_t i = 0; i < read.centres.size(); ++i)
            read.characters[i] = read_steadily(sampler, frame, read.centres[i], floor);
        readings.by_length.push_back(std::move(read));
    }
    return readings;
}

} // namespace guichet::scan
