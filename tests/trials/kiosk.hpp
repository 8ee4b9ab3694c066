// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/client.hpp"
#include "program.hpp"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>

namespace guichet::trials {

/// A kiosk that is pressed, whose line may be killed: what it has not heard of it says again.
class Kiosk {
public:
    explicit Kiosk(net::Endpoint hub) : m_hub(std::move(hub)) { start_line(); }

    void press(const std::string& id) {
        m_call = id;
        m_line->say("open " + id);
    }
    void end() {
        m_line->say("end " + m_call);
        m_call.clear();
    }
    void kill_line() { m_line->kill(); }
    void start_line() {
        m_line = std::make_unique<Program>(
            std::vector<std::string>{KIOSK_LINE, m_hub.url, m_hub.key, m_hub.authorities},
            [this](const std::string& line) { take(line); }
        );
        if (!m_call.empty())
            m_line->say("open " + m_call);
    }
    bool has_received(const std::string& id, std::chrono::milliseconds patience) {
        std::unique_lock lock(m_guard);
        return m_bell.wait_for(lock, patience, [&] { return m_received.contains(id); });
    }
    int refusals() {
        const std::lock_guard lock(m_guard);
        return m_refused;
    }

private:
    net::Endpoint m_hub;
    std::string m_call{};
    std::mutex m_guard{};
    std::condition_variable m_bell{};
    std::set<std::string> m_received{};
    int m_refused{};
    std::unique_ptr<Program> m_line{};

    void take(const std::string& line) {
        const auto space = line.find(' ');
        {
            const std::lock_guard lock(m_guard);
            if (line.substr(0, space) == "received")
                m_received.insert(line.substr(space + 1));
            m_refused += line.starts_with("refused") ? 1 : 0;
        }
        m_bell.notify_all();
    }
};

} // namespace guichet::trials
