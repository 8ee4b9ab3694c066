// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.hpp"
#include "visit/corners.hpp"

#include <optional>

namespace guichet::app {

/// [[x, y] × 4], in parts of the picture.
Json corners_to_json(const visit::Corners& corners);

/// "corners" of a packet between a visit and its reader; nullopt when it has none, or none of a
/// sheet. Json::exception when they are something else.
std::optional<visit::Corners> corners_in(const Json& json);

} // namespace guichet::app
