// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line_kiosk.hpp"
#include "net/scripted_server.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include <doctest/doctest.h>

namespace guichet::app {
namespace {

using namespace std::chrono_literals;
using Peer = net::ScriptedServer::Peer;

/// A hub that tells only what a test lets it tell.
class ScriptedHub {
public:
    ScriptedHub() : m_server([this](const Peer& peer) { serve(peer); }) {}
    ~ScriptedHub() { answers(true); }
    ScriptedHub(const ScriptedHub&) = delete;
    ScriptedHub& operator=(const ScriptedHub&) = delete;

    std::uint16_t port() const { return m_server.port(); }
    /// Whether requests are answered; the events of those who listen stay as they are.
    void answers(bool does) {
        change([&] { m_answers = does; });
    }
    /// Of the next heartbeat, never.
    void answers_one_beat_less() {
        change([&] { m_beats_to_lose = 1; });
    }
    void tell(const std::string& name, const std::string& data) {
        change([&] {
            if (m_listener)
                m_listener->say("event: " + name + "\ndata: " + data + "\n\n");
        });
    }
    void cut() {
        change([&] {
            if (m_listener)
                m_listener->close();
        });
    }
    /// What it says of a call, and whether it had that before.
    void knows(std::string state, bool before) {
        change([&] {
            m_state = std::move(state);
            m_knew = before;
        });
    }
    /// What it lists in its hello.
    void lists(std::string calls) {
        change([&] { m_calls = std::move(calls); });
    }
    bool was_asked(const std::string& request, int times) {
        std::unique_lock lock(m_guard);
        return m_bell.wait_for(lock, 30s, [&] { return m_asked[request] >= times; });
    }
    int asked(const std::string& request) {
        const std::lock_guard lock(m_guard);
        return m_asked[request];
    }

private:
    std::mutex m_guard{};
    std::condition_variable m_bell{};
    bool m_answers{true};
    int m_beats_to_lose{};
    bool m_knew{};
    std::string m_state{"stored"};
    std::string m_calls{};
    std::map<std::string, int> m_asked{};
    std::optional<Peer> m_listener{};
    net::ScriptedServer m_server;

    void change(const std::function<void()>& how) {
        {
            const std::lock_guard lock(m_guard);
            how();
        }
        m_bell.notify_all();
    }
    void serve(const Peer& peer) {
        const auto request = peer.request();
        std::unique_lock lock(m_guard);
        if (request == "GET /api/v1/kiosk/events") {
            m_listener = peer;
            peer.begin_stream();
            peer.say("event: hello\ndata: {\"staff\":\"present\",\"calls\":[" + m_calls + "]}\n\n");
        }
        ++m_asked[request];
        m_bell.notify_all();
        if (request == "POST /api/v1/kiosk/heartbeat" && std::exchange(m_beats_to_lose, 0) > 0)
            return;
        m_bell.wait(lock, [&] { return m_answers; });
        if (request == "POST /api/v1/kiosk/calls")
            peer.answer(
                m_knew ? 200 : 201, R"({"call":{"id":"v-1","state":")" + m_state + R"("}})"
            );
        else if (request.starts_with("POST"))
            peer.answer(200, "{}");
    }
};

void call_is_received(ScriptedHub& hub, LineKiosk& kiosk) {
    REQUIRE(kiosk.knows(call::Staff::Present));
    kiosk.press("v-1");
    REQUIRE(hub.was_asked("POST /api/v1/kiosk/calls", 1));
    hub.tell("call", R"({"id":"v-1","state":"received"})");
    REQUIRE(kiosk.reaches(call::State::Received));
}

} // namespace

TEST_CASE("a hub that was slow for a while is there again with its first answer") {
    ScriptedHub hub;
    LineKiosk kiosk(hub.port());
    call_is_received(hub, kiosk);
    hub.lists(R"({"id":"v-1","state":"received"})");
    hub.answers(false);
    REQUIRE(kiosk.knows(std::nullopt));
    REQUIRE(kiosk.reaches(call::State::Beacon));
    hub.answers(true);
    CHECK(kiosk.knows(call::Staff::Present));
    CHECK(kiosk.reaches(call::State::Received));
}

TEST_CASE("an event alone does not make true again what was said of a lost hub") {
    ScriptedHub hub;
    LineKiosk kiosk(hub.port());
    call_is_received(hub, kiosk);
    hub.lists(R"({"id":"v-1","state":"received"})");
    hub.answers(false);
    REQUIRE(kiosk.reaches(call::State::Beacon));
    hub.tell("staff", R"({"staff":"busy"})");
    CHECK(kiosk.reaches(call::State::Received));
}

TEST_CASE("one answer that never comes is not a lost hub") {
    ScriptedHub hub;
    LineKiosk kiosk(hub.port());
    REQUIRE(kiosk.knows(call::Staff::Present));
    REQUIRE(hub.was_asked("POST /api/v1/kiosk/heartbeat", 1));
    hub.answers_one_beat_less();
    kiosk.line().show({.in_use = true});
    const int beats = hub.asked("POST /api/v1/kiosk/heartbeat");
    REQUIRE(hub.was_asked("POST /api/v1/kiosk/heartbeat", beats + 3));
    CHECK_FALSE(kiosk.has_missed_its_hub());
}

TEST_CASE("what the answer to a call says is heard, should no event say it") {
    ScriptedHub hub;
    hub.knows("received", true);
    LineKiosk kiosk(hub.port());
    REQUIRE(kiosk.knows(call::Staff::Present));
    kiosk.press("v-1");
    CHECK(kiosk.reaches(call::State::Received));
}

TEST_CASE("a call that the hub has forgotten is told it again, and is not said to be received") {
    ScriptedHub hub;
    LineKiosk kiosk(hub.port());
    REQUIRE(kiosk.knows(call::Staff::Present));
    kiosk.press("v-1");
    REQUIRE(hub.was_asked("POST /api/v1/kiosk/calls", 1));
    hub.tell("call", R"({"id":"v-1","state":"claimed","mediator":"Nadia"})");
    REQUIRE(kiosk.reaches(call::State::Claimed));
    hub.cut();
    REQUIRE(hub.was_asked("POST /api/v1/kiosk/calls", 2));
    CHECK(kiosk.reaches(call::State::Sending));
}

TEST_CASE("a call whose person has been joined is not opened anew") {
    ScriptedHub hub;
    LineKiosk kiosk(hub.port());
    REQUIRE(kiosk.knows(call::Staff::Present));
    kiosk.press("v-1");
    REQUIRE(hub.was_asked("POST /api/v1/kiosk/calls", 1));
    kiosk.line().add({"v-1", call::Errand::Here{}});
    REQUIRE(hub.was_asked("POST /api/v1/kiosk/calls/v-1/here", 1));
    hub.cut();
    REQUIRE(hub.was_asked("GET /api/v1/kiosk/events", 2));
    kiosk.line().show({.in_use = true});
    const int beats = hub.asked("POST /api/v1/kiosk/heartbeat");
    REQUIRE(hub.was_asked("POST /api/v1/kiosk/heartbeat", beats + 1));
    CHECK(hub.asked("POST /api/v1/kiosk/calls") == 1);
}

} // namespace guichet::app
