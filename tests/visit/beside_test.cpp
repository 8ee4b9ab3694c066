// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {
namespace {

Event reported(call::Report report) {
    return happened::CallReported{.report = std::move(report)};
}

Effects tells(decltype(call::Errand::what) what) {
    return {please::TellHub{{"essai-1", std::move(what)}}};
}

/// The hub is told, and the person hears it.
Effects says_here() {
    auto effects = tells(call::Errand::Here{});
    effects.emplace_back(please::Play{please::Chime::Here});
    return effects;
}

call::Errand here(const std::string& code) {
    return {"essai-1", call::Errand::Here{code}};
}

/// On the question `path`, with Nadia on her way.
Person& calls_nadia(Person& person, const Path& path) {
    person.reaches(path).does(did::CallSomeone{}).does(reported(call::Acknowledged{}));
    return person.does(reported(call::Claimed{"Nadia"})).does(did::ClosePanel{});
}

/// On the question `path`, with Nadia writing.
Person& lends_to_nadia(Person& person, const Path& path) {
    return calls_nadia(person, path).does(did::SomeoneIsHere{}).does(did::LendKeyboard{});
}

bool holds(const Person& person) {
    return person.visit.beside && person.visit.beside->holds;
}

procedure::Origin origin_of(const Person& person, const Path& path) {
    const auto* answer = person.visit.answers.find(path);
    REQUIRE(answer != nullptr);
    return answer->origin;
}

const procedure::Origin by_nadia{.kind = procedure::Origin::Kind::Mediator, .mediator = "Nadia"};

std::shared_ptr<Offer> offer_with_pin() {
    auto offer = make_offer();
    offer->has_pin = true;
    return offer;
}

} // namespace

TEST_CASE("the person alone says that somebody is there") {
    Person person;
    calls_nadia(person, "couple").does(did::SomeoneIsHere{});
    CHECK(person.effects == says_here());
    REQUIRE(person.visit.beside);
    CHECK(person.visit.beside->mediator == "Nadia");
    CHECK_FALSE(person.visit.beside->proven);
    CHECK_FALSE(person.visit.beside->open);
    person.does(did::OpenBeside{});
    CHECK(person.visit.beside->open);
    person.does(did::ChooseBesideLanguage{"en"}).does(did::ChooseBesideLanguage{"xx"});
    CHECK(person.visit.beside->language == "en");
    person.does(did::CloseBeside{});
    CHECK_FALSE(person.visit.beside->open);
    person.does(did::EndCall{});
    CHECK_FALSE(person.visit.beside);
    CHECK(person.effects == tells(call::Errand::End{call::Outcome::Helped}));
}

TEST_CASE("nobody is beside a person who called nobody") {
    Person person;
    person.reaches("couple").does(did::SomeoneIsHere{}).does(did::OpenBeside{});
    person.does(did::SomeoneIsHere{"1234"}).does(did::OpenPanel{Panel::Code});
    CHECK(person.effects.empty());
    CHECK_FALSE(person.visit.beside);
    CHECK(person.visit.panel == Panel::None);
}

TEST_CASE("a code of the console opens the mediator's side once the hub has it") {
    Person person;
    calls_nadia(person, "couple").does(did::OpenPanel{Panel::Code});
    person.does(did::TypeCode{"12a34"});
    CHECK(person.visit.code.digits == "1234");
    person.does(did::SomeoneIsHere{"1234"});
    CHECK(person.effects == tells(call::Errand::Here{"1234"}));
    CHECK(person.visit.code.state == Code::State::Checking);
    CHECK(person.visit.code.digits.empty());
    CHECK_FALSE(person.visit.beside); // not before it is known
    person.does(happened::CallKept{here("1234")});
    REQUIRE(person.visit.beside);
    CHECK(person.visit.beside->proven);
    CHECK(person.visit.beside->open);
    CHECK(person.visit.call.state == call::State::Here);
    CHECK(person.visit.panel == Panel::None);
}

