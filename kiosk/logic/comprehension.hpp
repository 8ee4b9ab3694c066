// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/node.hpp"
#include "logic/outcome.hpp"

#include <functional>

namespace guichet::logic {

/// What the variables of a macro hold for one turn: an item of a list or a key of a map; with two
/// variables an index and its item, or a key and its value.
struct Turn {
    const Value* first;
    const Value* second{nullptr}; ///< nullptr with one variable
};

/// Evaluates a body for one turn.
using Body = std::function<Outcome(const Node& body, const Turn& turn)>;

/// What the Comprehension `node` makes of its range, which is settled. Never borrows from a turn.
Outcome comprehend(const Node& node, const Value& range, const Body& visit, Session& session);

} // namespace guichet::logic
