// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {

TEST_CASE("a person who walks away leaves nothing behind") {
    Person person;
    person.reaches("surnom");
    const auto left = person.now;
    CHECK(next_wake(person.visit, person.now) == left + 90s); // offers help first
    person.waits(90s);
    CHECK(next_wake(person.visit, person.now) == left + 180s); // which is no sign of the person
    person.waits(89s);
    CHECK_FALSE(person.visit.ends.has_value());
    person.waits(1s);
    REQUIRE(person.visit.ends.has_value());
    CHECK(*person.visit.ends == person.now + 45s);
    CHECK(person.effects.empty());
    person.waits(44s);
    CHECK(person.effects.empty());
    person.waits(1s);
    const call::Activity counted{.theme = "social_sante"};
    CHECK(person.effects == Effects{please::Count{counted}, please::End{}});
}

TEST_CASE("any sign of the person takes the warning away, as often as it comes") {
    const std::vector<Event> signs{
        did::Touch{}, did::StillHere{}, did::Edit{.part = 0, .text = "L"}, did::Back{}};
    for (const auto& sign : signs) {
        CAPTURE(sign.index());
        Person person;
        person.reaches("surnom");
        for (int i = 0; i < 12; i++) {
            person.waits(180s);
            REQUIRE(person.visit.ends.has_value());
            person.now += 44s;
            person.does(sign);
            CHECK_FALSE(person.visit.ends.has_value());
            CHECK_FALSE(person.visit.over);
        }
    }
}

TEST_CASE("a touch that comes just after the end was due still counts") {
    Person person;
    person.reaches("surnom").waits(180s);
    person.now += 46s;
    person.does(did::StillHere{});
    CHECK_FALSE(person.visit.over);
    CHECK_FALSE(person.visit.ends.has_value());
}

TEST_CASE("the countdown wakes every second") {
    Person person;
    person.begins().waits(180s);
    for (int second = 1; second <= 45; second++) {
        const auto wake = next_wake(person.visit, person.now);
        REQUIRE(wake.has_value());
        CHECK(*wake == person.now + 1s);
        person.waits(1s);
    }
    CHECK(person.visit.over);
    CHECK_FALSE(next_wake(person.visit, person.now).has_value());
}

TEST_CASE("reading a document takes the time it takes") {
    Person person;
    person.chooses_procedure().does(did::OpenScan{}).does(did::TakePicture{});
    CHECK_FALSE(next_wake(person.visit, person.now).has_value());
    person.waits(10min);
    CHECK_FALSE(person.visit.ends.has_value());
    person.does(happened::ScanFailed{Error::Kind::TimedOut});
    CHECK_FALSE(person.visit.ends.has_value());
    person.waits(179s);
    CHECK_FALSE(person.visit.ends.has_value());
    person.waits(1s); // counted from the failure
    CHECK(person.visit.ends.has_value());
}

TEST_CASE("while a human was called nobody is hurried") {
    Person person;
    person.begins().does(did::CallSomeone{});
    person.does(happened::CallReported{.report = call::Acknowledged{}});
    person.waits(20min);
    CHECK_FALSE(person.visit.ends.has_value());
    person.does(happened::CallReported{.report = call::Claimed{"Nadia"}}).waits(20min);
    person.does(did::SomeoneIsHere{});
    person.does(did::EndCall{}).waits(180s);
    CHECK(person.visit.ends.has_value());
}

TEST_CASE("two people at a kiosk have time, and leave nothing behind either") {
    Person person;
    person.begins().does(did::CallSomeone{});
    person.does(happened::CallReported{.report = call::Claimed{"Nadia"}});
    person.does(did::SomeoneIsHere{}).waits(11min);
    CHECK_FALSE(person.visit.ends.has_value());
    person.waits(1min);
    REQUIRE(person.visit.ends.has_value());
    person.does(did::StillHere{}).waits(12min).waits(45s);
    CHECK(person.visit.over);
}

TEST_CASE("a beacon nobody answers does not keep a visit for ever") {
    Person person;
    person.begins().types("DUPONT").does(did::CallSomeone{}).waits(5s);
    REQUIRE(person.visit.call.state == call::State::Beacon);
    person.waits(12min - 1s);
    CHECK_FALSE(person.visit.ends.has_value()); // its words promise 12 minutes
    person.waits(1s).waits(45s);
    const call::Errand ended{"essai-1", call::Errand::End{call::Outcome::Abandoned}};
    const call::Activity counted{.theme = "social_sante"};
    CHECK(person.effects == Effects{please::TellHub{ended}, please::Count{counted}, please::End{}});
}

TEST_CASE("a call that nobody takes does not keep a visit for ever") {
    Person person;
    person.begins().types("DUPONT").does(did::CallSomeone{});
    person.does(happened::CallReported{.report = call::Acknowledged{}}).waits(29min);
    CHECK_FALSE(person.visit.ends.has_value());
    person.waits(1min);
    REQUIRE(person.visit.ends.has_value()); // the usual warning
    person.does(did::StillHere{}).waits(29min);
    CHECK_FALSE(person.visit.ends.has_value());
    person.waits(1min).waits(45s);
    CHECK(person.visit.over);
}

TEST_CASE("news of a call is something new to see, and begins the time anew") {
    Person person;
    person.begins().types("DUPONT").does(did::CallSomeone{});
    person.does(happened::CallReported{.report = call::Acknowledged{}}).waits(29min);
    person.does(happened::CallReported{.report = call::Claimed{"Nadia"}}).waits(29min);
    CHECK_FALSE(person.visit.ends.has_value());
}

TEST_CASE("a visit nobody has begun is of the day it is used on") {
    using namespace std::chrono;
    const Date next_day{year{2031}, month{1}, day{2}};
    Person person;
    renew_day(person.visit, next_day);
    CHECK(person.visit.today == next_day);
    person.begins().types("DUPONT");
    renew_day(person.visit, Date{year{2031}, month{1}, day{3}});
    CHECK(person.visit.today == next_day); // what was answered stays true
}

TEST_CASE("an untouched welcome screen sleeps") {
    Person person;
    CHECK_FALSE(next_wake(person.visit, person.now).has_value());
    person.waits(24h);
    CHECK_FALSE(person.visit.ends.has_value());
    CHECK(person.effects.empty());
}

TEST_CASE("what was only changed on the welcome screen goes back silently") {
    Person person;
    person.does(did::ChooseLanguage{"ar"}).does(did::ChooseTheme{Theme::Dark}).goes_back();
    REQUIRE(person.visit.screen == Screen::Welcome);
    person.waits(180s);
    CHECK_FALSE(person.visit.ends.has_value());
    CHECK(person.effects.empty());
    CHECK(person.visit.language == "fr");
    CHECK(person.visit.theme == Theme::Default);
    CHECK_FALSE(next_wake(person.visit, person.now).has_value());
}

TEST_CASE("answers kept behind the welcome screen are warned about and wiped") {
    Person person;
    person.reaches("naissance").goes_back().goes_back().goes_back().goes_back();
    REQUIRE(person.visit.screen == Screen::Welcome);
    person.waits(180s);
    CHECK(person.visit.ends.has_value());
    person.waits(45s);
    CHECK(person.visit.over);
}

} // namespace guichet::visit