TEST_CASE("a wrong code is said, and tried again") {
    Person person;
    calls_nadia(person, "couple").does(did::OpenPanel{Panel::Code});
    person.does(did::SomeoneIsHere{"12"});
    CHECK(person.effects.empty()); // too short for anybody
    CHECK(person.visit.code.state == Code::State::Wrong);
    person.does(did::SomeoneIsHere{"1234"}).does(happened::CallRefused{here("1234")});
    CHECK(person.visit.code.state == Code::State::Wrong);
    CHECK(person.visit.panel == Panel::Code);
    CHECK_FALSE(person.visit.beside);
    person.does(did::TypeCode{"9"});
    CHECK(person.visit.code.state == Code::State::Typing);
    person.does(did::SomeoneIsHere{"9876"}).does(happened::CallKept{here("9876")});
    CHECK(person.visit.beside);
}

TEST_CASE("after five wrong codes none is taken for a minute") {
    Person person;
    calls_nadia(person, "couple").does(did::OpenPanel{Panel::Code});
    for (int i = 0; i < 5; i++)
        person.does(did::SomeoneIsHere{"1234"}).does(happened::CallRefused{here("1234")});
    CHECK(person.visit.code.state == Code::State::Resting);
    person.does(did::TypeCode{"1"}).does(did::SomeoneIsHere{"1234"});
    CHECK(person.effects.empty());
    CHECK(person.visit.code.digits.empty());
    CHECK(next_wake(person.visit, person.now) == person.now + 60s);
    person.waits(60s).does(did::SomeoneIsHere{"1234"});
    CHECK(person.wants<please::TellHub>());
}

TEST_CASE("a code nobody answers about is said to be unsure, and counts when the answer comes") {
    Person person;
    calls_nadia(person, "couple").does(did::OpenPanel{Panel::Code});
    person.does(did::SomeoneIsHere{"1234"}).waits(5s);
    CHECK(person.visit.code.state == Code::State::Unsure);
    person.waits(60s).does(happened::CallKept{here("1234")});
    REQUIRE(person.visit.beside);
    CHECK(person.visit.beside->proven);
}

TEST_CASE("what the hub keeps of another call proves nothing") {
    Person person;
    calls_nadia(person, "couple")
        .does(did::OpenPanel{Panel::Code})
        .does(did::SomeoneIsHere{"1234"});
    person.does(happened::CallKept{{"other-1", call::Errand::Here{"1234"}}});
    person.does(happened::CallKept{{"essai-1", call::Errand::Here{}}});
    person.does(happened::CallRefused{{"other-1", call::Errand::Here{"1234"}}});
    CHECK(person.visit.code.state == Code::State::Checking);
    CHECK_FALSE(person.visit.beside);
}

TEST_CASE("the site's PIN works when the hub is lost") {
    Person person{offer_with_pin()};
    person.reaches("couple").does(did::CallSomeone{}).waits(5s);
    REQUIRE(person.visit.call.state == call::State::Beacon);
    person.does(did::OpenPanel{Panel::Code}).does(did::SomeoneIsHere{"482915"});
    REQUIRE(person.wants<please::CheckPin>());
    const auto work = person.visit.code.work;
    person.does(happened::PinChecked{.right = true, .work = work + 1});
    CHECK_FALSE(person.visit.beside); // of another work
    person.does(happened::PinChecked{.right = true, .work = work});
    REQUIRE(person.visit.beside);
    CHECK(person.visit.beside->proven);
    CHECK(person.visit.beside->mediator.empty());
    CHECK(person.effects == says_here());
}

TEST_CASE("a wrong PIN opens nothing, nor a right one where the site has none") {
    Person person{offer_with_pin()};
    calls_nadia(person, "couple").does(did::SomeoneIsHere{"482915"});
    person.does(happened::PinChecked{.right = false, .work = person.visit.code.work});
    CHECK(person.visit.code.state == Code::State::Wrong);
    CHECK_FALSE(person.visit.beside);
    Person without;
    calls_nadia(without, "couple").does(did::SomeoneIsHere{"482915"});
    CHECK(without.effects.empty());
    without.does(happened::PinChecked{.right = true});
    CHECK_FALSE(without.visit.beside);
}

