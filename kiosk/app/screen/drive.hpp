// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "base/json.hpp"
#include "base/result.hpp"

#include <atomic>
#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace guichet::app {

/// Development only: lets a program look at the visit and touch it, through a socket, one JSON line
/// a request and one a reply. A kiosk package refuses it.
class Drive {
public:
    /// Called on the main thread, again and again until it answers.
    struct Request {
        std::string line;
        Instant since;     ///< when it was asked
        bool begun{false}; ///< for who answers: the first call has been
    };
    using Answer = std::function<std::optional<std::string>(Request&)>;

    /// `wake` ends the main loop's wait. Refused in an installed kiosk; Unreachable when the socket
    /// cannot be made.
    static Result<std::unique_ptr<Drive>>
    open(const std::filesystem::path& socket, std::function<void()> wake);
    ~Drive();
    Drive(const Drive&) = delete;
    Drive& operator=(const Drive&) = delete;

    /// From the main loop, after a frame. True while a request waits for its answer.
    bool serve(const Answer& answer);

private:
    struct Waiting {
        Request request;
        std::promise<std::string> reply;
    };

    Drive(int listener, std::filesystem::path socket, std::function<void()> wake);
    void listen();
    void talk(int client);
    std::string ask(std::string line);

    int m_listener;
    std::atomic<int> m_client{-1};
    std::filesystem::path m_socket;
    std::function<void()> m_wake;
    std::mutex m_guard{};
    std::deque<Waiting> m_waiting{};
    bool m_over{false};
    std::thread m_thread{};
};

} // namespace guichet::app
