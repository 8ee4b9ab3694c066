// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept/keeper_line.hpp"

#include "app/child/process.hpp"
#include "app/protocol/protocol.hpp"

#include <atomic>
#include <thread>

#include <unistd.h>

namespace guichet::app {

struct KeeperLine::Line {
    Channel channel{channel_descriptor};
    std::atomic<bool> show{false};
    std::atomic<bool> pinged{false};
    std::function<void()> wake;

    void listen() {
        for (;;) {
            const auto packet = channel.receive(std::nullopt);
            if (!packet)
                ::_exit(0);
            const auto said = to_keeper_says(*packet);
            if (!said)
                continue;
            (*said == KeeperSays::Show ? show : pinged) = true;
            wake();
        }
    }
};

KeeperLine::KeeperLine(std::function<void()> wake) : m_line(std::make_shared<Line>()) {
    m_line->wake = std::move(wake);
    std::thread([line = m_line] { line->listen(); }).detach();
}

void KeeperLine::say_ready() {
    m_line->channel.send(to_packet(VisitSays::Ready));
}

void KeeperLine::say_shown() {
    m_line->channel.send(to_packet(VisitSays::Shown));
}

bool KeeperLine::wants_show() const {
    return m_line->show;
}

void KeeperLine::answer_ping() {
    if (m_line->pinged.exchange(false))
        m_line->channel.send(to_packet(VisitSays::Alive));
}

} // namespace guichet::app
