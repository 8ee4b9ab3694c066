#pragma once

#include "scan/clean/lines.hpp"
#include "scan/mrz/glyphs.hpp"
#include "scan/pix.hpp"

#include <vector>

namespace guichet::scan {

/// The characters of one printed line, at a fixed pitch. Positions are pixels of the picture read.
struct ReadLine {
    std::vector<GlyphScores> characters;
    std::vector<double> centres; ///< along x
    double y0{};                 ///< middle of the first character
    double y1{};
    double height{};
    double pitch{};
    double gain{}; ///< how much likelier letters are here than nothing, in nats, summed

    double y_of(std::size_t index) const;
};

/// The same line read as 30, 36 and 44 characters.
struct LineReadings {
    std::vector<ReadLine> by_length; ///< in the order of line_lengths
    PrintLine place;
};

inline constexpr int line_lengths[] = {30, 36, 44};

/// How many of the line's blobs look like OCR-B letters (0 to 1), upright and upside down.
struct Likeness {
    double upright{};
    double upside_down{};
};
Likeness ocrb_likeness(const PixPtr& grey, const PrintLine& line);

/// What part of the line's blobs stand a whole number of pitches apart: all in a fixed-pitch zone,
/// few in ordinary print. Cheap.
double pitch_regularity(const PrintLine& line);

/// Slides over the line and finds the best run of letters of each length. `left` and `right` bound
/// the search along x.
LineReadings read_line(const PixPtr& grey, const PrintLine& line, double left, double right);

} // namespace guichet::scan
