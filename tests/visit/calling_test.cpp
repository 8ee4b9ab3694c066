// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {
namespace {

template <typename Report>
Event reported(Report report, const std::string& id = {}) {
    return happened::CallReported{.report = std::move(report), .id = id};
}

Effects tells(decltype(call::Errand::what) what) {
    return {please::TellHub{{"essai-1", std::move(what)}}};
}

Effects tells(decltype(call::Errand::what) what, please::Chime chime) {
    return {please::TellHub{{"essai-1", std::move(what)}}, please::Play{chime}};
}

Effects plays(please::Chime chime) {
    return {please::Play{chime}};
}

} // namespace

TEST_CASE("a call says where the person is, never what they wrote") {
    Person person;
    person.reaches("couple").does(did::ChooseLanguage{"ar"}).does(did::CallSomeone{});
    REQUIRE(person.wants<please::TellHub>());
    const call::Request expected{
        .id = "essai-1",
        .place = "Poste 2",
        .procedure = "essai",
        .step = "foyer",
        .language = "ar"};
    CHECK(person.effects == tells(call::Errand::Open{expected, person.now}, please::Chime::Sent));
    CHECK(person.visit.panel == Panel::Call);
    CHECK(person.visit.call.state == call::State::Sending);
}

TEST_CASE("somebody can be called from every screen") {
    Person person;
    person.does(did::CallSomeone{});
    CHECK(person.wants<please::TellHub>());
    CHECK(person.visit.screen == Screen::Welcome);
    Person checking;
    checking.reaches_check().does(did::CallSomeone{});
    CHECK(checking.wants<please::TellHub>());
}

TEST_CASE("pressing again shows the call and makes no second one") {
    Person person;
    person.begins().does(did::CallSomeone{}).does(did::ClosePanel{});
    CHECK(person.visit.panel == Panel::None);
    CHECK(person.visit.call.state == call::State::Sending);
    person.does(did::CallSomeone{});
    CHECK(person.effects.empty());
    CHECK(person.visit.panel == Panel::Call);
}

TEST_CASE("the person goes on while somebody comes") {
    Person person;
    person.begins().does(did::CallSomeone{}).does(did::ClosePanel{});
    person.types("DUPONT").goes_on();
    CHECK(person.asks("naissance"));
    person.does(reported(call::Acknowledged{}));
    CHECK(person.visit.call.state == call::State::Received);
    person.does(reported(call::Claimed{"Nadia"}));
    CHECK(person.visit.call.mediator == "Nadia");
    person.does(did::SomeoneIsHere{});
    CHECK(person.visit.call.state == call::State::Here);
    person.does(did::EndCall{});
    CHECK(person.effects == tells(call::Errand::End{call::Outcome::Helped}));
    CHECK(person.visit.call.state == call::State::Quiet);
}

TEST_CASE("without an answer the kiosk becomes a beacon by itself") {
    Person person;
    person.begins().does(did::CallSomeone{}).does(did::ClosePanel{});
    CHECK(next_wake(person.visit, person.now) == person.now + 5s);
    person.waits(5s);
    CHECK(person.visit.call.state == call::State::Beacon);
    CHECK(person.visit.panel == Panel::Call); // even when the person had put it aside
    person.does(did::CallSomeone{});
    const auto& call = person.visit.call;
    CHECK(
        person.effects == tells(call::Errand::Open{call.request, call.opened}, please::Chime::Sent)
    );
    CHECK(person.visit.call.request.id == "essai-1"); // sent again, it is the same call
}

TEST_CASE("a second call has a number of its own, and old news does not touch it") {
    Person person;
    person.begins().does(did::CallSomeone{}).does(did::EndCall{}).does(did::CallSomeone{});
    CHECK(person.visit.call.request.id == "essai-2");
    person.does(reported(call::Claimed{"Nadia"}, "essai-1"));
    CHECK(person.visit.call.state == call::State::Sending);
    person.does(reported(call::Acknowledged{}, "essai-2"));
    CHECK(person.visit.call.state == call::State::Received);
}

TEST_CASE("ending a call that was never made does nothing") {
    Person person;
    person.begins().does(did::EndCall{}).does(did::SomeoneIsHere{});
    CHECK(person.effects.empty());
    CHECK(person.visit.call.state == call::State::Quiet);
}

TEST_CASE("a mediator learns that the letters must be large") {
    Person person;
    person.does(did::ChooseTextSize{TextSize::Largest}).does(did::CallSomeone{});
    CHECK(person.visit.call.request.needs == std::vector<std::string>{"large-text"});
}

