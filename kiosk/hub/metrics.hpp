// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace guichet::hub {

struct Services;

/// Prometheus text: counts only, no name of a person, kiosk or site.
std::string metrics_text(const Services& services);

} // namespace guichet::hub
