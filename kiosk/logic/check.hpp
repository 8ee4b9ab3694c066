// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/expression.hpp"
#include "logic/node.hpp"

#include <set>
#include <string>
#include <vector>

namespace guichet::logic {

struct Checked {
    Type type;
    std::set<std::string> names; ///< those it reads
    std::vector<Problem> problems;
};

/// Finds what every name and function means, writes it into the tree, and with Naming::Declared
/// also checks types. The names must outlive the call only.
Checked check(Node& root, const Names& names, Naming naming);

} // namespace guichet::logic
