// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.hpp"
#include "call/presence.hpp"

#include <string>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::hub {

/// How hubs tell each other of signs of life.
Json peer_json(const call::Console& console);
Json peer_json(const call::Kiosk& kiosk, const std::string& instance);

/// Back; both throw nlohmann's exceptions on anything else.
call::Console to_console(const Json& json);
std::pair<call::Kiosk, std::string> to_kiosk(const Json& json);

} // namespace guichet::hub
