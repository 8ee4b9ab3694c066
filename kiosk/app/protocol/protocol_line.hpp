// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/channel.hpp"
#include "base/result.hpp"
#include "call/activity.hpp"
#include "call/outbox.hpp"
#include "call/pointing.hpp"
#include "call/presence.hpp"
#include "net/client.hpp"
#include "visit/event.hpp"

#include <string>
#include <variant>
#include <vector>

namespace guichet::app {

// What a visit and its courier tell each other about the hub. Unlike the courier's other jobs this
// one lasts as long as the visit.

/// Holds the line to the hub; what an earlier courier left open is told again.
struct LineJob {
    net::Endpoint hub;
    std::string instance; ///< of the kiosk's programme (kiosk/hub/API.md)
    call::Progress progress{};
    std::vector<call::Errand> errands{};
    std::vector<std::string> stops{}; ///< wishes to point that ended with the courier before
    bool opening{false};              ///< the kiosk has just been switched on: proves the way
};

/// visit → courier, while the line is held
using LineTells = std::variant<call::Errand, call::PointErrand, call::Progress, call::Activity>;

/// courier → visit
using LineSays = std::variant<
    visit::happened::CallReported,
    visit::happened::CallRefused,
    visit::happened::CallKept,
    visit::happened::StaffSeen,
    visit::happened::PointTold>;

Packet to_packet(int job, const LineJob& work);
Packet to_packet(int job, const LineTells& word);
Packet to_packet(int job, const LineSays& news);
Result<LineJob> to_line_job(const Packet& packet);
Result<LineTells> to_line_tells(const Packet& packet);
Result<LineSays> to_line_says(const Packet& packet);

} // namespace guichet::app
