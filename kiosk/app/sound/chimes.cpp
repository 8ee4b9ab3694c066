// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sound/chimes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace guichet::app {

namespace {

/// One stroke of a small bell.
struct Note {
    double start{};  ///< s
    double pitch{};  ///< Hz
    double length{}; ///< s until it is a hundredth as loud
    double volume{0.3};
};

using visit::please::Chime;

constexpr double c5 = 523.25;
constexpr double e5 = 659.26;
constexpr double g5 = 783.99;
constexpr double c6 = 1046.5;
constexpr double d5 = 587.33;
constexpr double a5 = 880.0;

/// Up is good news; the beacon alone goes up and down, and is louder: it looks for somebody.
std::vector<Note> notes_of(Chime chime) {
    switch (chime) {
    case Chime::Sent:
        return {{0, e5, 0.35}};
    case Chime::Received:
        return {{0, c5, 0.35}, {0.16, e5, 0.5}};
    case Chime::Claimed:
        return {{0, c5, 0.35}, {0.16, e5, 0.35}, {0.32, g5, 0.7}};
    case Chime::Here:
        return {{0, c5, 0.9, 0.2}, {0, g5, 0.9, 0.2}, {0.02, c6, 0.9, 0.15}};
    case Chime::Beacon:
        return {{0, a5, 0.4, 0.5}, {0.25, e5, 0.4, 0.5}, {0.5, a5, 0.4, 0.5}, {0.75, e5, 0.7, 0.5}};
    case Chime::Asked:
        return {{0, d5, 0.3}, {0.3, d5, 0.5}};
    }
    return {};
}

/// A rounded beginning, so that nothing clicks; overtones fade first, as a bell's do.
double sound_of(const Note& note, double at) {
    constexpr double rise = 0.008;
    const double since = at - note.start;
    if (since < 0)
        return 0;
    const double fade = std::exp(-since * std::log(100.0) / note.length);
    const double begin = std::min(1.0, since / rise);
    const double turn = 2 * std::numbers::pi * note.pitch * since;
    return note.volume * begin *
           (fade * std::sin(turn) + 0.25 * fade * fade * std::sin(2 * turn) +
            0.08 * fade * fade * fade * std::sin(3 * turn));
}

} // namespace

Samples samples_of(Chime chime) {
    const auto notes = notes_of(chime);
    double end = 0;
    for (const auto& note : notes)
        end = std::max(end, note.start + note.length);
    Samples samples(static_cast<std::size_t>(end * samples_per_second));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        double sum = 0;
        for (const auto& note : notes)
            sum += sound_of(note, static_cast<double>(i) / samples_per_second);
        samples[i] = static_cast<std::int16_t>(std::lround(std::clamp(sum, -1.0, 1.0) * 32767));
    }
    return samples;
}

} // namespace guichet::app
