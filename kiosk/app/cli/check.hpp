// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace guichet::app {

/// `guichet check [PATH…]`: every problem in our own forms, one a line as `file:line:col: error: …`
/// or `warning: …`, then a line with the totals. A path is a procedure's YAML file, or a folder
/// laid out like forms/; without one, data_folder()/forms is checked. 1 when there is an error,
/// else 0.
int run_check(const std::vector<std::string>& paths, std::ostream& out);

} // namespace guichet::app
