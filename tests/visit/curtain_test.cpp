// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {
namespace {

template <typename Report>
Event tells_kiosk(Report report) {
    return happened::CallReported{.report = std::move(report)};
}

/// On the question of the nickname with one begun, a call received, and the screen hidden.
Person& hides(Person& person) {
    person.reaches("surnom").types("Lou").does(did::CallSomeone{});
    return person.does(tells_kiosk(call::Acknowledged{})).does(did::HideScreen{});
}

} // namespace

TEST_CASE("who waits for somebody may hide the screen, and finds it as it was") {
    Person person;
    hides(person);
    CHECK(person.visit.curtain);
    CHECK(person.visit.panel == Panel::None);
    const std::vector<Event> behind{
        did::Edit{.part = 0, .text = "Lea"},
        did::Skip{},
        did::Continue{},
        did::Back{},
        did::Leave{}};
    for (const auto& event : behind) {
        CAPTURE(event.index());
        person.does(event).does(did::ClosePanel{});
        CHECK(person.asks("surnom"));
        CHECK(person.visit.draft().parts.front() == "Lou");
        CHECK(person.visit.curtain);
    }
    CHECK(person.visit.call.state == call::State::Received);
    person.does(did::ShowScreen{});
    CHECK_FALSE(person.visit.curtain);
    person.goes_on();
    CHECK(person.asks("france"));
    CHECK(person.text_of("surnom") == "Lou");
}

TEST_CASE("a camera that is looked through is closed behind a hidden screen") {
    Person person;
    person.chooses_procedure().does(did::OpenScan{}).does(did::TakePicture{});
    person.does(happened::CameraShows{.sight = procedure::CameraSight::Empty});
    REQUIRE(person.visit.scanning.live);
    person.does(did::CallSomeone{}).does(did::HideScreen{});
    REQUIRE(person.visit.curtain);
    CHECK(std::ranges::any_of(person.effects, [](const Effect& effect) {
        return std::holds_alternative<please::StopScan>(effect);
    }));
    CHECK(person.visit.scanning.state == Scanning::State::Ready);
}

TEST_CASE("a screen is hidden only while somebody is waited for, and where there is one to hide") {
    Person person;
    person.reaches("surnom").does(did::HideScreen{});
    CHECK_FALSE(person.visit.curtain);
    person.does(did::CallSomeone{});
    CHECK(can_hide(person.visit));
    person.does(tells_kiosk(call::Claimed{"Nadia"})).does(did::SomeoneIsHere{});
    CHECK_FALSE(can_hide(person.visit));
    person.does(did::HideScreen{});
    CHECK_FALSE(person.visit.curtain);
    Person nobody;
    nobody.does(did::CallSomeone{}).does(did::HideScreen{});
    CHECK_FALSE(nobody.visit.curtain); // on the welcome screen
}

TEST_CASE("the curtain stands whoever comes, until the person shows the screen") {
    Person person;
    hides(person).does(tells_kiosk(call::Claimed{"Nadia"}));
    CHECK(person.visit.curtain);
    person.does(did::SomeoneIsHere{"1234"});
    person.does(happened::CallKept{{"essai-1", call::Errand::Here{"1234"}}});
    REQUIRE(person.visit.beside);
    CHECK(person.visit.beside->open);
    CHECK(person.visit.curtain);
    CHECK_FALSE(can_lend(person.visit));
    person.does(did::LendKeyboard{});
    CHECK_FALSE(person.visit.beside->holds);
    person.does(did::EndCall{});
    CHECK(person.visit.curtain);
    person.does(did::OpenPanel{Panel::Look}).does(did::ShowScreen{});
    CHECK(person.visit.curtain); // a panel lies over it
    person.does(did::ClosePanel{}).waits(89s).does(did::ShowScreen{}).waits(2s);
    CHECK_FALSE(person.visit.curtain);
    CHECK_FALSE(person.visit.struggle.offered); // what was hidden made nobody stuck
}

TEST_CASE("inactivity counts behind the curtain as without it") {
    Person person;
    hides(person);
    CHECK(patience(person.visit) == 30min);
    person.waits(30min - 1s);
    CHECK_FALSE(person.visit.ends.has_value());
    person.waits(1s);
    REQUIRE(person.visit.ends.has_value());
    person.does(did::StillHere{});
    CHECK(person.visit.curtain);
    person.waits(30min).waits(45s);
    CHECK(person.visit.over);
}

TEST_CASE("nobody points at a hidden screen") {
    const Event asked = happened::PointTold{{"p1", call::PointNews::Asked{"Nadia"}}};
    const auto says = [](decltype(call::PointErrand::what) what) {
        return Effects{please::TellPointer{{"p1", std::move(what)}}};
    };
    Person person;
    hides(person).does(asked);
    CHECK(person.effects == says(call::PointErrand::Answer{false}));
    person.does(did::ShowScreen{}).does(asked).does(did::AllowPointing{}).does(did::HideScreen{});
    CHECK(person.effects == says(call::PointErrand::Stop{}));
    CHECK_FALSE(person.visit.pointing.has_value());
}

TEST_CASE("a call that reached nobody is the sign before the curtain, and shows nothing behind it"
) {
    Person person;
    hides(person).does(tells_kiosk(call::Unreachable{}));
    CHECK(person.visit.panel == Panel::Call);
    person.does(did::ClosePanel{});
    CHECK(person.visit.curtain);
    CHECK(person.visit.panel == Panel::None);
}

} // namespace guichet::visit
