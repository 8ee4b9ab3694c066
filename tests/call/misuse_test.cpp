// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/misuse.hpp"

#include <doctest/doctest.h>

namespace guichet::call {
namespace {

using namespace std::chrono_literals;

constexpr Instant start{};

void call_and_take_back(Habit& habit, Instant when, State state = State::Received) {
    Call call;
    call.state = state;
    habit.ended(call, when);
}

} // namespace

TEST_CASE("three calls taken back in five minutes ask for a longer press") {
    Habit habit;
    call_and_take_back(habit, start);
    call_and_take_back(habit, start + 60s);
    CHECK(habit.hold(start + 61s) == 0ms);
    call_and_take_back(habit, start + 120s, State::Beacon);
    CHECK(habit.hold(start + 121s) == 2s);
    CHECK(habit.hold(start + 299s) == 2s);
    CHECK(habit.hold(start + 300s) == 0ms);
}

TEST_CASE("only the last three count") {
    Habit habit;
    for (int i = 0; i < 10; i++)
        call_and_take_back(habit, start + i * 100s);
    CHECK(habit.hold(start + 901s) == 2s);
    CHECK(habit.hold(start + 999s) == 2s);
    CHECK(habit.hold(start + 1000s) == 0ms);
}

TEST_CASE("once a mediator took a call, a plain press is enough again") {
    for (const auto state : {State::Claimed, State::Here}) {
        Habit habit;
        for (int i = 0; i < 3; i++)
            call_and_take_back(habit, start);
        REQUIRE(habit.hold(start) == 2s);
        call_and_take_back(habit, start + 1s, state);
        CHECK(habit.hold(start + 1s) == 0ms);
    }
    Habit habit;
    for (int i = 0; i < 3; i++)
        call_and_take_back(habit, start);
    habit.claimed();
    CHECK(habit.hold(start) == 0ms);
}

TEST_CASE("ending no call counts for nothing") {
    Habit habit;
    for (int i = 0; i < 5; i++)
        call_and_take_back(habit, start, State::Quiet);
    CHECK(habit.hold(start) == 0ms);
}

} // namespace guichet::call
