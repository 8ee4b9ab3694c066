// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/node.hpp"

#include <optional>

namespace guichet::logic {

/// Turns a call that is a macro (has, all, exists, exists_one, map, filter) into its own node;
/// leaves any other call alone. Returns what is wrong with the macro's arguments.
std::optional<Problem> expand_macro(Node& call);

} // namespace guichet::logic
