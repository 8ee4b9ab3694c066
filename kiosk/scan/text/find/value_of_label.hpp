// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/found_value.hpp"
#include "scan/text/find/paper.hpp"

#include <optional>

namespace guichet::scan {

/// The value of a field that belongs to its label in that box, of the likeliest place that has one.
std::optional<FoundValue> value_of_label(const Paper& paper, const Box& label, const Field& field);

/// The value right above a label, small words at the foot of its box: never surely.
std::optional<FoundValue>
value_over_label(const PageText& page, const Box& label, const Field& field);

} // namespace guichet::scan
