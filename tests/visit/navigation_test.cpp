// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {

TEST_CASE("a visit begins on the welcome screen with every procedure to find") {
    const Person person;
    CHECK(person.visit.screen == Screen::Welcome);
    CHECK(person.visit.found.size() == 1);
    CHECK(person.visit.question() == nullptr);
}

TEST_CASE("touching a language begins, and one question follows another") {
    Person person;
    person.does(did::ChooseLanguage{"ar"});
    CHECK(person.visit.screen == Screen::Catalogue);
    CHECK(person.visit.language == "ar");
    person.does(did::ChooseProcedure{"essai"});
    CHECK(person.visit.screen == Screen::Need);
    person.goes_on();
    CHECK(person.asks("nom"));
    person.types("DUPONT").goes_on();
    CHECK(person.asks("naissance"));
    CHECK(person.text_of("nom") == "DUPONT");
}

TEST_CASE("a language or a procedure that does not exist changes nothing") {
    Person person;
    person.does(did::ChooseLanguage{"xx"});
    CHECK(person.visit.screen == Screen::Welcome);
    person.goes_on().does(did::ChooseProcedure{"autre"});
    CHECK(person.visit.screen == Screen::Catalogue);
    CHECK(person.visit.procedure == nullptr);
}

TEST_CASE("Back goes all the way to the welcome screen and loses nothing") {
    Person person;
    person.reaches("surnom").types("Lili");
    for (const auto* path : {"naissance", "nom"}) {
        person.goes_back();
        CHECK(person.asks(path));
    }
    CHECK(person.visit.draft().parts.front() == "DUPONT");
    person.goes_back();
    CHECK(person.visit.screen == Screen::Need);
    person.goes_back();
    CHECK(person.visit.screen == Screen::Catalogue);
    person.goes_back();
    CHECK(person.visit.screen == Screen::Welcome);
    person.goes_back();
    CHECK(person.visit.screen == Screen::Welcome);
    person.begins().goes_on().goes_on();
    CHECK(person.asks("surnom"));
    CHECK(person.visit.draft().parts.front() == "Lili"); // typed, never confirmed
}

TEST_CASE("what is typed and not confirmed waits when the person goes back") {
    Person person;
    person.reaches("naissance").types("14", 0).types("03", 1).goes_back().goes_on();
    CHECK(person.asks("naissance"));
    CHECK(person.visit.draft().parts[0] == "14");
    CHECK(person.visit.draft().parts[1] == "03");
    CHECK(person.visit.answers.find("naissance") == nullptr);
}

TEST_CASE("an answer opens and closes the questions that hang on it, and they are found again") {
    Person person;
    person.reaches("couple").chooses("yes").goes_on();
    CHECK(person.asks("conjoint"));
    person.types("MARTIN").goes_on().goes_back().goes_back();
    REQUIRE(person.asks("couple"));
    person.chooses("no").goes_on();
    CHECK(person.asks("enfants"));
    CHECK(person.text_of("conjoint") == "MARTIN"); // kept while the visit lives
    person.goes_back().chooses("yes").goes_on();
    CHECK(person.asks("conjoint"));
    CHECK(person.visit.draft().parts.front() == "MARTIN");
}

TEST_CASE("an answer that ends the procedure is explained, and can be changed") {
    Person person;
    person.reaches("france").chooses("no").goes_on();
    CHECK(person.visit.screen == Screen::Exit);
    REQUIRE(person.visit.route.exit != nullptr);
    person.goes_back();
    CHECK(person.asks("france"));
    CHECK(person.visit.draft().chosen == std::vector<std::string>{"no"});
    person.chooses("yes").goes_on();
    CHECK(person.asks("couple"));
}

TEST_CASE("an exit cannot be walked around") {
    Person person;
    person.reaches("france").chooses("no").goes_on().goes_back().goes_back().goes_on();
    CHECK(person.visit.screen == Screen::Exit);
    person.goes_on();
    CHECK(person.visit.panel == Panel::Leave);
    person.does(did::ConfirmLeave{});
    CHECK(person.wants<please::End>());
}

TEST_CASE("choosing the same procedure again keeps the answers, another one begins anew") {
    auto offer = make_offer();
    auto other = small_procedure;
    other.replace(other.find("essai"), 5, "autre");
    offer->procedures.push_back(load(other));
    Person person{offer};
    person.reaches("naissance").goes_back().goes_back().goes_back();
    REQUIRE(person.visit.screen == Screen::Catalogue);
    person.does(did::ChooseProcedure{"essai"});
    CHECK(person.text_of("nom") == "DUPONT");
    person.goes_back().does(did::ChooseProcedure{"autre"});
    CHECK(person.visit.answers.all().empty());
    person.goes_on();
    CHECK(person.asks("nom"));
    CHECK(person.visit.draft().empty());
}

TEST_CASE("progress counts the steps that are asked, the check page last") {
    Person person;
    CHECK(progress(person.visit).steps == 0);
    person.chooses_procedure();
    CHECK(progress(person.visit).step == 0);
    CHECK(progress(person.visit).steps == 4);
    person.goes_on();
    CHECK(progress(person.visit).step == 1);
    Person other;
    other.reaches("enfants");
    CHECK(progress(other.visit).step == 2);
    other.does(did::AddItem{});
    CHECK(progress(other.visit).step == 2);
    Person last;
    last.reaches_check();
    CHECK(progress(last.visit).step == 4);
}

} // namespace guichet::visit
