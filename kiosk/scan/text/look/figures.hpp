// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"

#include <vector>

namespace guichet::scan {

/// A place of the page under even light; null when it holds none of it.
PixPtr evened(const PixPtr& grey, const Box& place);

/// What is printed on a level, from left to right, without specks, leaders and rules: the one to
/// three figures of a number, whose capitals are `capital` pixels high. Empty where it is more.
std::vector<Box> figures_on(const PixPtr& level, double capital);

} // namespace guichet::scan
