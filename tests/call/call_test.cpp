// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/calls.hpp"

#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace guichet::call {

using namespace std::chrono_literals;

TEST_CASE("a press sends the request and waits for a console") {
    Call call;
    press(call, make_request(), start + 3s);
    CHECK(call.state == State::Sending);
    CHECK(call.request == make_request());
    CHECK(call.since == start + 3s);
    CHECK(call.mediator.empty());
}

TEST_CASE("a second press changes nothing while the first call is open") {
    for (const auto state : {State::Sending, State::Received, State::Claimed, State::Here}) {
        CAPTURE(static_cast<int>(state));
        auto call = make_call(state);
        auto other = make_request();
        other.id = "essai-2";
        press(call, other, start + 9s);
        CHECK(call.state == state);
        CHECK(call.request.id == "essai-1");
        CHECK(call.since == start);
    }
}

TEST_CASE("from the beacon the person can try again") {
    auto call = make_call(State::Beacon);
    press(call, make_request(), start + 9s);
    CHECK(call.state == State::Sending);
    CHECK(call.since == start + 9s);
}

TEST_CASE("each report leads where the truth is, and nowhere else") {
    struct Row {
        State before;
        Report report;
        State after;
    };
    const std::vector<Row> rows{
        {State::Quiet, Acknowledged{}, State::Quiet},
        {State::Quiet, Claimed{"Nadia"}, State::Quiet},
        {State::Quiet, Released{}, State::Quiet},
        {State::Quiet, Unreachable{}, State::Quiet},
        {State::Sending, Acknowledged{}, State::Received},
        {State::Sending, Claimed{"Nadia"}, State::Claimed},
        {State::Sending, Released{}, State::Sending},
        {State::Sending, Unreachable{}, State::Beacon},
        {State::Received, Acknowledged{}, State::Received},
        {State::Received, Claimed{"Nadia"}, State::Claimed},
        {State::Received, Released{}, State::Received},
        {State::Received, Unreachable{}, State::Beacon},
        {State::Claimed, Acknowledged{}, State::Claimed},
        {State::Claimed, Claimed{"Omar"}, State::Claimed},
        {State::Claimed, Released{}, State::Received},
        {State::Claimed, Unreachable{}, State::Claimed},
        {State::Here, Acknowledged{}, State::Here},
        {State::Here, Claimed{"Omar"}, State::Here},
        {State::Here, Released{}, State::Here},
        {State::Here, Unreachable{}, State::Here},
        {State::Beacon, Acknowledged{}, State::Received},
        {State::Beacon, Claimed{"Nadia"}, State::Claimed},
        {State::Beacon, Released{}, State::Beacon},
        {State::Beacon, Unreachable{}, State::Beacon},
        {State::Quiet, Replied{Reply::Coming}, State::Quiet},
        {State::Sending, Replied{Reply::Coming}, State::Sending},
        {State::Received, Replied{Reply::Coming}, State::Received},
        {State::Claimed, Replied{Reply::Coming}, State::Claimed},
        {State::Here, Replied{Reply::Coming}, State::Here},
        {State::Beacon, Replied{Reply::Coming}, State::Beacon},
        {State::Quiet, Stored{}, State::Quiet},
        {State::Sending, Stored{}, State::Sending},
        {State::Received, Stored{}, State::Sending},
        {State::Claimed, Stored{}, State::Sending},
        {State::Here, Stored{}, State::Here},
        {State::Beacon, Stored{}, State::Beacon},
    };
    for (const auto& row : rows) {
        CAPTURE(static_cast<int>(row.before));
        CAPTURE(row.report.index());
        auto call = make_call(row.before);
        report(call, row.report, start + 1s);
        CHECK(call.state == row.after);
        CHECK(
            call.since ==
            (row.after == row.before && !(row.before == State::Claimed && row.report.index() == 1)
                 ? start
                 : start + 1s)
        );
    }
}

TEST_CASE("the same report twice is the same as once") {
    const std::vector<Report> reports{
        Acknowledged{}, Claimed{"Nadia"}, Released{}, Unreachable{}, Stored{}};
    for (const auto state : states) {
        for (const auto& what : reports) {
            CAPTURE(static_cast<int>(state));
            CAPTURE(what.index());
            auto call = make_call(state);
            report(call, what, start + 1s);
            const auto once = call;
            report(call, what, start + 2s);
            CHECK(call.state == once.state);
            CHECK(call.since == once.since);
            CHECK(call.mediator == once.mediator);
        }
    }
}

