// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {
namespace {

Event asked(const std::string& id = "p1") {
    return happened::PointTold{{id, call::PointNews::Asked{"Nadia"}}};
}

Event at(const std::string& mark, const std::string& id = "p1") {
    return happened::PointTold{{id, call::PointNews::At{mark}}};
}

Event over(const std::string& id = "p1") {
    return happened::PointTold{{id, call::PointNews::Over{}}};
}

Effects tells(decltype(call::PointErrand::what) what, const std::string& id = "p1") {
    return {please::TellPointer{{id, std::move(what)}}};
}

const Effects refusal = tells(call::PointErrand::Answer{false});
const Effects end = tells(call::PointErrand::Stop{});

/// On the question `path`, waiting for Nadia.
Person& calls(Person& person, const Path& path) {
    person.reaches(path).does(did::CallSomeone{});
    person.does(happened::CallReported{.report = call::Claimed{"Nadia"}});
    return person.does(did::ClosePanel{});
}

} // namespace

TEST_CASE("nothing is shown before the person agreed") {
    Person person;
    calls(person, "couple").does(asked());
    CHECK(person.visit.panel == Panel::Point);
    CHECK_FALSE(person.wants<please::TellPointer>());
    REQUIRE(person.visit.pointing);
    CHECK_FALSE(person.visit.pointing->allowed);
    person.does(at("option:yes"));
    CHECK(person.visit.pointing->mark.empty());
    person.does(did::AllowPointing{});
    CHECK(person.effects == tells(call::PointErrand::Answer{true}));
    CHECK(person.visit.panel == Panel::None);
    person.does(at("option:yes"));
    CHECK(person.visit.pointing->mark == "option:yes");
    CHECK(person.visit.pointing->marked == person.now);
    CHECK(person.visit.draft().empty()); // pointing is all it does
}

TEST_CASE("a wish to point that nobody answers is refused by itself") {
    Person person;
    calls(person, "couple").does(asked());
    CHECK(next_wake(person.visit, person.now) == person.now + 30s);
    person.waits(29s);
    CHECK(person.effects.empty());
    person.waits(1s);
    CHECK(person.effects == refusal);
    CHECK(person.visit.panel == Panel::None);
    CHECK_FALSE(person.visit.pointing);
}

TEST_CASE("refusing, going back or looking at something else refuses") {
    for (const auto& no :
         {Event{did::RefusePointing{}},
          Event{did::Back{}},
          Event{did::ClosePanel{}},
          Event{did::OpenPanel{Panel::Look}},
          Event{did::CallSomeone{}}}) {
        CAPTURE(no.index());
        Person person;
        calls(person, "couple").does(asked()).does(no);
        CHECK(person.effects == refusal);
        CHECK_FALSE(person.visit.pointing);
        CHECK(person.visit.panel != Panel::Point);
        person.does(did::AllowPointing{});
        CHECK(person.effects.empty());
    }
}

TEST_CASE("the person stops it at once") {
    Person person;
    calls(person, "couple").does(asked()).does(did::AllowPointing{}).does(did::StopPointing{});
    CHECK(person.effects == end);
    CHECK_FALSE(person.visit.pointing);
    person.does(at("option:yes"));
    CHECK_FALSE(person.visit.pointing);
}

TEST_CASE("what was agreed to ends with the page, after five minutes, and with the call") {
    Person page;
    calls(page, "couple").does(asked()).does(did::AllowPointing{}).chooses("no");
    CHECK(page.visit.pointing);
    page.goes_on();
    CHECK(page.effects == end);
    CHECK_FALSE(page.visit.pointing);

    Person time;
    calls(time, "couple").does(asked()).does(did::AllowPointing{});
    CHECK(next_wake(time.visit, time.now) <= time.now + 5min);
    time.waits(5min);
    CHECK_FALSE(time.visit.pointing);

    Person call;
    calls(call, "couple").does(asked()).does(did::AllowPointing{}).does(did::EndCall{});
    CHECK_FALSE(call.visit.pointing);
    CHECK(call.wants<please::TellPointer>());

    Person visit;
    calls(visit, "couple").does(asked()).does(did::AllowPointing{});
    visit.does(did::Leave{}).does(did::ConfirmLeave{});
    CHECK(visit.visit.over);
    CHECK(visit.wants<please::TellPointer>());
}

TEST_CASE("one helper at a time, and only one who was called") {
    Person person;
    person.reaches("couple").does(asked());
    CHECK(person.effects == refusal); // nobody was called
    Person two;
    calls(two, "couple").does(asked()).does(asked("p2"));
    CHECK(two.effects == tells(call::PointErrand::Answer{false}, "p2"));
    two.does(did::AllowPointing{}).does(asked("p3"));
    CHECK(two.effects == tells(call::PointErrand::Answer{false}, "p3"));
    CHECK(two.visit.pointing->id == "p1");
    two.does(at("heading", "p2")).does(over("p2"));
    REQUIRE(two.visit.pointing);
    CHECK(two.visit.pointing->mark.empty());
    two.does(did::SomeoneIsHere{});
    CHECK_FALSE(two.visit.pointing);
    two.does(asked("p4"));
    CHECK(two.effects == tells(call::PointErrand::Answer{false}, "p4"));
}

TEST_CASE("pages about consent, readings and sending are never shown") {
    for (const auto* path : {"accord"}) {
        Person person;
        calls(person, path).does(asked());
        CHECK(person.effects == refusal);
        CHECK(person.visit.panel == Panel::None);
    }
    Person checking;
    calls(checking, "accord").goes_on().does(asked());
    REQUIRE(checking.visit.screen == Screen::Check);
    CHECK(checking.effects == refusal);
}

TEST_CASE("the console's end is the end") {
    Person person;
    calls(person, "couple").does(asked()).does(over());
    CHECK(person.visit.panel == Panel::None);
    CHECK_FALSE(person.visit.pointing);
    person.does(asked("p2")).does(did::AllowPointing{}).does(over("p2"));
    CHECK(person.effects.empty());
    CHECK_FALSE(person.visit.pointing);
}

} // namespace guichet::visit
