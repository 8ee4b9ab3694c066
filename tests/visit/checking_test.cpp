// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {

TEST_CASE("the check page shows the rules that do not hold, and refuses to go on") {
    Person person;
    person.reaches("naissance").types_date("14", "03", "2020").goes_on().goes_on();
    person.goes_on().chooses("yes").goes_on().chooses("no").goes_on().goes_on().goes_on();
    person.chooses("apl").goes_on().goes_on();
    REQUIRE(person.visit.screen == Screen::Check);
    CHECK(person.says() == "Avant 16 ans, un adulte fait la demande.");
    person.goes_on();
    CHECK(person.visit.screen == Screen::Check);
    person.does(did::Change{"naissance"}).types("1968", 2).goes_on();
    CHECK(person.visit.screen == Screen::Check);
    CHECK(person.visit.findings.empty());
    person.goes_on().goes_on(); // agrees again
    CHECK(person.visit.screen == Screen::Done);
    CHECK(person.wants<please::MakeSheet>());
}

TEST_CASE("Change goes to one question and straight back") {
    Person person;
    person.reaches_check().does(did::Change{"nom"});
    CHECK(person.asks("nom"));
    CHECK(person.visit.draft().parts.front() == "DUPONT");
    person.types("MARTIN").goes_on();
    CHECK(person.visit.screen == Screen::Check);
    CHECK(person.text_of("nom") == "MARTIN");
    person.does(did::Change{"aides"}).goes_back();
    CHECK(person.visit.screen == Screen::Check);
    CHECK_FALSE(person.visit.changing);
}

TEST_CASE("a change that opens new questions passes through them, and only them") {
    Person person;
    person.reaches_check().does(did::Change{"couple"}).chooses("yes").goes_on();
    CHECK(person.asks("conjoint"));
    person.types("MARTIN").goes_on();
    CHECK(person.asks("revenu"));
    person.skips();
    CHECK(person.visit.screen == Screen::Check);
}

TEST_CASE("new questions left with Back are missing, and named, when the person goes on") {
    Person person;
    person.reaches_check().does(did::Change{"couple"}).chooses("yes").goes_on();
    person.goes_back();
    CHECK(person.asks("couple"));
    person.goes_back();
    REQUIRE(person.visit.screen == Screen::Check);
    person.goes_on();
    CHECK(person.visit.screen == Screen::Check);
    REQUIRE(person.visit.findings.size() == 2);
    CHECK(person.visit.findings[0].path == "conjoint");
    CHECK(person.visit.findings[1].path == "revenu");
}

TEST_CASE("an item is changed in place, and a list through its screen") {
    Person person;
    person.reaches("enfants").adds_child("Lina", "7").goes_on().goes_on();
    person.chooses("apl").goes_on().goes_on();
    REQUIRE(person.visit.screen == Screen::Check);
    person.does(did::Change{"enfants[0].ans"}).types("8").goes_on();
    CHECK(person.visit.screen == Screen::Check);
    person.does(did::Change{"enfants"}).adds_child("Sami", "9");
    CHECK(person.asks("enfants"));
    person.goes_on(); // two children alone: a rule about the whole, shown on the check page
    REQUIRE(person.visit.screen == Screen::Check);
    CHECK(person.says() == "Vérifiez votre foyer.");
    CHECK(person.visit.answers.find("enfants")->value == procedure::Value{std::int64_t{2}});
}

TEST_CASE("a change can lead to the exit and back again") {
    Person person;
    person.reaches_check().does(did::Change{"france"}).chooses("no").goes_on();
    CHECK(person.visit.screen == Screen::Exit);
    person.goes_back();
    CHECK(person.asks("france"));
    person.chooses("yes").goes_on();
    CHECK(person.visit.screen == Screen::Check);
}

TEST_CASE("only what is asked can be changed, and only from the check page") {
    Person person;
    person.reaches_check().does(did::Change{"conjoint"}).does(did::Change{"enfants[0].ans"});
    CHECK(person.visit.screen == Screen::Check);
    Person other;
    other.begins().does(did::Change{"naissance"});
    CHECK(other.asks("nom"));
}

TEST_CASE("what was agreed to before an answer changed is asked again, at the end") {
    Person person;
    person.reaches_check().does(did::Change{"nom"}).types("MARTIN").goes_on();
    REQUIRE(person.visit.screen == Screen::Check);
    CHECK(is_to_agree(person.visit, "accord"));
    CHECK(person.visit.agree_again);
    CHECK(person.text_of("nom") == "MARTIN");
    CHECK(person.text_of("surnom").empty());
    CHECK(person.visit.answers.find("aides") != nullptr);
    person.goes_on();
    REQUIRE(person.asks("accord"));
    CHECK_FALSE(person.wants<please::MakeSheet>());
    person.goes_back();
    CHECK(person.visit.screen == Screen::Check);
    person.goes_on().goes_on();
    CHECK(person.visit.screen == Screen::Done);
    CHECK(person.wants<please::MakeSheet>());
    CHECK_FALSE(is_to_agree(person.visit, "accord"));
}

TEST_CASE("an answer looked at and left as it is leaves what was agreed to") {
    Person person;
    person.reaches_check().does(did::Change{"nom"}).goes_on();
    person.does(did::Change{"enfants"}).goes_on();
    REQUIRE(person.visit.screen == Screen::Check);
    CHECK_FALSE(is_to_agree(person.visit, "accord"));
    person.goes_on();
    CHECK(person.visit.screen == Screen::Done);
}

TEST_CASE("what is to correct is told before what is to agree to") {
    Person person;
    person.reaches_check().does(did::Change{"couple"}).chooses("yes").goes_on();
    person.goes_back().goes_back();
    REQUIRE(person.visit.screen == Screen::Check);
    person.goes_on();
    CHECK(person.visit.screen == Screen::Check);
    CHECK(person.visit.findings.size() == 2);
    CHECK(is_to_agree(person.visit, "accord"));
}

TEST_CASE("two sentences are agreed to one after the other, then it is done") {
    auto offer = make_offer();
    offer->procedures = {load(small_procedure_with(R"(      - question: promesse
        type: consent
        unknown: false
        label: Je dis tout changement.
)"))};
    Person person(offer);
    person.reaches("accord").goes_on().goes_on();
    REQUIRE(person.visit.screen == Screen::Check);
    person.does(did::Change{"enfants"}).adds_child("Lina", "7").goes_on();
    person.goes_on();
    CHECK(person.asks("accord"));
    person.goes_on();
    CHECK(person.asks("promesse"));
    person.goes_on();
    CHECK(person.visit.screen == Screen::Done);
}

TEST_CASE("Back from the check page is the last question") {
    Person person;
    person.reaches_check().goes_back();
    CHECK(person.asks("accord"));
    person.goes_on();
    CHECK(person.visit.screen == Screen::Check);
}

} // namespace guichet::visit
