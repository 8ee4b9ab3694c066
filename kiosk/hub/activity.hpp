// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/people.hpp"
#include "hub/wire.hpp"

#include <optional>

namespace guichet::hub {

/// What is counted of it, today and this half-day: no clock time, no kiosk, minutes in steps of
/// 15. Nullopt when a word is not one of La Coop's (facts/mediation.md section 1.2).
std::optional<Activity> read_activity(Body& body, Teller teller);

} // namespace guichet::hub