TEST_CASE("what is written with a lent keyboard says by whom, and at whose wish") {
    Person person;
    lends_to_nadia(person, "surnom");
    REQUIRE(holds(person));
    person.types("Zoé").goes_on();
    CHECK(origin_of(person, "surnom") == by_nadia);
    CHECK(origin_of(person, "nom") == procedure::Origin{});
    CHECK(person.visit.beside->written == std::vector<Path>{"surnom"});
    person.does(did::TakeBackKeyboard{}).chooses("yes").goes_on();
    CHECK(origin_of(person, "france") == procedure::Origin{});
}

TEST_CASE("the keyboard comes back by itself when the step ends") {
    Person person;
    lends_to_nadia(person, "surnom");
    person.goes_on();
    CHECK(holds(person)); // the same step
    person.chooses("yes").goes_on();
    REQUIRE(person.asks("couple"));
    CHECK_FALSE(holds(person));
    CHECK(person.visit.beside);
    CHECK(person.visit.beside->written.empty());
    person.does(did::LendKeyboard{}).does(did::Back{});
    CHECK_FALSE(holds(person)); // backwards as well
}

TEST_CASE("the items of a list written with a lent keyboard say so") {
    Person person;
    lends_to_nadia(person, "enfants").adds_child("Lina", "7");
    CHECK(origin_of(person, "enfants[0].prenom") == by_nadia);
    person.goes_on();
    CHECK(origin_of(person, "enfants") == by_nadia);
}

TEST_CASE("nobody agrees in the person's place") {
    Person person;
    lends_to_nadia(person, "aides").chooses("apl").goes_on();
    REQUIRE(person.asks("accord"));
    REQUIRE(holds(person));
    CHECK(waits_for_person(person.visit));
    person.chooses("yes").goes_on().skips();
    CHECK(person.asks("accord"));
    CHECK(person.visit.answers.find("accord") == nullptr);
    CHECK(person.visit.draft().empty());
    person.does(did::TakeBackKeyboard{}).does(did::LendKeyboard{});
    CHECK_FALSE(holds(person)); // not lent here at all
    person.goes_on();
    CHECK(person.visit.screen == Screen::Check);
}

TEST_CASE("what was read on a document is agreed to by the person only") {
    Person person;
    lends_to_nadia(person, "nom").does(did::OpenScan{}).does(did::TakePicture{});
    person.does(happened::ScanRead{
        make_reading("identite", {make_proposal("identite.nom", "DUPONT")})});
    REQUIRE(person.visit.screen == Screen::Confirm);
    person.goes_on().does(did::CorrectReading{0}).does(did::DismissReading{0});
    CHECK(person.visit.screen == Screen::Confirm);
    CHECK(person.visit.confirming->lines.front().use);
    CHECK(person.visit.answers.find("nom") == nullptr);
    person.does(did::TakeBackKeyboard{}).goes_on();
    CHECK(origin_of(person, "nom").kind == procedure::Origin::Kind::Read);
}

TEST_CASE("nobody leaves, prints or saves with a lent keyboard") {
    Person person;
    lends_to_nadia(person, "surnom").does(did::Leave{}).does(did::OpenPanel{Panel::Leave});
    CHECK(person.visit.panel == Panel::None);
    person.does(did::ConfirmLeave{}).does(did::Print{}).does(did::Save{});
    CHECK(person.effects.empty());
    CHECK_FALSE(person.visit.over);
    Person asked; // "Voulez-vous terminer ?" was open already
    calls_nadia(asked, "surnom").does(did::SomeoneIsHere{}).does(did::Leave{});
    asked.does(did::LendKeyboard{});
    CHECK_FALSE(holds(asked));
}

TEST_CASE("the keyboard is lent to somebody who is there only, on a question") {
    Person person;
    person.reaches("surnom").does(did::LendKeyboard{});
    CHECK_FALSE(holds(person));
    Person checking;
    calls_nadia(checking, "accord").does(did::SomeoneIsHere{}).goes_on().does(did::LendKeyboard{});
    CHECK(checking.visit.screen == Screen::Check);
    CHECK_FALSE(holds(checking));
}

} // namespace guichet::visit
