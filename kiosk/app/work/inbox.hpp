// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "visit/event.hpp"

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace guichet::app {

/// Where workers leave what has happened, from any thread. `wake` tells the loop.
class Inbox {
public:
    explicit Inbox(std::function<void()> wake) : m_wake(std::move(wake)) {}

    void post(visit::Event event) {
        {
            const std::lock_guard lock(m_guard);
            m_events.push_back(std::move(event));
        }
        m_wake();
    }

    /// All there is, in order; the inbox is empty then.
    std::vector<visit::Event> take() {
        const std::lock_guard lock(m_guard);
        return std::exchange(m_events, {});
    }

private:
    std::function<void()> m_wake;
    std::mutex m_guard{};
    std::vector<visit::Event> m_events{};
};

} // namespace guichet::app
