#pragma once

#include "base/json.hpp"
#include "ui/kit/tree.hpp"

namespace guichet::app {

/// The semantic tree as an array of nodes, for tools that look at screens.
Json tree_json(const ui::Tree& tree);

} // namespace guichet::app
