#pragma once

#include "hub/people.hpp"
#include "hub/wire.hpp"

#include <optional>
#include <string>
#include <vector>

namespace guichet::hub {

/// Who tells what happened: the kiosk when a visit ends, or the mediator who helped.
enum class Teller { Kiosk, Mediator };

/// What is counted of it, today and this half-day: no clock time, no kiosk, minutes in steps of
/// 15. Nullopt when a word is not one of La Coop's (facts/mediation.md section 1.2).
std::optional<Activity> read_activity(Body& body, Teller teller);

/// With the columns of La Coop's own export; what Guichet never asks stays empty. The last column
/// says how often.
std::string to_csv(const std::vector<Activity>& activities);

} // namespace guichet::hub
