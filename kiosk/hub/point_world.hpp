// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.hpp"
#include "hub/http.hpp"

#include <functional>
#include <optional>
#include <string>

namespace guichet::hub {

/// How a call that is not over stands for who would like to point.
struct PointSight {
    std::string kiosk{};
    std::string site{};
    std::string account{}; ///< who claimed it; empty: nobody
    std::string mediator{};
    bool kiosk_reachable{};
    bool page_present{};
};

/// What pointing needs of the desk and of the other hubs.
struct PointWorld {
    std::function<std::optional<PointSight>(const std::string& call, const std::string& page)> look;
    /// To one kiosk or page; false: it does not listen here.
    std::function<bool(const std::string& listener, const SharedText& text)> tell;
    std::function<void(const Json& message)> tell_peers;
};

} // namespace guichet::hub
