// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/node.hpp"
#include "logic/outcome.hpp"

#include <string_view>

namespace guichet::logic {

/// The value of a declared name.
Outcome find_name(const Node& node, const Session& session);

/// The value of a dynamic a.b.c: the longest name there is a value for, then fields of it, else a
/// type.
Outcome find_path(const Node& node, const Session& session);

/// operand.field
Outcome select(Outcome operand, std::string_view field);

/// has(operand.field); unknown when the field is.
Outcome has(Outcome operand, std::string_view field);

/// container[key]; neither has failed nor is unknown.
Outcome index(const Outcome& container, const Value& key, Session& session);

/// A map of keys and values in turn.
Outcome make_map(List items, Session& session);

} // namespace guichet::logic
