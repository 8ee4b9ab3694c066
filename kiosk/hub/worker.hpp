// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace guichet::hub {

/// One thread for what is slow on purpose (passwords), so that calls never wait for it.
class Worker {
public:
    Worker();
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// False: too much is waiting already.
    bool post(std::function<void()> work);
    /// Does what is waiting, then ends.
    void stop();

private:
    std::mutex m_guard{};
    std::condition_variable m_bell{};
    std::deque<std::function<void()>> m_waiting{};
    bool m_over{};
    std::thread m_thread;

    void run();
};

} // namespace guichet::hub
