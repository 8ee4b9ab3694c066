// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "scan/clean/lines.hpp"

#include <array>
#include <optional>
#include <vector>

namespace guichet::scan {

/// The two parts of a page of running text that can be read at the same time, in reading order: its
/// two columns, or, where it has but one, what is above a space between two lines and what is
/// below. Both hold about as much print. Nothing where there is little print or no such place.
/// `page` and the lines are in the same pixels.
std::optional<std::array<Box, 2>>
halves_of(int width, int height, const std::vector<PrintLine>& lines);

} // namespace guichet::scan
