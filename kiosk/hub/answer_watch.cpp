// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/answer_watch.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace guichet::hub {
namespace {

constexpr std::chrono::milliseconds look_every{500};

} // namespace

AnswerWatch::AnswerWatch(std::chrono::milliseconds patience)
    : m_patience(patience), m_thread([this] { run(); }) {}

AnswerWatch::~AnswerWatch() {
    {
        const std::lock_guard lock(m_guard);
        m_over = true;
    }
    m_bell.notify_all();
    m_thread.join();
    let_go();
}

void AnswerWatch::begin(int socket) {
    if (socket < 0)
        return;
    const std::lock_guard lock(m_guard);
    let_go();
    m_socket = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
    m_since = now();
}

void AnswerWatch::end() {
    const std::lock_guard lock(m_guard);
    let_go();
}

void AnswerWatch::let_go() {
    m_since.reset();
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

void AnswerWatch::run() {
    std::unique_lock lock(m_guard);
    while (!m_bell.wait_for(lock, look_every, [this] { return m_over; })) {
        if (!m_since || now() - *m_since < m_patience)
            continue;
        ::shutdown(m_socket, SHUT_RDWR);
        let_go();
    }
}

} // namespace guichet::hub
