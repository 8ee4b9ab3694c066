// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace guichet::hub {

/// The steps from an empty database to the present one, each a list of statements both SQLite and
/// PostgreSQL understand. A step that was released never changes: add another.
const std::vector<std::vector<std::string>>& migrations();

} // namespace guichet::hub
