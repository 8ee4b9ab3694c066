// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"

namespace guichet::scan {

/// The smallest box around both.
Box around(const Box& a, const Box& b);
int middle_of(const Box& box);
int right_edge(const Box& box);
/// From the end of one to the beginning of the next, along a line; negative where they overlap.
int gap_between(const Box& box, const Box& next);
/// Whether, along a line, the next box begins where one ends: less than half its height before or
/// less than its height behind.
bool is_next_to(const Box& box, const Box& next);
/// Whether the next box begins below the end of one.
bool is_lower(const Box& box, const Box& next);
/// Whether, along a line, they have any place in common.
bool overlap_across(const Box& a, const Box& b);
/// Whether, along a line, each has more than half of the other in it.
bool is_same_place(const Box& a, const Box& b);
/// Whether, along a line, the longer has more than half of the shorter in it.
bool share_place(const Box& a, const Box& b);
/// Whether both stand on one line of print.
bool same_level(const Box& a, const Box& b);
/// Whether the middle of `box` is in `place`.
bool holds_middle(const Box& place, const Box& box);

} // namespace guichet::scan
