// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "call/activity.hpp"
#include "call/call.hpp"
#include "call/outbox.hpp"
#include "call/pointing.hpp"
#include "call/presence.hpp"
#include "net/client.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace guichet::app {

/// A kiosk's line to its hub (kiosk/hub/API.md): tells what happens to its calls until the hub has
/// it, hears what the hub says of them, and gives signs of life. Threads of its own: nothing here
/// waits for the network.
class HubLine {
public:
    /// Called in those threads.
    struct Tell {
        /// Something true about a call. Unreachable at the latest 5 s after the hub was lost.
        std::function<void(const std::string& call, const call::Report& report)> report;
        /// Whether somebody would come, as measured; nullopt when the hub cannot be reached.
        std::function<void(std::optional<call::Staff> staff)> staff;
        /// The hub will never take this: a wrong code at the kiosk, a call that is over.
        std::function<void(const call::Errand& errand, int status)> refused;
        /// The hub has it.
        std::function<void(const call::Errand& errand)> kept;
        /// A console would like to point, points, or it is over.
        std::function<void(const call::PointNews& news)> point;
    };

    /// `instance`: a word drawn when the kiosk's programme started (two kiosks with one key).
    HubLine(const net::Endpoint& hub, std::string instance, Tell tell);
    ~HubLine();
    HubLine(const HubLine&) = delete;
    HubLine& operator=(const HubLine&) = delete;

    void add(call::Errand errand);
    void add(const call::PointErrand& errand);
    void add(const call::Activity& activity);
    /// What consoles see of this kiosk.
    void show(const call::Progress& progress);
    /// This visit is the one on the screen: calls of earlier ones that the hub still has are over.
    void settle();
    /// A test call proves the way to a console and back; nobody is called.
    void prove();
    /// The visit is gone: its calls are over, and what is still to be told has that long to leave.
    void finish(std::chrono::milliseconds patience);

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace guichet::app
