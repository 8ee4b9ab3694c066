// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace e2e {

/// Stands between a client and a server on this computer, passes every byte on and keeps a copy.
class Relay {
public:
    explicit Relay(std::uint16_t server);
    ~Relay();
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    std::uint16_t port() const { return m_port; }
    /// All that went through, both ways.
    std::string traffic();

private:
    std::uint16_t m_server;
    std::uint16_t m_port{};
    int m_listening{-1};
    std::atomic<bool> m_over{false};
    std::mutex m_guard{};
    std::string m_traffic{};
    std::vector<std::thread> m_threads{};

    void listen();
    void pass(int client);
    bool carry(int from, int to);
};

} // namespace e2e
