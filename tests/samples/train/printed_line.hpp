// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/mrz/glyphs.hpp"

#include <string>
#include <vector>

/// A grey picture of one printed line of OCR-B, spoiled as printers, scanners and cameras do, and
/// where its characters stand.
struct PrintedLine {
    int width{};
    int height{};
    std::vector<float> grey;
    std::string text;
    double first{};   ///< centre of the first character
    double pitch{};   ///< between centres
    double middle{};  ///< of the capitals, from the top
    double capital{}; ///< their height
    double slope{};
    double spread{}; ///< standard deviation of the whole line

    float at(double x, double y) const;
    /// Where a pixel stands in `grey`.
    std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x);
    }
};

PrintedLine print_line();

/// Ink, paper, uneven light, security patterns, blur, noise, JPEG. `ink` is one byte a pixel.
void spoil(PrintedLine& line, const std::vector<unsigned char>& ink, int stride);

/// A window of the line, a little off its place and size. `index` counts characters, `down` is
/// heights of a capital.
guichet::scan::Window cut_window(const PrintedLine& line, double index, double down);
