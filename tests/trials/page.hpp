// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.hpp"
#include "net/client.hpp"
#include "net/event_source.hpp"
#include "staff.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace guichet::trials {

/// A console's page: shows what it is told, acknowledges each call, and comes back by itself.
class Page {
public:
    Page(const net::Endpoint& hub, const Staff::Mediator& mediator);

    /// The status it was answered with; 0: nobody answered.
    int claim(const std::string& call);

    /// Waits until the calls it shows are those.
    bool shows(const std::set<std::string>& calls, std::chrono::milliseconds patience);
    /// Whether it shows all of these, whatever else.
    bool shows_all(const std::set<std::string>& calls, std::chrono::milliseconds patience);
    std::set<std::string> shown();
    /// Calls listed twice, shown again after they were gone, or never made by anybody.
    int oddities(const std::set<std::string>& made);

private:
    net::Client m_client; ///< used in the source's thread
    net::Client m_hand;   ///< used in the mediator's
    std::vector<std::string> m_headers;
    std::mutex m_guard{};
    std::condition_variable m_bell{};
    std::set<std::string> m_shown{};
    std::set<std::string> m_gone{};
    std::set<std::string> m_ever{};
    int m_twice{};
    net::EventSource m_source;

    void take(const net::ServerEvent& event);
    void show(const Json& call, std::vector<std::string>& fresh);
    bool wait(const std::function<bool()>& fits, std::chrono::milliseconds patience);
};

} // namespace guichet::trials
