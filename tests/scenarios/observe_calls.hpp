// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenarios/stage.hpp"

#include <functional>
#include <map>
#include <string>

namespace guichet::scenarios {

using Look = std::function<void(Stage&, Words&)>;

/// What a `see` line can look at of calls, of help offered, and of what the hub is told.
const std::map<std::string, Look>& call_looks();

/// What was heard since the last line that did something.
std::string all_sounds(const Stage& stage);

/// Throws Mismatch with both unless they are the same.
void expect(const std::string& seen, const std::string& told);

} // namespace guichet::scenarios
