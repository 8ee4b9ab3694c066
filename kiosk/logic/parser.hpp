// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/node.hpp"

#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace guichet::logic {

inline constexpr std::size_t max_source = 100'000;
inline constexpr std::size_t max_nesting = 250;

/// Reads the grammar of CEL, macros recognised. Names are not looked at yet.
tl::expected<Node, std::vector<Problem>> parse(std::string_view source);

} // namespace guichet::logic
