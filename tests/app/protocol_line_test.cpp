// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/protocol/protocol.hpp"
#include "app/protocol/protocol_line.hpp"

#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

namespace guichet::app {
namespace {

using visit::happened::CallKept;
using visit::happened::CallRefused;
using visit::happened::CallReported;
using visit::happened::PointTold;
using visit::happened::StaffSeen;

const Instant pressed{std::chrono::milliseconds{123'456}};

std::vector<call::Errand> every_errand() {
    call::Request request{.id = "v-1", .place = "Poste 2"};
    request.procedure = "essai";
    request.step = "vous";
    request.language = "ar";
    request.needs = {"large-text", "read-aloud"};
    request.reason = call::Reason::ReadWithMe;
    request.urgent = true;
    return {
        {"v-1", call::Errand::Open{request, pressed}},
        {"v-1", call::Errand::AddReason{call::Reason::Unwell}},
        {"v-1", call::Errand::Here{"0420"}},
        {"v-1", call::Errand::End{call::Outcome::Helped}}};
}

template <typename Wanted>
Wanted heard(const LineSays& news) {
    const auto got = to_line_says(to_packet(3, news));
    REQUIRE(got);
    REQUIRE(std::holds_alternative<Wanted>(*got));
    return std::get<Wanted>(*got);
}

} // namespace

TEST_CASE("what opens a line arrives whole") {
    const LineJob sent{
        {.url = "https://hub.example:8017", .key = "poste.secret", .authorities = "/etc/ca.pem"},
        "word",
        {.in_use = true, .procedure = "essai", .step = 2, .steps = 5},
        every_errand(),
        {"wish-1"},
        true};
    const auto packet = to_packet(7, sent);
    CHECK(job_of(packet) == 7);
    const auto got = to_line_job(packet);
    REQUIRE(got);
    CHECK(got->hub.url == sent.hub.url);
    CHECK(got->hub.key == sent.hub.key);
    CHECK(got->hub.authorities == sent.hub.authorities);
    CHECK(got->instance == sent.instance);
    CHECK(got->progress == sent.progress);
    CHECK(got->errands == sent.errands);
    CHECK(got->stops == sent.stops);
    CHECK(got->opening);
    CHECK_FALSE(to_line_tells(packet));
    CHECK_FALSE(to_courier_job(packet));
}

TEST_CASE("each thing a visit tells arrives as it was") {
    for (const auto& errand : every_errand()) {
        const auto got = to_line_tells(to_packet(1, LineTells{errand}));
        REQUIRE(got);
        CHECK(std::get<call::Errand>(*got) == errand);
    }
    const call::Layout layout{{{"continue", "button", "Continuer", 0.5, 0.25, 0.125, 0.0625}}};
    for (const auto& errand :
         {call::PointErrand{"w", call::PointErrand::Answer{true}},
          call::PointErrand{"w", call::PointErrand::Shown{layout}},
          call::PointErrand{"w", call::PointErrand::Stop{}}}) {
        const auto got = to_line_tells(to_packet(1, LineTells{errand}));
        REQUIRE(got);
        CHECK(std::get<call::PointErrand>(*got) == errand);
    }
    const call::Activity activity{
        "logement", std::chrono::minutes{12}, true, call::Doer::Helped, call::Mood::Middling};
    const auto got = to_line_tells(to_packet(1, LineTells{activity}));
    REQUIRE(got);
    CHECK(std::get<call::Activity>(*got) == activity);
}

TEST_CASE("each thing a courier hears arrives as it was") {
    CHECK(heard<StaffSeen>(StaffSeen{call::Staff::Busy}).staff == call::Staff::Busy);
    CHECK(heard<StaffSeen>(StaffSeen{}).staff == std::nullopt);
    CHECK(heard<CallRefused>(CallRefused{every_errand()[2]}).errand == every_errand()[2]);
    CHECK(heard<CallKept>(CallKept{every_errand()[0]}).errand == every_errand()[0]);
    const auto report = heard<CallReported>(CallReported{call::Claimed{"Nadia"}, "v-1"});
    CHECK(report.id == "v-1");
    CHECK(std::get<call::Claimed>(report.report).mediator == "Nadia");
    const auto reply = heard<CallReported>(CallReported{call::Replied{call::Reply::SitDown}, "v"});
    CHECK(std::get<call::Replied>(reply.report).reply == call::Reply::SitDown);
    for (const call::Report& each :
         {call::Report{call::Acknowledged{}},
          call::Report{call::Released{}},
          call::Report{call::Unreachable{}}})
        CHECK(heard<CallReported>(CallReported{each, "v"}).report.index() == each.index());
    const auto at = heard<PointTold>(PointTold{{"w", call::PointNews::At{"continue"}}});
    CHECK(std::get<call::PointNews::At>(at.news.what).mark == "continue");
    const auto asked = heard<PointTold>(PointTold{{"w", call::PointNews::Asked{"Nadia"}}});
    CHECK(std::get<call::PointNews::Asked>(asked.news.what).mediator == "Nadia");
    const auto over = heard<PointTold>(PointTold{{"w", call::PointNews::Over{}}});
    CHECK(std::holds_alternative<call::PointNews::Over>(over.news.what));
}

TEST_CASE("a courier that raves is not understood") {
    for (const auto* json :
         {"",
          "{",
          "[]",
          "{}",
          R"({"do":"hear"})",
          R"({"do":"hear","about":"staff","it":7})",
          R"({"do":"hear","about":"staff","it":"present"})",
          R"({"do":"hear","about":"report","call":"v","it":{"what":"mended"}})",
          R"({"do":"hear","about":"report","call":"v","it":{"what":"replied","reply":"bonjour"}})",
          R"({"do":"hear","about":"kept","it":{"id":"v","what":"end","outcome":"won"}})",
          R"({"do":"hear","about":"answers","it":{}})",
          R"({"do":"tell","about":"staff","it":1})"}) {
        CAPTURE(json);
        CHECK_FALSE(to_line_says({json, {}}));
    }
}

} // namespace guichet::app
