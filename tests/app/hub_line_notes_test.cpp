// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/hub_line_notes.hpp"

#include <chrono>
#include <string>

#include <doctest/doctest.h>

namespace guichet::app {
namespace {

using namespace std::chrono_literals;

const Instant start{1h};

call::PointErrand shown(const std::string& name) {
    return {"w", call::PointErrand::Shown{{{{"id", "button", name, 0, 0, 1, 1}}}}};
}

Result<net::Reply> status(int status) {
    return net::Reply{.status = status};
}

Result<net::Reply> no_reply(Error::Kind why) {
    return fail(why, "nobody there");
}

} // namespace

TEST_CASE("of two screens that wait only the later one is sent") {
    Notes notes;
    notes.add(call::PointErrand{"w", call::PointErrand::Answer{true}});
    notes.add(shown("premier"));
    notes.add(shown("second"));
    const auto answer = notes.take(start);
    REQUIRE(answer);
    CHECK(answer->request.path == "/api/v1/kiosk/points/w/answer");
    CHECK_FALSE(notes.sent(*answer, status(200), start));
    const auto layout = notes.take(start);
    REQUIRE(layout);
    CHECK(layout->request.path == "/api/v1/kiosk/points/w/layout");
    CHECK(layout->request.json.find("second") != std::string::npos);
    CHECK(notes.empty());
}

TEST_CASE("a screen that moves is told four times a second, and stopping does not wait") {
    Notes notes;
    notes.add(shown("premier"));
    const auto first = notes.take(start);
    REQUIRE(first);
    CHECK_FALSE(notes.sent(*first, status(200), start + 10ms));
    notes.add(shown("second"));
    CHECK_FALSE(notes.take(start + 100ms));
    REQUIRE(notes.next_wake());
    CHECK(*notes.next_wake() == start + 260ms);
    CHECK(notes.take(start + 260ms));
    notes.add(shown("third"));
    notes.add(call::PointErrand{"w", call::PointErrand::Stop{}});
    const auto stop = notes.take(start + 261ms);
    REQUIRE(stop);
    CHECK(stop->stops);
}

TEST_CASE("stopping goes before everything else about the wish") {
    Notes notes;
    notes.add(shown("premier"));
    notes.add(call::PointErrand{"w", call::PointErrand::Stop{}});
    const auto stop = notes.take(start);
    REQUIRE(stop);
    CHECK(stop->request.path == "/api/v1/kiosk/points/w/stop");
    CHECK(notes.empty());
}

TEST_CASE("a screen that the hub does not get ends the wish at both ends") {
    for (const auto& reply :
         {status(409), status(404), status(500), no_reply(Error::Kind::TimedOut)}) {
        Notes notes;
        notes.add(shown("premier"));
        CHECK(notes.sent(*notes.take(start), reply, start) == "w");
        const auto stop = notes.take(start);
        REQUIRE(stop);
        CHECK(stop->stops);
    }
}

TEST_CASE("stopping is repeated until the hub has answered") {
    Notes notes;
    notes.add(call::PointErrand{"w", call::PointErrand::Stop{}});
    CHECK_FALSE(notes.sent(*notes.take(start), no_reply(Error::Kind::Unreachable), start));
    CHECK_FALSE(notes.take(start));
    REQUIRE(notes.next_wake());
    const auto again = notes.take(*notes.next_wake());
    REQUIRE(again);
    CHECK_FALSE(notes.sent(*again, status(404), start));
    CHECK(notes.empty());
}

TEST_CASE("a count is sent again only when it surely did not arrive") {
    const call::Activity activity{"logement", 7min, true, call::Doer::Alone, call::Mood::Good};
    struct Row {
        Result<net::Reply> reply;
        bool again;
    };
    for (const auto& row :
         {Row{status(204), false},
          Row{status(400), false},
          Row{status(503), true},
          Row{no_reply(Error::Kind::Unreachable), true},
          Row{no_reply(Error::Kind::TimedOut), false}}) {
        Notes notes;
        notes.add(activity);
        const auto note = notes.take(start);
        REQUIRE(note);
        CHECK(note->request.path == "/api/v1/kiosk/activity");
        CHECK(
            note->request.json ==
            R"({"how":"alone","minutes":7,"mood":"good","outcome":"finished","theme":"logement"})"
        );
        CHECK_FALSE(notes.sent(*note, row.reply, start));
        CHECK(notes.empty() == !row.again);
    }
}

} // namespace guichet::app
