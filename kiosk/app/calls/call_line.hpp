// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/child/helper.hpp"
#include "app/protocol/protocol_line.hpp"
#include "app/site/site_hub.hpp"
#include "app/work/inbox.hpp"
#include "call/activity.hpp"
#include "call/outbox.hpp"
#include "call/pointing.hpp"
#include "call/presence.hpp"

#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace guichet::app {

/// A visit's end of the line that its courier holds to the hub. What is open is kept here: a
/// courier that dies is followed by one that tells it again, under the same ids. Without a hub
/// every call is Unreachable at once.
class CallLine {
public:
    /// This kiosk's programme.
    struct Programme {
        std::string instance;
        bool opening{false}; ///< it has just been switched on
    };
    /// The thread of `courier` must have ended when this object goes.
    CallLine(SiteHub hub, Programme programme, Helper& courier, Inbox& inbox);

    /// The visit is on the screen: only then its courier takes the line, so that the hidden next
    /// one neither gives signs of life nor ends calls of the one on show.
    void open();

    void tell(const call::Errand& errand);
    void tell(const call::PointErrand& errand);
    void show(const call::Progress& progress);
    void count(const call::Activity& activity);

private:
    SiteHub m_hub;
    Programme m_programme;
    Helper& m_courier;
    Inbox& m_inbox;
    std::optional<net::Endpoint> m_endpoint{}; ///< none: no hub

    std::mutex m_guard{}; ///< of what follows
    int m_job{};
    std::vector<call::Errand> m_open{}; ///< not told yet, and what opened each open call
    call::Progress m_progress{};
    std::string m_point{}; ///< the wish to point that is under way
    std::vector<std::string> m_stops{};

    void give();
    Packet opening(int job);
    void hear(const LineSays& news);
    void note_told(const call::Errand& errand);
    void lose();
    void send(const LineTells& word);
};

} // namespace guichet::app
