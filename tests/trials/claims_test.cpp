// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/postgres.hpp"
#include "net/client.hpp"
#include "staff.hpp"

#include <algorithm>
#include <barrier>
#include <chrono>
#include <cstdio>
#include <future>
#include <string>
#include <utility>
#include <vector>

namespace guichet::trials {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// The kiosk and every mediator begin each round in one instant, and end it in another.
struct Rounds {
    int count;
    std::barrier<> begin;
    std::barrier<> end;

    Rounds(int rounds, std::size_t people)
        : count(rounds), begin(static_cast<std::ptrdiff_t>(people)),
          end(static_cast<std::ptrdiff_t>(people)) {}
};

/// What a mediator was answered, round by round.
struct Claimant {
    std::vector<int> statuses{}; ///< 0: nobody answered
    milliseconds slowest{};
};

struct Outcome {
    int not_one_winner{};
    int not_told{};
    milliseconds slowest{};
};

std::string call_of(int round) {
    return "r-" + std::to_string(round);
}

int claim(net::Client& client, const Staff::Mediator& mediator, const std::string& call) {
    const auto reply = client.ask(
        {.method = "POST",
         .path = "/api/v1/console/calls/" + call + "/claim?console=page",
         .headers = mediator.headers}
    );
    return reply ? reply->status : 0;
}

Claimant claim_each(net::Client client, const Staff::Mediator& mediator, Rounds& rounds) {
    Claimant claimant;
    for (int round = 0; round < rounds.count; round++) {
        rounds.begin.arrive_and_wait();
        const auto begun = Clock::now();
        claimant.statuses.push_back(claim(client, mediator, call_of(round)));
        const auto took = std::chrono::duration_cast<milliseconds>(Clock::now() - begun);
        claimant.slowest = std::max(claimant.slowest, took);
        rounds.end.arrive_and_wait();
    }
    return claimant;
}

void open(net::Client& kiosk, const std::string& call) {
    CHECK(kiosk.ask(
        {.method = "POST", .path = "/api/v1/kiosk/calls", .json = R"({"id":")" + call + R"("})"}
    ));
}

void end(net::Client& kiosk, const std::string& call) {
    CHECK(kiosk.ask(
        {.method = "POST",
         .path = "/api/v1/kiosk/calls/" + call + "/end",
         .json = R"({"outcome":"helped"})"}
    ));
}

/// Opens a call for each round, and ends it when all have claimed it.
void open_each(net::Client kiosk, Rounds& rounds) {
    for (int round = 0; round < rounds.count; round++) {
        open(kiosk, call_of(round));
        rounds.begin.arrive_and_wait();
        rounds.end.arrive_and_wait();
        end(kiosk, call_of(round));
    }
}

Outcome judge(const std::vector<Claimant>& claimants, int rounds) {
    const auto others = static_cast<std::ptrdiff_t>(claimants.size()) - 1;
    Outcome outcome;
    for (int round = 0; round < rounds; round++) {
        const auto answered = [&, at = static_cast<std::size_t>(round)](int status) {
            return std::ranges::count_if(claimants, [&](const Claimant& each) {
                return each.statuses.at(at) == status;
            });
        };
        outcome.not_one_winner += answered(200) == 1 ? 0 : 1;
        outcome.not_told += answered(409) == others ? 0 : 1;
    }
    for (const auto& each : claimants)
        outcome.slowest = std::max(outcome.slowest, each.slowest);
    return outcome;
}

/// All mediators, spread over the hubs, claim each call in the same instant.
Outcome race(const Staff& staff, const std::vector<std::string>& urls, int count) {
    const auto& mediators = staff.mediators();
    Rounds rounds(count, mediators.size() + 1);
    std::vector<std::future<Claimant>> claiming;
    claiming.reserve(mediators.size());
    for (std::size_t each = 0; each < mediators.size(); each++)
        claiming.push_back(std::async(std::launch::async, [&, each] {
            return claim_each(
                net::Client({.url = urls[each % urls.size()]}), mediators[each], rounds
            );
        }));
    open_each(net::Client({.url = urls.front(), .key = staff.keys().front()}), rounds);
    std::vector<Claimant> claimants;
    claimants.reserve(claiming.size());
    for (auto& each : claiming)
        claimants.push_back(each.get());
    return judge(claimants, count);
}

void check(const char* what, int rounds, const Outcome& outcome) {
    CHECK(outcome.not_one_winner == 0);
    CHECK(outcome.not_told == 0);
    std::printf(
        "%s: %d calls claimed by four at once, %d without exactly one winner, slowest answer %ld "
        "ms\n",
        what,
        rounds,
        outcome.not_one_winner,
        static_cast<long>(outcome.slowest.count())
    );
}

} // namespace

TEST_CASE("of mediators who claim in the same instant one wins and the others are told, on SQLite"
) {
    const int rounds = count_from("GUICHET_CLAIMS", 300);
    const Staff staff(1, 4);
    const HubProcess hub(staff);
    check("SQLite", rounds, race(staff, {hub.url()}, rounds));
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
    check("PostgreSQL, two hubs", rounds, race(staff, {one.url(), other.url()}, rounds));
}

} // namespace guichet::trials
