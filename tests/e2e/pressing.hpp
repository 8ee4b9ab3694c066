// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "driver.hpp"

#include <string>

namespace e2e {

class Hand;

/// Waits until the kiosk’s call is so. Throws Failure.
void must_become(Hand& hand, const std::string& state);
/// Waits until the screen says it. Throws Failure.
void must_read(Hand& hand, const std::string& words);

/// Of a call as a console is told it.
std::string id_of(const Json& call);
bool is_any(const Json& call);

} // namespace e2e
