// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/clean/lines.hpp"
#include "scan/mrz/look.hpp"

#include <span>
#include <vector>

namespace guichet::scan {

/// The characters of one printed line, at a fixed pitch. Positions are pixels of the picture read.
struct ReadLine {
    int length{};
    std::vector<GlyphScores> characters;
    std::vector<double> centres; ///< along x
    Frame frame;
    double gain{}; ///< how much likelier letters are here than nothing, in nats, summed

    double y_of(std::size_t index) const { return frame.y_at(centres[index]); }
};

/// How many of the line's blobs look like OCR-B letters (0 to 1), upright and upside down.
struct Likeness {
    double upright{};
    double upside_down{};
};
Likeness ocrb_likeness(const Look& look, const PrintLine& line);

/// What part of the line's blobs stand a whole number of pitches apart: all in a fixed-pitch zone,
/// few in ordinary print. Cheap.
double pitch_regularity(const PrintLine& line);

/// Slides over the line and finds the best run of letters of each of these lengths; one that holds
/// fewer letters than empty places is left out. `left` and `right` bound the search along x.
std::vector<ReadLine> read_line(
    const Look& look, const PrintLine& line, double left, double right, std::span<const int> lengths
);

} // namespace guichet::scan
