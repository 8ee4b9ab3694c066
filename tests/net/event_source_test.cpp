// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/event_source.hpp"
#include "net/scripted_server.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

namespace guichet::net {
namespace {

using namespace std::chrono_literals;

/// What a source said, in order.
class Heard {
public:
    EventSource::Tell tell() {
        return {
            .event = [this](const ServerEvent&) { note([&] { ++m_events; }); },
            .line = [this](Line line) { note([&] { m_lines.push_back(line); }); }};
    }
    bool waits_for(int events) {
        std::unique_lock lock(m_guard);
        return m_bell.wait_for(lock, 30s, [&] { return m_events >= events; });
    }
    std::vector<Line> lines() {
        const std::lock_guard lock(m_guard);
        return m_lines;
    }

private:
    std::mutex m_guard{};
    std::condition_variable m_bell{};
    int m_events{};
    std::vector<Line> m_lines{};

    void note(const std::function<void()>& what) {
        {
            const std::lock_guard lock(m_guard);
            what();
        }
        m_bell.notify_all();
    }
};

void greet(const ScriptedServer::Peer& peer) {
    (void)peer.request();
    peer.begin_stream();
    peer.say("data: {}\n\n");
}

} // namespace

TEST_CASE("a server that says nothing any more is left, and sought again") {
    const ScriptedServer server(greet);
    Heard heard;
    const EventSource source(server.endpoint(), "/", heard.tell(), {}, 1s);
    REQUIRE(heard.waits_for(2));
    CHECK(server.connections() >= 2);
    const auto lines = heard.lines();
    REQUIRE(lines.size() >= 3);
    CHECK(lines[0] == Line::Open);
    CHECK(lines[1] == Line::Cut);
    CHECK(lines[2] == Line::Open);
}

TEST_CASE("the fewest bytes are a sign of life: who only sends comments is not left") {
    constexpr auto patience = 4s;
    constexpr auto between = 1200ms; // below one byte a second
    const ScriptedServer server([&](const ScriptedServer::Peer& peer) {
        greet(peer);
        for (int i = 0; i < 9; ++i) {
            std::this_thread::sleep_for(between);
            peer.say(":");
        }
        peer.say("\ndata: {}\n\n");
    });
    Heard heard;
    const EventSource source(server.endpoint(), "/", heard.tell(), {}, patience);
    REQUIRE(heard.waits_for(2));
    CHECK(server.connections() == 1);
    CHECK(heard.lines() == std::vector{Line::Open});
}

TEST_CASE("asked to, a source comes anew without having been cut") {
    const ScriptedServer server(greet);
    Heard heard;
    EventSource source(server.endpoint(), "/", heard.tell());
    REQUIRE(heard.waits_for(1));
    source.again();
    REQUIRE(heard.waits_for(2));
    CHECK(server.connections() == 2);
    CHECK(heard.lines() == std::vector{Line::Open});
}

} // namespace guichet::net
