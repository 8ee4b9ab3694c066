#include "visit/fixture.hpp"

namespace guichet::visit {
namespace {

template <typename Report>
Event reported(Report report, std::string id = {}) {
    return happened::CallReported{.report = std::move(report), .id = std::move(id)};
}

Effects tells(decltype(call::Errand::what) what) {
    return {please::TellHub{{"essai-1", std::move(what)}}};
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
    CHECK(person.effects == tells(call::Errand::Open{expected, person.now}));
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
    CHECK(person.effects == tells(call::Errand::Open{call.request, call.opened}));
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

TEST_CASE("leaving ends the call at the kiosk") {
    Person person;
    person.reaches("naissance").does(did::CallSomeone{}).does(did::Leave{});
    CHECK(person.visit.panel == Panel::Leave);
    person.does(did::ConfirmLeave{});
    auto expected = tells(call::Errand::End{call::Outcome::Abandoned});
    expected.emplace_back(please::End{});
    CHECK(person.effects == expected);
}

} // namespace guichet::visit
