// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace guichet {

/// The national vocabulary of themes, by its own names (facts/mediation.md section 1.6): of
/// procedures, and of what is counted.
std::span<const std::string_view> themes();

} // namespace guichet
