// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/node.hpp"

#include <optional>

namespace guichet::logic {

/// Turns a call that is a macro into its own node; leaves any other call alone. Returns what is
/// wrong with the macro's arguments. Macros are has, all, exists, exists_one, map and filter, and
/// with two variables (index and item, or key and value) all, exists, exists_one, transformList,
/// transformMap and transformMapEntry.
std::optional<Problem> expand_macro(Node& call);

} // namespace guichet::logic
