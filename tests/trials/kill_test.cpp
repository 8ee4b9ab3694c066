// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay.hpp"
#include "site.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <memory>
#include <random>
#include <thread>
#include <vector>

namespace guichet::trials {
namespace {

using namespace std::chrono_literals;

/// facts/mediation.md section 11, line 3. Printed as a figure; a slow machine is no lost call.
constexpr auto goal = 5s;

enum class Fault { HubKilled, SocketCut, LineKilled };
constexpr std::array<const char*, 3> fault_names{"hub killed", "socket cut", "kiosk line killed"};

/// A site of four kiosks and two pages whose parts break.
struct Stage {
    Staff staff{4, 2};
    std::unique_ptr<HubProcess> hub = std::make_unique<HubProcess>(staff);
    std::uint16_t port = hub->port();
    Relay relay{port};
    Site site{staff, {.url = relay.url()}, {.url = hub->url()}};

    /// Breaks one thing, and mends it after that time.
    void strike(Fault fault, std::chrono::milliseconds broken) {
        if (fault == Fault::HubKilled)
            hub->kill();
        if (fault == Fault::SocketCut)
            relay.cut();
        if (fault == Fault::LineKilled)
            site.kiosk(0).kill_line();
        std::this_thread::sleep_for(broken);
        if (fault == Fault::HubKilled)
            hub = std::make_unique<HubProcess>(staff, port);
        if (fault == Fault::SocketCut)
            relay.mend();
        if (fault == Fault::LineKilled)
            site.kiosk(0).start_line();
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

/// Presses every kiosk at a random instant, last the one whose line may be killed.
void press_all(Site& site, int round, std::mt19937 random) {
    for (auto kiosk = site.kiosk_count(); kiosk-- > 0;) {
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 12'000));
        site.press(kiosk, round);
    }
}

/// Something breaks while kiosks are pressed. How long after it is mended every call is shown.
std::chrono::milliseconds strike(Stage& stage, Fault fault, int round, std::mt19937& random) {
    std::jthread presser([&stage, round, seed = random()] {
        press_all(stage.site, round, std::mt19937{seed});
    });
    if (fault == Fault::LineKilled)
        presser.join(); // a kiosk is not pressed while its line is killed
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 40'000));
    stage.strike(fault, std::chrono::milliseconds(random() % 150));
    const auto mended = std::chrono::steady_clock::now();
    if (presser.joinable())
        presser.join();
    stage.site.check_shown();
    return since(mended);
}

} // namespace

TEST_CASE("whatever dies or is cut at any instant, each call arrives, and once") {
    const int trials = count_from("GUICHET_TRIALS", 24);
    Stage stage;
    std::mt19937 random{20261125};
    std::array<std::vector<long>, 3> times;
    for (int trial = 0; trial < trials; trial++) {
        CAPTURE(trial);
        const auto fault = static_cast<std::size_t>(trial % 3);
        times.at(fault).push_back(strike(stage, static_cast<Fault>(fault), trial, random).count());
        stage.site.check_received();
        stage.site.end_calls();
    }
    for (std::size_t fault = 0; fault < times.size(); fault++)
        print_times(fault_names.at(fault), times.at(fault));
    stage.site.check_nothing_odd();
    for (std::size_t kiosk = 0; kiosk < stage.site.kiosk_count(); kiosk++)
        CHECK(stage.site.kiosk(kiosk).refusals() == 0);
    stage.hub->kill();
    check_all_helped(stage.staff.store(), stage.site.made());
}

} // namespace guichet::trials
