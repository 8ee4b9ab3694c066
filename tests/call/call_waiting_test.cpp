// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/calls.hpp"

#include <doctest/doctest.h>

namespace guichet::call {

using namespace std::chrono_literals;

TEST_CASE("nobody reached within 5 seconds is said so, not a moment before") {
    auto call = make_call(State::Sending);
    CHECK(next_wake(call) == start + 5s);
    tick(call, start + 4999ms);
    CHECK(call.state == State::Sending);
    tick(call, start + 5s);
    CHECK(call.state == State::Beacon);
    CHECK(call.since == start + 5s);
    CHECK(next_wake(call) == start + 180s);
}

TEST_CASE("only a call that waits for somebody needs to be woken") {
    for (const auto state : states) {
        CAPTURE(static_cast<int>(state));
        auto call = make_call(state);
        const bool waits = state != State::Quiet && state != State::Here;
        CHECK(next_wake(call).has_value() == waits);
        tick(call, start + 1h);
        CHECK(call.other_ways == waits);
        CHECK_FALSE(next_wake(call).has_value());
        CHECK(call.state == (state == State::Sending ? State::Beacon : state));
    }
}

TEST_CASE("other ways are offered after three minutes, and the call stays open") {
    auto call = make_call(State::Received);
    tick(call, start + 179s);
    CHECK_FALSE(call.other_ways);
    tick(call, start + 180s);
    CHECK(call.other_ways);
    CHECK(call.state == State::Received);
    report(call, Claimed{"Nadia"}, start + 200s);
    CHECK_FALSE(call.other_ways);
    report(call, Released{}, start + 210s);
    CHECK(next_wake(call) == start + 180s);
    tick(call, start + 210s);
    CHECK(call.other_ways);
}

TEST_CASE("a site says itself after what time other ways are offered") {
    const Escalation soon{.other_ways = 60s};
    auto call = make_call(State::Received);
    CHECK(next_wake(call, soon) == start + 60s);
    tick(call, start + 59s, soon);
    CHECK_FALSE(call.other_ways);
    tick(call, start + 60s, soon);
    CHECK(call.other_ways);
}

TEST_CASE("trying again from the beacon does not start the three minutes anew") {
    auto call = make_call(State::Beacon);
    press(call, make_request(), start + 170s);
    CHECK(call.opened == start);
    report(call, Acknowledged{}, start + 171s);
    tick(call, start + 180s);
    CHECK(call.other_ways);
}

TEST_CASE("a claim is believed no longer than its lease when the hub cannot say it is over") {
    auto call = make_call(State::Claimed);
    report(call, Unreachable{}, start + 60s);
    CHECK(next_wake(call) == start + 6min);
    tick(call, start + 6min - 1ms);
    CHECK(call.state == State::Claimed);
    CHECK_FALSE(call.other_ways);
    tick(call, start + 6min);
    CHECK(call.state == State::Beacon);
    CHECK(call.mediator.empty());
    CHECK(call.other_ways);
    report(call, Claimed{"Nadia"}, start + 7min); // the hub is back, and says so
    CHECK(call.state == State::Claimed);
    CHECK_FALSE(call.other_ways);
}

TEST_CASE("a claim without news stays, beside other ways, while the hub is there") {
    auto call = make_call(State::Claimed);
    report(call, Unreachable{}, start + 60s);
    report(call, Claimed{"Nadia"}, start + 90s);
    tick(call, start + 6min);
    CHECK(call.state == State::Claimed);
    CHECK(call.other_ways);
    CHECK_FALSE(next_wake(call).has_value());
    report(call, Unreachable{}, start + 7min);
    REQUIRE(next_wake(call).has_value());
    tick(call, *next_wake(call) + 1min);
    CHECK(call.state == State::Beacon);
}

} // namespace guichet::call
