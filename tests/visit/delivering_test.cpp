// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {
namespace {

using State = Delivery::State;

Person done() {
    Person person;
    person.reaches_check().goes_on();
    REQUIRE(person.visit.screen == Screen::Done);
    return person;
}

} // namespace

TEST_CASE("the sheet is made once, when everything is checked") {
    auto person = done();
    CHECK(person.wants<please::MakeSheet>());
    CHECK(person.visit.delivery.sheet == State::Working);
    person.does(happened::SheetReady{});
    CHECK(person.visit.delivery.sheet == State::Done);
    CHECK(person.effects.empty());
}

TEST_CASE("printing waits for the sheet") {
    auto person = done();
    person.does(did::Print{});
    CHECK(person.effects.empty());
    CHECK(person.visit.delivery.print == State::Working);
    person.does(happened::SheetReady{});
    CHECK(person.wants<please::Print>());
    person.does(did::Print{});
    CHECK(person.effects.empty()); // it is at work already
    person.does(happened::Printed{});
    CHECK(person.visit.delivery.print == State::Done);
}

TEST_CASE("a printer without paper is said, and can be tried again") {
    auto person = done();
    person.does(happened::SheetReady{}).does(did::Print{});
    CHECK(person.wants<please::Print>());
    person.does(happened::PrintFailed{Error::Kind::OutOfPaper});
    CHECK(person.visit.delivery.print == State::Failed);
    CHECK(person.visit.delivery.why == Error::Kind::OutOfPaper);
    CHECK(person.visit.delivery.sheet == State::Done);
    person.does(did::Print{});
    CHECK(person.wants<please::Print>());
    person.does(happened::Printed{});
    CHECK(person.visit.delivery.print == State::Done);
}

TEST_CASE("a full disk is said, and can be tried again") {
    auto person = done();
    person.does(happened::SheetReady{}).does(did::Save{});
    CHECK(person.wants<please::Save>());
    person.does(happened::SaveFailed{Error::Kind::Full});
    CHECK(person.visit.delivery.save == State::Failed);
    CHECK(person.visit.delivery.why == Error::Kind::Full);
    person.does(did::Save{}).does(happened::Saved{});
    CHECK(person.visit.delivery.save == State::Done);
}

TEST_CASE("a sheet that could not be made is made again by asking for it") {
    auto person = done();
    person.does(did::Print{}).does(happened::SheetFailed{Error::Kind::Crashed});
    CHECK(person.visit.delivery.sheet == State::Failed);
    CHECK(person.visit.delivery.print == State::Failed);
    person.does(did::Print{});
    CHECK(person.wants<please::MakeSheet>());
    CHECK_FALSE(person.wants<please::Print>());
    person.does(happened::SheetReady{});
    CHECK(person.wants<please::Print>());
}

TEST_CASE("a kiosk without a printer or a place to save does neither") {
    auto offer = make_offer();
    offer->can_print = false;
    offer->can_save = false;
    Person person{offer};
    person.reaches_check().goes_on().does(happened::SheetReady{});
    person.does(did::Print{}).does(did::Save{});
    CHECK(person.effects.empty());
    CHECK(person.visit.delivery.print == State::No);
    CHECK(person.visit.delivery.save == State::No);
}

TEST_CASE("going back to the check page and on again makes a new sheet") {
    auto person = done();
    person.does(happened::SheetReady{}).goes_back();
    CHECK(person.visit.screen == Screen::Check);
    person.does(did::Change{"nom"}).types("MARTIN").goes_on().goes_on().goes_on();
    CHECK(person.wants<please::MakeSheet>());
    CHECK(person.visit.delivery.sheet == State::Working);
}

TEST_CASE("the sheet of answers since changed is never taken for the new one") {
    auto person = done();
    const int first = person.visit.delivery.sheet_work;
    person.goes_back().does(did::Change{"nom"}).types("MARTIN").goes_on().goes_on().goes_on();
    REQUIRE(person.visit.screen == Screen::Done);
    const int second = person.visit.delivery.sheet_work;
    CHECK(person.effects == Effects{please::MakeSheet{second}});
    person.does(did::Print{}).does(happened::SheetReady{first});
    CHECK(person.visit.delivery.sheet == State::Working);
    CHECK(person.effects.empty()); // the old sheet is not printed
    person.does(happened::SheetFailed{Error::Kind::Crashed, first});
    CHECK(person.visit.delivery.sheet == State::Working);
    person.does(happened::SheetReady{second});
    CHECK(person.wants<please::Print>());
}

TEST_CASE("a print of before does not count for the one of now") {
    auto person = done();
    person.does(happened::SheetReady{}).does(did::Print{}).does(did::Save{});
    const auto before = person.visit.delivery;
    person.goes_back().goes_on();
    person.does(happened::SheetReady{}).does(did::Print{}).does(did::Save{});
    person.does(happened::Printed{before.print_work}).does(happened::Saved{before.save_work});
    person.does(happened::PrintFailed{Error::Kind::Jammed, before.print_work});
    person.does(happened::SaveFailed{Error::Kind::Full, before.save_work});
    CHECK(person.visit.delivery.print == State::Working);
    CHECK(person.visit.delivery.save == State::Working);
    person.does(happened::Printed{person.visit.delivery.print_work});
    CHECK(person.visit.delivery.print == State::Done);
}

TEST_CASE("news of what was not asked for changes nothing") {
    auto person = done();
    person.does(happened::Printed{}).does(happened::SaveFailed{Error::Kind::Full});
    CHECK(person.visit.delivery.print == State::No);
    CHECK(person.visit.delivery.save == State::No);
}

TEST_CASE("the end asks once more, then everything goes") {
    auto person = done();
    person.goes_on();
    CHECK(person.visit.panel == Panel::Leave);
    CHECK(person.effects.empty());
    person.does(did::ConfirmLeave{});
    CHECK(person.effects.back() == Effect{please::End{}});
    CHECK(person.visit.over);
    person.does(did::Print{});
    CHECK(person.effects.empty());
}

} // namespace guichet::visit
