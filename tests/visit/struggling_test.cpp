// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {
namespace {

bool is_offered(const Person& person) {
    return person.visit.struggle.offered;
}

/// On a question, 90 seconds without leaving it.
Person& lingers(Person& person) {
    return person.begins().waits(90s);
}

} // namespace

TEST_CASE("help is offered after 90 seconds on the same screen") {
    Person person;
    person.begins();
    CHECK(next_wake(person.visit, person.now) == person.now + 90s);
    person.waits(60s).types("DUP"); // typing is not going on
    CHECK_FALSE(is_offered(person));
    person.waits(29s);
    CHECK_FALSE(is_offered(person));
    person.waits(1s);
    CHECK(is_offered(person));
    CHECK(person.effects.empty()); // never a call in their place
    CHECK(person.visit.call.state == call::State::Quiet);
}

TEST_CASE("each screen has its own 90 seconds") {
    Person person;
    person.begins().waits(80s).types("DUPONT").goes_on().waits(80s);
    CHECK_FALSE(is_offered(person));
    person.does(did::OpenPanel{Panel::Look}).waits(100s);
    CHECK_FALSE(is_offered(person)); // a panel lies over it
    person.does(did::ClosePanel{}).waits(89s);
    CHECK_FALSE(is_offered(person));
    person.waits(1s);
    CHECK(is_offered(person));
}

TEST_CASE("nobody is asked where there is nothing to be stuck with") {
    Person welcome;
    welcome.does(did::ChooseLanguage{"ar"}).goes_back().waits(100s);
    CHECK_FALSE(is_offered(welcome));
    Person done;
    done.reaches_check().goes_on().does(happened::SheetReady{}).waits(100s);
    REQUIRE(done.visit.screen == Screen::Done);
    CHECK_FALSE(is_offered(done));
    Person outside;
    outside.reaches("france").chooses("no").goes_on().waits(100s);
    REQUIRE(outside.visit.screen == Screen::Exit);
    CHECK_FALSE(is_offered(outside)); // says where people are already
    Person reading;
    reading.chooses_procedure().does(did::OpenScan{}).does(did::TakePicture{}).waits(100s);
    CHECK_FALSE(is_offered(reading)); // it is the machine that takes its time
}

TEST_CASE("help is offered at the third mistake on one question") {
    Person person;
    person.reaches("naissance").types_date("31", "02", "1968");
    person.goes_on().goes_on();
    CHECK_FALSE(is_offered(person));
    person.goes_on();
    CHECK(is_offered(person));
    Person other;
    other.reaches("naissance").goes_on().goes_on().types_date("14", "03", "1968").goes_on();
    other.does(did::Back{}).types("32").goes_on();
    CHECK_FALSE(is_offered(other)); // it went well in between
}

TEST_CASE("what is left to correct at the end counts as mistakes too") {
    Person person;
    person.reaches_check().visit.answers.erase("nom");
    person.goes_on().goes_on();
    CHECK_FALSE(is_offered(person));
    person.goes_on();
    CHECK(is_offered(person));
}

TEST_CASE("help is offered when a document fails to be read three times") {
    Person person;
    person.begins().does(did::OpenScan{});
    for (int i = 0; i < 3; i++) {
        CHECK_FALSE(is_offered(person));
        person.does(did::TakePicture{}).does(happened::ScanFailed{Error::Kind::Unreadable});
    }
    CHECK(is_offered(person));
}

TEST_CASE("help is offered to somebody who goes in circles") {
    Person person;
    person.reaches("surnom"); // shown once
    for (int i = 0; i < 2; i++) {
        person.goes_back();
        REQUIRE(person.asks("naissance"));
        person.goes_on();
        REQUIRE(person.asks("surnom"));
    }
    CHECK_FALSE(is_offered(person)); // three times
    person.goes_back().goes_on();
    CHECK(is_offered(person));
}

TEST_CASE("somebody who changes their answer does not go in circles") {
    Person person;
    person.reaches("surnom");
    for (const auto* name : {"Zo", "Zoé", "Zozo"}) {
        person.types(name).goes_on();
        CHECK_FALSE(is_offered(person));
        person.goes_back();
        REQUIRE(person.asks("surnom")); // shown up to a fourth time, with another answer
        CHECK_FALSE(is_offered(person));
    }
    Person parent;
    parent.reaches("enfants").adds_child("Lina", "7").adds_child("Ali", "4").adds_child("Zoé", "1");
    REQUIRE(parent.asks("enfants")); // shown a fourth time, with another child
    CHECK_FALSE(is_offered(parent));
}

TEST_CASE("once declined help is not offered again in this visit") {
    Person person;
    lingers(person).does(did::DeclineHelp{});
    CHECK_FALSE(is_offered(person));
    person.waits(60s).does(did::Touch{}).waits(60s);
    CHECK_FALSE(is_offered(person));
    person.goes_on().goes_on().goes_on();
    CHECK_FALSE(is_offered(person));
}

TEST_CASE("nothing is declined before it was offered") {
    Person person;
    person.begins().does(did::DeclineHelp{}).waits(90s);
    CHECK(is_offered(person));
}

TEST_CASE("an offer goes with its screen, and twice unanswered is an answer") {
    Person person;
    lingers(person).types("DUPONT").goes_on();
    CHECK_FALSE(is_offered(person));
    person.waits(90s);
    CHECK(is_offered(person));
    person.types_date("14", "03", "1968").goes_on();
    person.waits(100s);
    CHECK_FALSE(is_offered(person));
}

TEST_CASE("no help is offered while a call is open, nor at once when it is over") {
    Person person;
    lingers(person).does(did::CallSomeone{});
    CHECK_FALSE(is_offered(person));
    person.does(happened::CallReported{.report = call::Acknowledged{}}).does(did::ClosePanel{});
    person.waits(120s);
    CHECK_FALSE(is_offered(person));
    person.does(did::EndCall{});
    CHECK_FALSE(is_offered(person));
    person.waits(90s);
    CHECK(is_offered(person));
}

TEST_CASE("an offer is no sign of the person") {
    Person person;
    lingers(person).waits(90s);
    CHECK(person.visit.ends.has_value());
}

TEST_CASE("another procedure begins with no mistakes") {
    Person person;
    person.reaches("naissance").goes_on().goes_on();
    CHECK(person.visit.struggle.mistakes.at("naissance") == 2);
    auto offer = make_offer();
    auto other = std::make_shared<procedure::Procedure>(*offer->procedures.front());
    other->id = "autre";
    offer->procedures.push_back(other);
    Person chooser{offer};
    chooser.reaches("naissance").goes_on().goes_on();
    chooser.goes_back().goes_back().goes_back().does(did::ChooseProcedure{"autre"});
    CHECK(chooser.visit.struggle.mistakes.empty());
    CHECK(chooser.visit.struggle.visits.empty());
}

} // namespace guichet::visit
