// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.hpp"
#include "hub/people.hpp"

#include <string>
#include <vector>

namespace guichet::hub {

// What leaves a site of its activity: days and months, never a clock time or a kiosk, and no cell
// that is too small (small_cells.hpp). What Guichet never asks stays empty or "non communiqué".

/// What mediators told, with the column titles of La Coop's own spreadsheet, and a last column of
/// ours: how many times. UTF-8, RFC 4180.
std::string to_csv(const std::vector<Activity>& activities);

/// The same in the shape of La Coop's `activite` resource: {"data": […], "meta": {…}}; beside it,
/// in `meta`, what kiosks counted of whole visits. A merged attribute is null and named in the
/// resource's own `meta`.
Json to_coop_json(const std::vector<Activity>& activities);

} // namespace guichet::hub
