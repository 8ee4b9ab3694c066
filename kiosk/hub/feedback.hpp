// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.hpp"
#include "hub/people.hpp"

#include <string>
#include <vector>

namespace guichet::hub {

/// What people said of their visits since a day, for those who run the site: counts by what they
/// said, and `alarm` when anybody said that it was done in their place (facts/mediation.md section
/// 10, PRV-05). Within the site only: small counts are shown as they are.
Json feedback_json(const std::vector<Activity>& activities, const std::string& since);

/// The local day so many days ago, YYYY-MM-DD.
std::string day_ago(int days);

} // namespace guichet::hub
