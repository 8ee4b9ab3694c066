// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/clean/print.hpp"
#include "scan/pix.hpp"
#include "scan/read.hpp"
#include "scan/source.hpp"

#include <array>
#include <optional>
#include <vector>

namespace guichet::scan {

/// A page made ready for the readers. All boxes are in its pixels.
struct CleanPage {
    PixPtr colour;                                 ///< 32 bits, as it is shown to the person
    PixPtr grey;                                   ///< the same in 8 bits
    double dpi{};                                  ///< 0 when not known
    std::optional<std::array<Point, 4>> corners{}; ///< of the sheet in the picture it came from
    std::vector<PrintedWord> words{};              ///< of its text layer, where it has one
    std::optional<PrintLay> lay{};                 ///< of its print, where that was measured
    std::vector<Box> cards{};                      ///< that lie on it
};

/// Cuts the sheet out when its four corners are clear and undoes their perspective; turns print
/// upright, undoes the curve of a bound page, levels tilted lines and cards that lie on the page.
/// Each only where it is clear: otherwise the picture stays as it is. `page` is not changed.
/// `given`: corners the person dragged.
CleanPage clean(const Page& page, const std::optional<std::array<Point, 4>>& given = std::nullopt);

/// The picture without any of this.
CleanPage as_it_is(const Page& page);

/// How its print lies, measured unless that was done.
PrintLay lay_of_print(const CleanPage& page);

/// Turned clockwise by quarters.
void turn(CleanPage& page, int quarters);

/// Grey with even light on white: shadows and coloured grounds gone.
PixPtr even_light(const PixPtr& grey);

/// The corners of a light sheet on darker ground, TL TR BR BL; nullopt when they are not clear or
/// the sheet fills the picture.
std::optional<std::array<Point, 4>> find_corners(const PixPtr& colour);

} // namespace guichet::scan
