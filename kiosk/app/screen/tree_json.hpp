// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tree.hpp"

#include <string>

namespace guichet::app {

/// The semantic tree as a JSON array of nodes on one line, for tools that look at screens.
std::string tree_json(const ui::Tree& tree);

} // namespace guichet::app
