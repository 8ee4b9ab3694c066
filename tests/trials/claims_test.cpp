// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/postgres.hpp"
#include "net/client.hpp"
#include "staff.hpp"

#include <algorithm>
#include <atomic>
#include <barrier>
#include <chrono>
#include <cstdio>
#include <thread>

namespace guichet::trials {
namespace {

/// What came of all claims on one call after the other.
struct Outcome {
    std::atomic<int> not_one_winner{};
    std::atomic<int> not_told{};
    std::atomic<long> slowest_ms{};
};

int claim(net::Client& client, const Staff::Mediator& mediator, const std::string& call) {
    const auto reply = client.ask(
        {.method = "POST",
         .path = "/api/v1/console/calls/" + call + "/claim?console=page",
         .headers = mediator.headers}
    );
    return reply ? reply->status : 0;
}

/// Four mediators, spread over the hubs, claim each of `rounds` calls in the same instant.
void race(const Staff& staff, const std::vector<std::string>& urls, int rounds, Outcome& outcome) {
    const auto count = static_cast<std::ptrdiff_t>(staff.mediators().size());
    std::atomic<int> won{0};
    std::atomic<int> told{0};
    net::Client kiosk({.url = urls.front(), .key = staff.keys().front()});
    const std::string calls = "/api/v1/kiosk/calls";
    const auto name = [](int round) { return "r-" + std::to_string(round); };
    int next = 0;
    const auto judge = [&]() noexcept {
        outcome.not_one_winner += won.exchange(0) == 1 ? 0 : 1;
        outcome.not_told += told.exchange(0) == count - 1 ? 0 : 1;
    };
    std::barrier ready(count + 1);
    std::barrier done(count + 1);
    std::vector<std::jthread> mediators;
    for (std::size_t each = 0; each < staff.mediators().size(); each++)
        mediators.emplace_back([&, each] {
            net::Client client({.url = urls[each % urls.size()]});
            for (int round = 0; round < rounds; round++) {
                ready.arrive_and_wait();
                const auto begun = std::chrono::steady_clock::now();
                const auto status = claim(client, staff.mediators()[each], name(round));
                const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
                    std::chrono::steady_clock::now() - begun
                );
                outcome.slowest_ms = std::max(outcome.slowest_ms.load(), long{took.count()});
                won += status == 200 ? 1 : 0;
                told += status == 409 ? 1 : 0;
                done.arrive_and_wait();
            }
        });
    for (; next < rounds; next++) {
        const auto opened =
            kiosk.ask({.method = "POST", .path = calls, .json = "{\"id\":\"" + name(next) + "\"}"});
        CHECK(opened);
        ready.arrive_and_wait();
        done.arrive_and_wait();
        judge();
        const auto over = kiosk.ask(
            {.method = "POST",
             .path = calls + "/" + name(next) + "/end",
             .json = R"({"outcome":"helped"})"}
        );
        CHECK(over);
    }
}

void check(const char* what, int rounds, const Outcome& outcome) {
    CHECK(outcome.not_one_winner == 0);
    CHECK(outcome.not_told == 0);
    std::printf(
        "%s: %d calls claimed by four at once, %d without exactly one winner, slowest answer %ld "
        "ms\n",
        what,
        rounds,
        outcome.not_one_winner.load(),
        outcome.slowest_ms.load()
    );
}

} // namespace

TEST_CASE("of mediators who claim in the same instant one wins and the others are told, on SQLite"
) {
    const int rounds = count_from("GUICHET_CLAIMS", 300);
    const Staff staff(1, 4);
    const HubProcess hub(staff);
    Outcome outcome;
    race(staff, {hub.url()}, rounds, outcome);
    check("SQLite", rounds, outcome);
}

TEST_CASE("of mediators at two hubs on one PostgreSQL one wins and the others are told") {
    const hub::Postgres server;
    if (server.url().empty()) {
        MESSAGE("PostgreSQL is not installed: not tried");
        return;
    }
    const int rounds = count_from("GUICHET_CLAIMS", 300);
    const Staff staff(1, 4, server.url());
    const HubProcess one(staff);
    const HubProcess other(staff);
    Outcome outcome;
    race(staff, {one.url(), other.url()}, rounds, outcome);
    check("PostgreSQL, two hubs", rounds, outcome);
}

} // namespace guichet::trials
