// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/pitch.hpp"
#include "scan/mrz/strip.hpp"

#include <algorithm>
#include <cmath>

namespace guichet::scan {

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

Likeness ocrb_likeness(const Look& look, const PrintLine& line) {
    Frame frame = frame_of(line);
    const float floor = look.floor(frame, line.x0, line.x1);
    const std::size_t stride = std::max<std::size_t>(1, line.centres.size() / 24);
    Likeness likeness;
    double count = 0;
    for (std::size_t i = 0; i < line.centres.size(); i += stride) {
        for (const bool turned : {false, true}) {
            frame.upside_down = turned;
            const float best = best_letter(look.at(frame, line.centres[i], floor));
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

} // namespace guichet::scan
