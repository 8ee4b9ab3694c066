// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/headless.hpp"

#include <string>
#include <vector>

namespace guichet::test {

using Problems = std::vector<std::string>;

/// Names, unique ids, words that fit, targets and gaps in millimetres, nothing outside the screen.
Problems broken_rules(const ui::Tree& tree, const Setting& setting);

/// Contrast of each node's words on what is under them.
Problems too_faint(const ui::Tree& tree, const Setting& setting);

} // namespace guichet::test
