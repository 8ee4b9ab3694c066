// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/worker.hpp"

#include <utility>

namespace guichet::hub {
namespace {

constexpr std::size_t most_waiting = 32;

} // namespace

Worker::Worker() : m_thread([this] { run(); }) {}

Worker::~Worker() {
    stop();
}

void Worker::stop() {
    {
        const std::lock_guard lock(m_guard);
        m_over = true;
    }
    m_bell.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

bool Worker::post(std::function<void()> work) {
    {
        const std::lock_guard lock(m_guard);
        if (m_over || m_waiting.size() >= most_waiting)
            return false;
        m_waiting.push_back(std::move(work));
    }
    m_bell.notify_one();
    return true;
}

void Worker::run() {
    for (;;) {
        std::unique_lock lock(m_guard);
        m_bell.wait(lock, [this] { return m_over || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        auto work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        work();
    }
}

} // namespace guichet::hub
