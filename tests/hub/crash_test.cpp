// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/running_hub.hpp"

#include <array>
#include <csignal>
#include <random>
#include <set>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

/// A hub in a process of its own that can be killed.
class HubProcess {
public:
    explicit HubProcess(const HubSettings& settings) {
        std::array<int, 2> ends{};
        REQUIRE(::pipe(ends.data()) == 0);
        m_pid = ::fork();
        REQUIRE(m_pid >= 0);
        if (m_pid == 0)
            run(settings, ends[1]);
        ::close(ends[1]);
        REQUIRE(::read(ends[0], &m_port, sizeof m_port) == sizeof m_port);
        ::close(ends[0]);
        REQUIRE(m_port != 0);
    }
    ~HubProcess() { kill(); }
    HubProcess(const HubProcess&) = delete;
    HubProcess& operator=(const HubProcess&) = delete;

    void kill() {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        m_pid = 0;
    }
    std::uint16_t port() const { return m_port; }

private:
    pid_t m_pid{};
    std::uint16_t m_port{};

    [[noreturn]] static void run(const HubSettings& settings, int told) {
        auto hub = Hub::start(settings);
        const std::uint16_t port = hub ? (*hub)->port() : 0;
        if (::write(told, &port, sizeof port) < 0)
            ::_exit(1);
        for (;;)
            ::pause();
    }
};

/// What a hub said of calls before it was killed.
struct Told {
    std::set<std::string> promised;
    std::set<std::string> ended;
};

std::string end_of(const std::string& call) {
    return "/api/v1/kiosk/calls/" + call + "/end";
}

/// Opens calls, and ends one in three, until no answer comes.
void call_until_killed(net::Client& kiosk, const std::string& name, Told& told) {
    for (int i = 0; i < 1000; i++) {
        const auto id = name + "-" + std::to_string(i);
        const auto answer = kiosk.ask(
            {.method = "POST", .path = "/api/v1/kiosk/calls", .json = to_text(Json{{"id", id}})}
        );
        if (!answer)
            return;
        CHECK(answer->status == 201);
        told.promised.insert(id);
        if (i % 3 != 0)
            continue;
        const Json cancelled{{"outcome", "cancelled"}};
        const auto over =
            kiosk.ask({.method = "POST", .path = end_of(id), .json = to_text(cancelled)});
        if (!over) { // it may have arrived: not known
            told.promised.erase(id);
            return;
        }
        told.ended.insert(id);
    }
}

} // namespace

TEST_CASE("a hub killed at any instant loses no call it said it kept, and doubles none") {
    const Site site;
    std::mt19937 random{11};
    Told told;
    std::uint16_t port = 0;
    // As many more as a slow machine needs to be promised something.
    for (int trial = 0; trial < 40 || (told.promised.size() <= 20 && trial < 1000); trial++) {
        HubProcess hub(site.settings(port));
        port = hub.port();
        net::Client kiosk(
            {.url = "http://127.0.0.1:" + std::to_string(port), .key = kiosk_key("borne-1")}
        );
        std::jthread killer([&, after = random() % 40] {
            std::this_thread::sleep_for(std::chrono::milliseconds(after));
            hub.kill();
        });
        call_until_killed(kiosk, "v-" + std::to_string(trial), told);
    }
    CHECK(told.promised.size() > 20);
    auto store = Store::open(site.settings().store, read_wall_clock());
    REQUIRE(store);
    std::set<std::string> open;
    const auto kept = store->open_calls();
    REQUIRE(kept);
    for (const auto& ticket : *kept)
        CHECK(open.insert(ticket.request.id).second);
    for (const auto& id : told.promised) {
        CAPTURE(id);
        CHECK(open.contains(id) != told.ended.contains(id));
    }
}

} // namespace guichet::hub
