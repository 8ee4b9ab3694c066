// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "driver.hpp"
#include "net/client.hpp"
#include "net/event_source.hpp"
#include "watch.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace e2e {

/// A console without a page: signs in, acknowledges each call it is shown as the page does, and
/// does what a mediator does.
class Mediator {
public:
    Mediator(std::uint16_t port, const std::string& account, const std::string& password);
    /// With a link that signs in once: what follows `#ticket=`.
    Mediator(std::uint16_t port, const std::string& ticket);

    /// What a page says every 15 s.
    void is_present();
    /// The status of what the hub answered.
    int act(const std::string& call, const std::string& what, const Json& body = Json::object());
    int post(const std::string& path, const Json& body);
    guichet::net::Reply get(const std::string& path);

    /// The one open call, as last told; null when there is none.
    Json call();
    /// Waits until there is one and it is so. Throws Failure.
    Json wait_for_call(const std::function<bool(const Json&)>& wanted);
    void wait_for_no_call();
    /// When this call was first told.
    std::optional<Clock::time_point> told(const std::string& id);
    /// The last event of that name; null: none came.
    Json last(const std::string& event);
    /// All that reached this console, as it came.
    std::string traffic();

private:
    std::string m_url;
    guichet::net::Client m_client;
    guichet::net::Client m_acknowledging; ///< for the thread that listens
    std::vector<std::string> m_headers{};
    std::mutex m_guard{};
    std::map<std::string, Json> m_calls{};
    std::map<std::string, Clock::time_point> m_told{};
    std::map<std::string, Json> m_events{};
    std::string m_traffic{};
    std::unique_ptr<guichet::net::EventSource> m_events_in{};

    void sign_in(const Json& with);
    void hear(const guichet::net::ServerEvent& event);
    void take_call(const Json& call);
    guichet::net::Reply ask(guichet::net::Client& client, guichet::net::Request request);
};

} // namespace e2e
