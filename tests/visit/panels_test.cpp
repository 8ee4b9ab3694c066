// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {

TEST_CASE("leaving asks first when something would be lost") {
    Person person;
    person.does(did::Leave{});
    CHECK(person.effects.empty()); // nobody is here yet
    person.chooses_procedure().does(did::Leave{});
    CHECK(person.wants<please::End>()); // nothing was answered
    Person typing;
    typing.begins().types("DU").does(did::Leave{});
    CHECK(typing.effects.empty());
    CHECK(typing.visit.panel == Panel::Leave);
    typing.does(did::ClosePanel{});
    CHECK(typing.asks("nom"));
    CHECK(typing.visit.draft().parts.front() == "DU");
    typing.does(did::ConfirmLeave{}); // the question is gone
    CHECK(typing.effects.empty());
}

TEST_CASE("a panel covers the screen: its buttons do nothing until it is closed") {
    Person person;
    person.begins().types("DUPONT").does(did::OpenPanel{Panel::Look});
    person.goes_on().types("X").skips();
    CHECK(person.asks("nom"));
    CHECK(person.visit.draft().parts.front() == "DUPONT");
    CHECK(person.visit.answers.all().empty());
    person.goes_back();
    CHECK(person.visit.panel == Panel::None);
    CHECK(person.asks("nom"));
}

TEST_CASE("text size and colours change behind their panel") {
    Person person;
    person.begins().does(did::OpenPanel{Panel::Look});
    person.does(did::ChooseTextSize{TextSize::Largest}).does(did::ChooseTheme{Theme::Dark});
    CHECK(person.visit.size == TextSize::Largest);
    CHECK(person.visit.theme == Theme::Dark);
    CHECK(person.visit.panel == Panel::Look);
}

TEST_CASE("another language keeps everything where it is") {
    Person person;
    person.reaches("surnom").types("Lili").does(did::OpenPanel{Panel::Language});
    person.does(did::ChooseLanguage{"ar"});
    CHECK(person.visit.panel == Panel::None);
    CHECK(person.visit.language == "ar");
    CHECK(person.asks("surnom"));
    CHECK(person.visit.draft().parts.front() == "Lili");
    CHECK(person.text_of("nom") == "DUPONT");
    person.does(did::ChooseLanguage{"xx"});
    CHECK(person.visit.language == "ar");
}

TEST_CASE("the question about removing opens only for an item") {
    Person person;
    person.reaches("enfants").does(did::OpenPanel{Panel::RemoveItem});
    CHECK(person.visit.panel == Panel::None);
}

} // namespace guichet::visit
