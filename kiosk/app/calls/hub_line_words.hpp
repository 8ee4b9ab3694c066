// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "call/activity.hpp"
#include "call/call.hpp"
#include "call/outbox.hpp"
#include "call/pointing.hpp"
#include "call/presence.hpp"
#include "net/client.hpp"
#include "net/event_parser.hpp"

#include <optional>
#include <string>
#include <vector>

namespace guichet::app {

/// A call as the hub tells its kiosk.
struct HubCall {
    std::string id{};
    std::string state{};
    std::string mediator{};
    std::optional<call::Reply> reply{};
};

/// What one event says.
struct HubNews {
    std::vector<HubCall> calls{};
    std::optional<call::Staff> staff{};
    std::optional<call::PointNews> point{};
};

/// The words of kiosk/hub/API.md for what a kiosk tells. `now`: when it leaves, for how long the
/// person has waited.
net::Request to_request(const call::Errand& errand, Instant now);
net::Request to_request(const call::PointErrand& errand);
net::Request to_request(const call::Activity& activity);
net::Request to_heartbeat(const call::Progress& progress, const std::string& instance);

/// The hub would like a test call, by its answer to a heartbeat.
bool asks_for_test(const net::Reply& beat);

/// The call as it is now, by the answer to something told of it; nullopt: none, or not as agreed.
std::optional<HubCall> to_hub_call(const net::Reply& reply);

/// Nullopt: not an event of ours, or not as agreed.
std::optional<HubNews> to_hub_news(const net::ServerEvent& event);

/// What is true for the person now, whatever was missed before.
std::vector<call::Report> to_reports(const HubCall& call);

} // namespace guichet::app
