// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "scan/clean/lines.hpp"

#include <array>
#include <optional>
#include <vector>

namespace guichet::scan {

/// What two engines read of a page: the parts of the first, then those of the second, in reading
/// order.
using Halves = std::array<std::vector<Box>, 2>;

/// Of a page of running text, so that both can be read at the same time: its two columns, with what
/// crosses them above and below, or, where it has but one, as above_and_below(). Both hold about as
/// much print. Nothing where there is little print or no such place. `width`, `height` and the
/// lines are in the same pixels.
std::optional<Halves> halves_of(int width, int height, const std::vector<PrintLine>& lines);

/// What is above a space across the page and what is below: all that can be told of a form, whose
/// runs of words stand anywhere. As halves_of() else.
std::optional<Halves> above_and_below(int width, int height, const std::vector<PrintLine>& lines);

} // namespace guichet::scan