TEST_CASE("every change of the call is heard once") {
    Person person;
    person.begins().does(did::CallSomeone{});
    CHECK(person.wants<please::Play>());
    person.does(reported(call::Acknowledged{}));
    CHECK(person.effects == plays(please::Chime::Received));
    person.does(reported(call::Acknowledged{}));
    CHECK(person.effects.empty());
    person.does(reported(call::Claimed{"Nadia"}));
    CHECK(person.effects == plays(please::Chime::Claimed));
    person.does(reported(call::Replied{call::Reply::TwoMinutes}));
    CHECK(person.effects.empty());
    CHECK(person.visit.call.reply == call::Reply::TwoMinutes);
    person.does(reported(call::Claimed{"Omar"})); // handed over
    CHECK(person.effects == plays(please::Chime::Claimed));
    person.does(reported(call::Released{}));
    CHECK(person.effects == plays(please::Chime::Received));
    person.does(reported(call::Claimed{"Nadia"})).does(did::SomeoneIsHere{});
    CHECK(person.effects == tells(call::Errand::Here{}, please::Chime::Here));
    person.does(did::EndCall{});
    CHECK_FALSE(person.wants<please::Play>());
}

TEST_CASE("the person is told that whoever was coming cannot") {
    Person person;
    person.begins().does(did::CallSomeone{}).does(reported(call::Claimed{"Nadia"}));
    CHECK(person.visit.let_go.empty());
    person.does(reported(call::Released{}));
    CHECK(person.visit.let_go == "Nadia");
    CHECK(person.visit.call.state == call::State::Received);
    person.does(reported(call::Claimed{"Omar"}));
    CHECK(person.visit.let_go.empty());
}

TEST_CASE("a reason comes after the press, can be changed, and is told once") {
    using call::Reason;
    Person person;
    person.begins().does(did::GiveReason{Reason::Document});
    CHECK(person.effects.empty()); // nobody was called
    person.does(did::CallSomeone{}).does(did::GiveReason{Reason::Document});
    CHECK(person.effects == tells(call::Errand::AddReason{Reason::Document}));
    person.does(did::GiveReason{Reason::Document}).does(did::GiveReason{Reason::None});
    CHECK(person.effects.empty());
    person.does(did::GiveReason{Reason::Unwell});
    CHECK(person.effects == tells(call::Errand::AddReason{Reason::Unwell}));
    CHECK(person.visit.call.request.urgent);
    person.does(did::GiveReason{Reason::Rights});
    CHECK(person.visit.call.request.urgent); // another reason takes no danger back
    person.does(reported(call::Claimed{"Nadia"})).does(did::SomeoneIsHere{});
    person.does(did::GiveReason{Reason::Screen});
    CHECK(person.effects.empty()); // it can be said aloud now
}

