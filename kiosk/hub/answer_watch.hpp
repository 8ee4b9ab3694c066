// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace guichet::hub {

/// Ends the wait for a PostgreSQL that is stopped while its machine goes on acknowledging: libpq
/// waits for an answer without end, statement_timeout is the server's own, and no time-out of TCP
/// sees anything. After `patience` the connection is shut: who waits gets an error, and connects
/// anew.
class AnswerWatch {
public:
    explicit AnswerWatch(std::chrono::milliseconds patience);
    ~AnswerWatch();
    AnswerWatch(const AnswerWatch&) = delete;
    AnswerWatch& operator=(const AnswerWatch&) = delete;

    /// Waiting begins now, on this socket; on none (below 0) nothing is watched.
    void begin(int socket);
    void end();

private:
    std::chrono::milliseconds m_patience;
    std::mutex m_guard{};
    std::condition_variable m_bell{};
    std::optional<Instant> m_since{};
    int m_socket{-1}; ///< our own descriptor of it: nobody else closes it, or is given its number
    bool m_over{};
    std::thread m_thread{};

    void run();
    void let_go();
};

/// From its beginning to its end an answer is waited for.
class AwaitedAnswer {
public:
    AwaitedAnswer(AnswerWatch* watch, int socket) : m_watch(watch) {
        if (m_watch != nullptr)
            m_watch->begin(socket);
    }
    ~AwaitedAnswer() {
        if (m_watch != nullptr)
            m_watch->end();
    }
    AwaitedAnswer(const AwaitedAnswer&) = delete;
    AwaitedAnswer& operator=(const AwaitedAnswer&) = delete;

private:
    AnswerWatch* m_watch;
};

} // namespace guichet::hub
