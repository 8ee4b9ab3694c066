// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk.hpp"
#include "page.hpp"
#include "relay.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <numeric>
#include <random>
#include <set>

namespace guichet::trials {
namespace {

using namespace std::chrono_literals;

/// The goal is 5 s (facts/mediation.md section 11, line 3), printed as a figure; a slow machine is
/// no lost call.
constexpr auto goal = 5s;
constexpr auto patience = 60s;

enum class Fault { HubKilled, SocketCut, LineKilled };
constexpr std::array<const char*, 3> fault_names{"hub killed", "socket cut", "kiosk line killed"};

/// A site of four kiosks and two pages whose parts break.
struct Stage {
    static constexpr int kiosk_count = 4;

    Staff staff{kiosk_count, 2};
    std::unique_ptr<HubProcess> hub = std::make_unique<HubProcess>(staff);
    std::uint16_t port = hub->port();
    Relay relay{port};
    std::vector<std::unique_ptr<Kiosk>> kiosks{};
    std::vector<std::unique_ptr<Page>> pages{};

    Stage() {
        for (const auto& key : staff.keys())
            kiosks.push_back(std::make_unique<Kiosk>(net::Endpoint{
                .url = "http://127.0.0.1:" + std::to_string(relay.port()), .key = key}));
        for (const auto& mediator : staff.mediators())
            pages.push_back(std::make_unique<Page>(net::Endpoint{.url = hub->url()}, mediator));
    }

    /// Breaks one thing, and mends it after that time.
    void strike(Fault fault, std::chrono::milliseconds broken) {
        if (fault == Fault::HubKilled)
            hub->kill();
        if (fault == Fault::SocketCut)
            relay.cut();
        if (fault == Fault::LineKilled)
            kiosks.front()->kill_line();
        std::this_thread::sleep_for(broken);
        if (fault == Fault::HubKilled)
            hub = std::make_unique<HubProcess>(staff, port);
        if (fault == Fault::SocketCut)
            relay.mend();
        if (fault == Fault::LineKilled)
            kiosks.front()->start_line();
    }
};

std::chrono::milliseconds since(std::chrono::steady_clock::time_point begun) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - begun
    );
}

void print_times(const char* what, std::vector<long> times) {
    if (times.empty())
        return;
    std::ranges::sort(times);
    const auto at = [&](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
    };
    std::printf(
        "%s: %zu trials, shown again after p50 %ld ms, p95 %ld ms, most %ld ms; %ld above 5 s\n",
        what,
        times.size(),
        at(0.5),
        at(0.95),
        times.back(),
        static_cast<long>(std::ranges::count_if(
            times, [](long time) { return time > std::chrono::milliseconds(goal).count(); }
        ))
    );
}

} // namespace

TEST_CASE("whatever dies or is cut at any instant, each call arrives, and once") {
    const int trials = count_from("GUICHET_TRIALS", 24);
    Stage stage;
    std::mt19937 random{20261125};
    std::set<std::string> made;
    std::array<std::vector<long>, 3> times;
    for (int trial = 0; trial < trials; trial++) {
        CAPTURE(trial);
        const auto fault = static_cast<Fault>(trial % 3);
        std::set<std::string> calls;
        std::jthread presser([&, seed = random()] {
            std::mt19937 instants{seed};
            for (std::size_t place = 0; place < stage.kiosks.size(); place++) {
                // The kiosk whose line is killed is the last to be pressed.
                const auto each =
                    fault == Fault::LineKilled ? stage.kiosks.size() - 1 - place : place;
                const auto id = "v-" + std::to_string(trial) + "-" + std::to_string(each);
                calls.insert(id);
                std::this_thread::sleep_for(std::chrono::microseconds(instants() % 12'000));
                stage.kiosks[each]->press(id);
            }
        });
        if (fault == Fault::LineKilled)
            presser.join();
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 40'000));
        stage.strike(fault, std::chrono::milliseconds(random() % 150));
        const auto recovered = std::chrono::steady_clock::now();
        if (presser.joinable())
            presser.join();
        made.insert(calls.begin(), calls.end());
        for (const auto& page : stage.pages)
            CHECK(page->shows_all(calls, patience));
        times[static_cast<std::size_t>(fault)].push_back(since(recovered).count());
        std::size_t kiosk = 0;
        for (const auto& id : calls) {
            CAPTURE(id);
            CHECK(stage.kiosks[kiosk++]->has_received(id, patience));
        }
        for (const auto& each : stage.kiosks)
            each->end();
        for (const auto& page : stage.pages)
            CHECK(page->shows({}, patience));
    }
    for (std::size_t fault = 0; fault < times.size(); fault++)
        print_times(fault_names.at(fault), times.at(fault));
    for (const auto& page : stage.pages)
        CHECK(page->oddities(made) == 0);
    for (const auto& kiosk : stage.kiosks)
        CHECK(kiosk->refusals() == 0);
    stage.hub->kill();
    check_all_helped(stage.staff.store(), made);
}

} // namespace guichet::trials