TEST_CASE("a beacon sounds every ten seconds while it is on show, and is silent put aside") {
    Person person;
    person.begins().does(did::CallSomeone{}).waits(5s);
    CHECK(person.effects == plays(please::Chime::Beacon));
    for (int i = 0; i < 3; i++) {
        CHECK(next_wake(person.visit, person.now) == person.now + 10s);
        person.waits(9'999ms);
        CHECK(person.effects.empty());
        person.waits(1ms);
        CHECK(person.effects == plays(please::Chime::Beacon));
    }
    person.does(did::ClosePanel{}).waits(60s);
    CHECK(person.effects.empty());
    CHECK(person.visit.call.state == call::State::Beacon);
}

TEST_CASE("a beacon ends by itself when the hub is back") {
    Person person;
    person.begins().does(did::CallSomeone{}).does(reported(call::Acknowledged{}));
    person.does(did::ClosePanel{}).does(reported(call::Unreachable{}));
    CHECK(person.effects == plays(please::Chime::Beacon));
    CHECK(person.visit.panel == Panel::Call); // lost while waiting: said at once
    person.waits(10s).does(reported(call::Acknowledged{}));
    CHECK(person.effects == plays(please::Chime::Received));
    person.waits(60s);
    CHECK(person.effects.empty());
}

TEST_CASE("news that arrive while something else is asked put that away") {
    Person person;
    person.reaches("enfants").adds_child("Lina", "7").does(did::CallSomeone{});
    person.does(did::ClosePanel{}).does(did::RemoveItem{0});
    REQUIRE(person.visit.panel == Panel::RemoveItem);
    person.does(reported(call::Unreachable{}));
    CHECK(person.visit.panel == Panel::Call);
    CHECK(person.visit.removing == -1);
    CHECK(person.visit.answers.items("enfants") == 1);
}

TEST_CASE("after three minutes without a claim other ways are shown and the call stays open") {
    Person person;
    person.begins().does(did::CallSomeone{}).does(reported(call::Acknowledged{})).waits(179s);
    CHECK_FALSE(person.visit.call.other_ways);
    CHECK(next_wake(person.visit, person.now) == person.now + 1s);
    person.waits(1s);
    CHECK(person.visit.call.other_ways);
    CHECK(person.visit.call.state == call::State::Received);
    person.does(reported(call::Claimed{"Nadia"}));
    CHECK_FALSE(person.visit.call.other_ways);
}

TEST_CASE("a site may show other ways sooner or later") {
    auto offer = make_offer();
    offer->escalation.other_ways = 60s;
    Person person{offer};
    person.begins().does(did::CallSomeone{}).does(reported(call::Acknowledged{})).waits(59s);
    CHECK_FALSE(person.visit.call.other_ways);
    CHECK(next_wake(person.visit, person.now) == person.now + 1s);
    person.waits(1s);
    CHECK(person.visit.call.other_ways);
}

TEST_CASE("who goes without waiting is not counted as helped, and sees other ways") {
    Person person;
    person.begins().does(did::LeaveCall{});
    CHECK(person.effects.empty());
    CHECK(person.visit.panel == Panel::None);
    person.does(did::CallSomeone{}).does(reported(call::Acknowledged{})).does(did::LeaveCall{});
    CHECK(person.effects == tells(call::Errand::End{call::Outcome::Left}));
    CHECK(person.visit.panel == Panel::Ways);
    CHECK(person.visit.call.state == call::State::Quiet);
    Person helped;
    helped.begins().does(did::CallSomeone{}).does(reported(call::Claimed{"Nadia"}));
    helped.does(did::SomeoneIsHere{}).does(did::LeaveCall{});
    CHECK(helped.visit.call.state == call::State::Here); // "the help is over" says that
}

TEST_CASE("other ways are printed, and the screen knows how it went") {
    Person person;
    person.begins().does(did::CallSomeone{}).does(did::LeaveCall{}).does(did::PrintWays{});
    const auto first = person.visit.ways_work;
    CHECK(person.effects == Effects{please::PrintWays{first}});
    person.does(did::PrintWays{});
    CHECK(person.effects.empty()); // it is at work already
    person.does(happened::PrintFailed{Error::Kind::OutOfPaper, first});
    CHECK(person.visit.ways == Delivery::State::Failed);
    CHECK(person.visit.ways_why == Error::Kind::OutOfPaper);
    person.does(did::PrintWays{}).does(happened::Printed{first});
    CHECK(person.visit.ways == Delivery::State::Working); // old news
    person.does(happened::Printed{person.visit.ways_work});
    CHECK(person.visit.ways == Delivery::State::Done);
    CHECK(person.visit.delivery.print == Delivery::State::No); // the sheet is another matter
}

TEST_CASE("without a printer no other ways are printed") {
    auto offer = make_offer();
    offer->can_print = false;
    Person person{offer};
    person.begins().does(did::PrintWays{});
    CHECK(person.effects.empty());
    CHECK(person.visit.ways == Delivery::State::No);
}

TEST_CASE("three calls taken back ask for a longer press until one was answered") {
    Person person;
    person.begins();
    for (int i = 0; i < 3; i++) {
        CHECK(person.visit.habit.hold(person.now) == 0ms);
        person.does(did::CallSomeone{}).does(did::EndCall{});
    }
    CHECK(person.visit.habit.hold(person.now) == 2s);
    person.does(did::CallSomeone{}); // longer, never refused
    CHECK(person.wants<please::TellHub>());
    person.does(reported(call::Claimed{"Nadia"})).does(did::EndCall{});
    CHECK(person.visit.habit.hold(person.now) == 0ms);
}

TEST_CASE("who would come is known as long as the hub can be reached") {
    Person person;
    CHECK_FALSE(person.visit.staff.has_value());
    person.begins().does(happened::StaffSeen{call::Staff::Busy});
    CHECK(person.visit.staff == call::Staff::Busy);
    person.does(did::CallSomeone{}).does(reported(call::Unreachable{}));
    CHECK_FALSE(person.visit.staff.has_value());
    person.does(happened::StaffSeen{call::Staff::Present}).does(happened::StaffSeen{});
    CHECK_FALSE(person.visit.staff.has_value());
}

TEST_CASE("leaving ends the call at the kiosk") {
    Person person;
    person.reaches("naissance").does(did::CallSomeone{}).does(did::Leave{});
    CHECK(person.visit.panel == Panel::Leave);
    person.does(did::ConfirmLeave{});
    auto expected = tells(call::Errand::End{call::Outcome::Abandoned});
    expected.emplace_back(please::Count{{.theme = "social_sante"}});
    expected.emplace_back(please::End{});
    CHECK(person.effects == expected);
}

} // namespace guichet::visit
