// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace guichet::trials {

/// A cable between a kiosk and its hub: passes bytes on, and can be cut.
class Relay {
public:
    explicit Relay(std::uint16_t hub);
    ~Relay();
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    /// Every connection breaks and none is made until it is mended.
    void cut();
    void mend() { m_is_cut = false; }

private:
    std::uint16_t m_hub;
    std::uint16_t m_port{};
    int m_listener{};
    std::mutex m_guard{};
    std::map<int, int> m_pairs{}; ///< each end to the other
    std::atomic<bool> m_is_cut{};
    std::atomic<bool> m_over{};
    std::thread m_thread{};

    void run();
    void accept_one();
    void pass_on(int from);
    void drop(int end);
};

} // namespace guichet::trials
