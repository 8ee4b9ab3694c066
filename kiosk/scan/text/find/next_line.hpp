// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/places.hpp"
#include "scan/text/format/format.hpp"

#include <string_view>

namespace guichet::scan {

/// Adds what of a value of that label, found in that place, stands in its next line.
void add_next_line(
    const PageText& page,
    std::string_view format,
    const Place& place,
    const Box& label,
    Extract& value
);

} // namespace guichet::scan
