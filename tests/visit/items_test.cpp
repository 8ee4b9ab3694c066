// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {

TEST_CASE("a list takes one item at a time and comes back to itself") {
    Person person;
    person.reaches("enfants").does(did::AddItem{});
    CHECK(person.asks("enfants[0].prenom"));
    person.types("Lina").goes_on();
    CHECK(person.asks("enfants[0].ans"));
    person.types("7").goes_on();
    CHECK(person.asks("enfants"));
    person.adds_child("Sami", "9");
    CHECK(person.visit.answers.items("enfants") == 2);
    person.goes_on();
    CHECK(person.asks("papier"));
    CHECK(person.visit.answers.find("enfants")->value == procedure::Value{std::int64_t{2}});
}

TEST_CASE("a list without items is an answer too") {
    Person person;
    person.reaches("enfants").goes_on();
    CHECK(person.asks("papier"));
    CHECK(person.visit.answers.find("enfants")->value == procedure::Value{std::int64_t{0}});
}

TEST_CASE("no more items than the procedure allows, and a sentence says so") {
    Person person;
    person.reaches("enfants");
    for (int i = 0; i < 3; i++)
        person.adds_child("Lina", "7");
    person.does(did::AddItem{});
    CHECK(person.asks("enfants"));
    CHECK(person.visit.answers.items("enfants") == 3);
    CHECK(person.says().starts_with("Vous ne pouvez pas en ajouter plus"));
}

TEST_CASE("an item left before its first answer disappears") {
    Person person;
    person.reaches("enfants").does(did::AddItem{}).types("Li").goes_back();
    CHECK(person.asks("enfants"));
    CHECK(person.visit.answers.items("enfants") == 0);
    person.does(did::AddItem{});
    CHECK(person.visit.draft().empty()); // nothing of the one before
}

TEST_CASE("an item begun stays, and is finished before going on") {
    Person person;
    person.reaches("enfants").does(did::AddItem{}).types("Lina").goes_on().goes_back().goes_back();
    CHECK(person.asks("enfants"));
    CHECK(person.visit.answers.items("enfants") == 1);
    person.goes_on();
    CHECK(person.asks("enfants[0].ans"));
    person.types("7").goes_on().goes_on();
    CHECK(person.asks("papier"));
}

TEST_CASE("removing an item asks first, then moves the others up") {
    Person person;
    person.reaches("enfants")
        .adds_child("Lina", "7")
        .adds_child("Sami", "9")
        .adds_child("Zoé", "2");
    person.does(did::RemoveItem{1});
    CHECK(person.visit.panel == Panel::RemoveItem);
    CHECK(person.visit.removing == 1);
    CHECK(person.visit.answers.items("enfants") == 3);
    person.goes_back();
    CHECK(person.visit.panel == Panel::None);
    CHECK(person.visit.answers.items("enfants") == 3);
    person.does(did::ConfirmRemove{}); // the question is gone: nothing to confirm
    CHECK(person.visit.answers.items("enfants") == 3);
    person.does(did::RemoveItem{1}).does(did::ConfirmRemove{});
    CHECK(person.visit.answers.items("enfants") == 2);
    CHECK(person.text_of("enfants[1].prenom").starts_with("Zo"));
    CHECK(person.visit.panel == Panel::None);
}

TEST_CASE("what was typed in a later item moves with it") {
    Person person;
    person.reaches("enfants").adds_child("Lina", "7").adds_child("Sami", "9");
    person.does(did::OpenItem{1}).goes_on().types("10").goes_back().goes_back();
    REQUIRE(person.asks("enfants"));
    person.does(did::RemoveItem{0}).does(did::ConfirmRemove{}).does(did::OpenItem{0}).goes_on();
    REQUIRE(person.asks("enfants[0].ans"));
    CHECK(person.visit.draft().parts.front() == "10");
}

TEST_CASE("opening an item edits it") {
    Person person;
    person.reaches("enfants").adds_child("Lina", "7").does(did::OpenItem{0});
    CHECK(person.asks("enfants[0].prenom"));
    person.types("Line").goes_on().goes_on();
    CHECK(person.asks("enfants"));
    CHECK(person.text_of("enfants[0].prenom") == "Line");
}

TEST_CASE("items that are not there cannot be opened or removed") {
    Person person;
    person.reaches("enfants").adds_child("Lina", "7");
    for (const int item : {-1, 1, 99}) {
        CAPTURE(item);
        person.does(did::OpenItem{item});
        CHECK(person.asks("enfants"));
        person.does(did::RemoveItem{item});
        CHECK(person.visit.panel == Panel::None);
    }
}

TEST_CASE("je ne sais pas for a list holds until an item is added") {
    Person person;
    person.reaches("enfants").skips();
    CHECK(person.asks("papier"));
    person.goes_back().adds_child("Lina", "7");
    CHECK(person.visit.answers.find("enfants") == nullptr);
    person.skips(); // there is an item: it is known
    CHECK(person.asks("enfants"));
    person.goes_on();
    CHECK(person.visit.answers.find("enfants")->value == procedure::Value{std::int64_t{1}});
}

} // namespace guichet::visit