TEST_CASE("a claim that passes to another mediator shows the new name") {
    auto call = make_call(State::Claimed);
    report(call, Claimed{"Omar"}, start + 30s);
    CHECK(call.mediator == "Omar");
    CHECK(call.since == start + 30s);
}

TEST_CASE("a released claim takes the name away") {
    auto call = make_call(State::Claimed);
    report(call, Released{}, start + 30s);
    CHECK(call.state == State::Received);
    CHECK(call.mediator.empty());
}

TEST_CASE("a late acknowledgement after the beacon is good news") {
    auto call = make_call(State::Sending);
    tick(call, start + 5s);
    REQUIRE(call.state == State::Beacon);
    report(call, Acknowledged{}, start + 40s);
    CHECK(call.state == State::Received);
    CHECK(call.since == start + 40s);
}

TEST_CASE("a reason is added afterwards, and somebody unwell makes it urgent for good") {
    Call call;
    add_reason(call, Reason::Document);
    CHECK(call.request.reason == Reason::None);
    call = make_call(State::Received);
    add_reason(call, Reason::Document);
    CHECK(call.request.reason == Reason::Document);
    CHECK_FALSE(call.request.urgent);
    add_reason(call, Reason::Unwell);
    CHECK(call.request.urgent);
    add_reason(call, Reason::Rights);
    CHECK(call.request.urgent);
    CHECK(call.state == State::Received);
}

TEST_CASE("an answer from a distance is shown only while its mediator is on the way") {
    auto call = make_call(State::Received);
    report(call, Replied{Reply::Coming}, start + 1s);
    CHECK_FALSE(call.reply.has_value());
    report(call, Claimed{"Nadia"}, start + 2s);
    report(call, Replied{Reply::TwoMinutes}, start + 3s);
    CHECK(call.reply == Reply::TwoMinutes);
    report(call, Claimed{"Omar"}, start + 4s);
    CHECK_FALSE(call.reply.has_value());
    report(call, Replied{Reply::SitDown}, start + 5s);
    report(call, Released{}, start + 6s);
    CHECK_FALSE(call.reply.has_value());
}

TEST_CASE("somebody is here only when the person says so after calling") {
    struct Row {
        State before;
        State after;
    };
    for (const auto& row : std::vector<Row>{
             {State::Quiet, State::Quiet},
             {State::Sending, State::Sending},
             {State::Received, State::Here},
             {State::Claimed, State::Here},
             {State::Here, State::Here},
             {State::Beacon, State::Here}}) {
        CAPTURE(static_cast<int>(row.before));
        auto call = make_call(row.before);
        confirm_here(call, start + 1s);
        CHECK(call.state == row.after);
    }
}

TEST_CASE("the mediator's name stays when they arrive") {
    auto call = make_call(State::Claimed);
    confirm_here(call, start + 1s);
    CHECK(call.mediator == "Nadia");
}

TEST_CASE("the kiosk ends a call from any state, and nothing of it is left") {
    for (const auto state : states) {
        CAPTURE(static_cast<int>(state));
        auto call = make_call(state);
        end(call, start + 7s);
        CHECK(call.state == State::Quiet);
        CHECK(call.request == Request{});
        CHECK(call.mediator.empty());
        report(call, Claimed{"Nadia"}, start + 8s);
        CHECK(call.state == State::Quiet);
    }
}

TEST_CASE("over any order of reports, no state says more than was reported") {
    std::mt19937 random{20261122};
    for (int round = 0; round < 2000; round++) {
        Call call;
        press(call, make_request(), start);
        bool was_acknowledged = false;
        bool was_claimed = false;
        auto now = start;
        for (int i = 0; i < 12; i++) {
            now += 700ms;
            const auto pick = random() % 6;
            if (pick == 0)
                report(call, Acknowledged{}, now);
            else if (pick == 1)
                report(call, Claimed{"Nadia"}, now);
            else if (pick == 2)
                report(call, Released{}, now);
            else if (pick == 3)
                report(call, Unreachable{}, now);
            else if (pick == 4)
                report(call, Stored{}, now);
            else
                tick(call, now);
            was_claimed = pick != 4 && (was_claimed || pick == 1);
            was_acknowledged = pick != 4 && (was_acknowledged || pick == 0 || pick == 1);
            const bool says_received = call.state == State::Received;
            const bool says_coming = call.state == State::Claimed;
            CHECK((!says_received || was_acknowledged));
            CHECK((!says_coming || was_claimed));
            CHECK(call.mediator.empty() != says_coming);
            CHECK(call.state != State::Here);  // the person did not say so
            CHECK(call.state != State::Quiet); // nor that they need nobody any more
        }
    }
}

} // namespace guichet::call
