// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.hpp"
#include "net/event_source.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace guichet::hub {

/// What came over one stream.
class Heard {
public:
    Heard(
        std::uint16_t port,
        const std::string& path,
        const std::string& key,
        std::vector<std::string> headers = {}
    )
        : m_source(
              {.url = "http://127.0.0.1:" + std::to_string(port), .key = key},
              path,
              {.event = [this](net::ServerEvent event) { take(std::move(event)); },
               .line = [](net::Line) {}},
              std::move(headers)
          ) {}

    /// The first event from now on that fits; fails after ten seconds.
    Json wait(const std::string& name, const std::function<bool(const Json&)>& fits) {
        std::unique_lock lock(m_guard);
        for (;;) {
            for (; m_read < m_events.size(); m_read++) {
                const auto& event = m_events[m_read];
                if (event.name != name)
                    continue;
                auto data = Json::parse(event.data);
                if (!fits(data))
                    continue;
                m_read++;
                return data;
            }
            const auto before = m_events.size();
            const bool more = m_bell.wait_for(lock, std::chrono::seconds(10), [&] {
                return m_events.size() > before;
            });
            REQUIRE_MESSAGE(more, "no event " << name);
        }
    }
    Json wait(const std::string& name) {
        return wait(name, [](const Json&) { return true; });
    }
    Json wait_state(const std::string& state) {
        return wait("call", [&](const Json& call) { return call.at("state") == state; });
    }
    /// All that came, names and data.
    std::string everything() {
        const std::lock_guard lock(m_guard);
        std::string text;
        for (const auto& event : m_events)
            text += event.name + " " + event.data + "\n";
        return text;
    }

    std::vector<net::ServerEvent> all() {
        const std::lock_guard lock(m_guard);
        return m_events;
    }

private:
    std::mutex m_guard{};
    std::condition_variable m_bell{};
    std::vector<net::ServerEvent> m_events{};
    std::size_t m_read{};
    net::EventSource m_source;

    void take(net::ServerEvent event) {
        {
            const std::lock_guard lock(m_guard);
            m_events.push_back(std::move(event));
        }
        m_bell.notify_all();
    }
};

} // namespace guichet::hub
