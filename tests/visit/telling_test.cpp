// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {
namespace {

/// What was counted by the last event; fails when that was not exactly one visit.
call::Activity counted(const Person& person) {
    std::vector<call::Activity> all;
    for (const auto& effect : person.effects)
        if (const auto* count = std::get_if<please::Count>(&effect))
            all.push_back(count->activity);
    REQUIRE(all.size() == 1);
    return all.front();
}

Person& finishes(Person& person) {
    return person.reaches_check().goes_on().does(happened::SheetReady{});
}

} // namespace

TEST_CASE("the consoles of the room see which screen somebody is on, never what they write") {
    Person person;
    CHECK(person.shown.empty());
    person.does(did::ChooseLanguage{"fr"});
    CHECK(person.shown == std::vector<call::Progress>{{.in_use = true}});
    person.does(did::ChooseProcedure{"essai"});
    CHECK(person.shown == std::vector<call::Progress>{{true, "essai", 0, 4}});
    person.goes_on();
    CHECK(person.shown == std::vector<call::Progress>{{true, "essai", 1, 4}});
    for (const auto* letters : {"D", "DU", "DUPONT"}) {
        person.types(letters);
        CHECK(person.shown.empty()); // never a letter
    }
    person.waits(60s).goes_on();
    CHECK(person.shown == std::vector<call::Progress>{{true, "essai", 1, 4}}); // another screen
    person.goes_on(); // a mistake: the same one
    CHECK(person.shown.empty());
    person.does(did::OpenPanel{Panel::Look}).does(did::ClosePanel{});
    CHECK(person.shown.empty());
}

TEST_CASE("a kiosk is free again when the visit is over") {
    Person person;
    person.begins().does(did::Leave{});
    REQUIRE(person.visit.over);
    CHECK(person.shown == std::vector<call::Progress>{{}});
}

TEST_CASE("touching the welcome screen is no use, calling from there is") {
    Person person;
    person.does(did::Touch{});
    CHECK(person.shown.empty());
    person.does(did::CallSomeone{});
    CHECK(person.shown == std::vector<call::Progress>{{.in_use = true}});
    person.does(did::EndCall{});
    CHECK(person.shown == std::vector<call::Progress>{{}});
}

TEST_CASE("a finished visit is counted once, with what the person said of it") {
    Person person;
    person.waits(24h); // nobody was there
    finishes(person).does(did::Feel{call::Mood::Middling}).does(did::Feel{call::Mood::Good});
    person.does(did::SayWhoDidIt{call::Doer::Alone});
    CHECK(person.effects.empty()); // it changes nothing else
    person.now += 12min;
    person.goes_on();
    REQUIRE(person.visit.panel == Panel::Leave);
    CHECK_FALSE(person.wants<please::Count>());
    person.does(did::ConfirmLeave{});
    const call::Activity expected{
        .theme = "social_sante",
        .lasted = 12min,
        .finished = true,
        .doer = call::Doer::Alone,
        .mood = call::Mood::Good};
    CHECK(counted(person) == expected);
    person.does(did::ConfirmLeave{});
    CHECK(person.effects.empty());
}

TEST_CASE("an abandoned visit is counted up to its last sign") {
    Person person;
    person.begins();
    person.now += 7min;
    person.types("DUPONT").waits(180s).waits(45s);
    REQUIRE(person.visit.over);
    CHECK(counted(person) == call::Activity{.theme = "social_sante", .lasted = 7min});
}

TEST_CASE("what nobody began is not counted") {
    Person untouched;
    untouched.waits(24h);
    CHECK(untouched.effects.empty());
    Person curious;
    curious.does(did::ChooseLanguage{"ar"}).does(did::Leave{});
    CHECK(curious.effects == Effects{please::End{}});
}

TEST_CASE("somebody who only called is counted without a theme, each once") {
    Person person;
    for (int i = 0; i < 2; i++) {
        person.does(did::CallSomeone{}).waits(5s).waits(12min);
        REQUIRE(person.visit.call.state == call::State::Quiet);
        CHECK(counted(person) == call::Activity{});
        CHECK(person.visit.language == "fr");
    }
    person.does(did::ChooseLanguage{"fr"}).does(did::Leave{});
    CHECK(person.effects == Effects{please::End{}});
}

TEST_CASE("how it went can be said at the end only") {
    Person person;
    person.begins().does(did::Feel{call::Mood::Bad}).does(did::SayWhoDidIt{call::Doer::Helped});
    CHECK_FALSE(person.visit.mood.has_value());
    CHECK_FALSE(person.visit.doer.has_value());
}

} // namespace guichet::visit
