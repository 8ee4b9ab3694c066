// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {

TEST_CASE("nothing is judged while typing, only on Continue") {
    Person person;
    person.reaches("naissance").types_date("41", "03", "1968");
    CHECK(person.visit.findings.empty());
    person.goes_on();
    CHECK(person.asks("naissance"));
    REQUIRE(person.visit.findings.size() == 1);
    CHECK(person.visit.findings.front().path == "naissance");
    CHECK(person.visit.draft().parts[0] == "41"); // what was typed stays
    CHECK(person.visit.answers.find("naissance") == nullptr);
    person.types("14").goes_on();
    CHECK(person.asks("surnom"));
    CHECK(person.visit.findings.empty());
}

TEST_CASE("an empty required answer says what to do, in the words of its screen") {
    struct Row {
        Path path;
        std::string begins;
        bool may_skip;
    };
    const std::vector<Row> rows{
        {"nom", "Écrivez une réponse", true},
        {"naissance", "Écrivez une réponse", true},
        {"france", "Touchez", false},
        {"couple", "Touchez", true},
        {"aides", "Touchez une ou plusieurs réponses", true}};
    for (const auto& row : rows) {
        CAPTURE(row.path);
        Person person;
        person.reaches(row.path).goes_on();
        CHECK(person.asks(row.path));
        CHECK(person.says().starts_with(row.begins));
        CHECK((person.says().find("Je ne sais pas") != std::string::npos) == row.may_skip);
    }
}

TEST_CASE("only blanks are as good as nothing") {
    Person person;
    person.begins().types("   ").goes_on();
    CHECK(person.says().starts_with("Écrivez une réponse"));
}

TEST_CASE("an optional question goes on without an answer") {
    Person person;
    person.reaches("surnom").goes_on();
    CHECK(person.asks("france"));
    CHECK(person.visit.answers.find("surnom") == nullptr);
}

TEST_CASE("emptying an optional answer takes it away") {
    Person person;
    person.reaches("surnom").types("Lili").goes_on().goes_back().types("").goes_on();
    CHECK(person.asks("france"));
    CHECK(person.visit.answers.find("surnom") == nullptr);
}

TEST_CASE("je ne sais pas is an answer where it is allowed, and stays one") {
    Person person;
    person.begins().skips();
    CHECK(person.asks("naissance"));
    REQUIRE(person.visit.answers.find("nom") != nullptr);
    CHECK(person.visit.answers.find("nom")->value == procedure::Value{procedure::NotKnown{}});
    person.goes_back();
    CHECK(person.visit.draft().empty());
    person.goes_on();
    CHECK(person.asks("naissance"));
    Person other;
    other.reaches("france").skips();
    CHECK(other.asks("france"));
    CHECK(other.visit.answers.find("france") == nullptr);
}

TEST_CASE("a second touch takes away one of many choices, and replaces the only one of one") {
    Person person;
    person.reaches("aides").chooses("apl").chooses("rsa").chooses("apl");
    CHECK(person.visit.draft().chosen == std::vector<std::string>{"rsa"});
    Person other;
    other.reaches("couple").chooses("yes").chooses("no").chooses("no");
    CHECK(other.visit.draft().chosen == std::vector<std::string>{"no"});
}

TEST_CASE("an option or a box that is not there changes nothing") {
    Person person;
    person.reaches("aides").chooses("autre");
    CHECK(person.visit.draft().empty());
    Person other;
    other.begins().types("x", -1).types("x", 1);
    CHECK(other.visit.draft().empty());
    other.chooses("yes");
    CHECK(other.visit.draft().empty());
}

TEST_CASE("a text longer than its box is cut between two characters") {
    Person person;
    person.begins();
    const int longest = person.visit.question()->type->parts(*person.visit.question())[0].longest;
    std::string text;
    for (int i = 0; i < longest + 10; i++)
        text += "é";
    person.types(text);
    CHECK(person.visit.draft().parts[0].size() == static_cast<std::size_t>(longest) * 2);
}

TEST_CASE("a rule about this very question is said once here, and does not lock the person in") {
    Person person;
    person.reaches("naissance").types_date("14", "03", "2020").goes_on();
    CHECK(person.asks("naissance"));
    CHECK(person.says() == "Avant 16 ans, un adulte fait la demande.");
    CHECK(person.visit.draft().parts[2] == "2020");
    person.goes_on();
    CHECK(person.asks("surnom"));
}

TEST_CASE("an unchanged answer keeps where it came from") {
    Person person;
    person.chooses_procedure().does(did::OpenScan{}).does(did::TakePicture{});
    person.does(happened::ScanRead{
        make_reading("identite", {make_proposal("identite.nom", "DUPONT")})});
    person.goes_on().goes_on(); // confirms, and goes on from what to have at hand
    REQUIRE(person.asks("naissance"));
    person.goes_back();
    REQUIRE(person.asks("nom"));
    person.goes_on();
    CHECK(person.visit.answers.find("nom")->origin.kind == procedure::Origin::Kind::Read);
    person.goes_back().types("DUPOND").goes_on();
    CHECK(person.visit.answers.find("nom")->origin.kind == procedure::Origin::Kind::Typed);
}

TEST_CASE("the button of a consent is the agreement") {
    Person person;
    person.reaches("accord").goes_on();
    CHECK(person.visit.screen == Screen::Check);
    CHECK(person.visit.answers.find("accord")->value == procedure::Value{true});
}

TEST_CASE("who has no such name says so, and goes on") {
    auto offer = make_offer();
    offer->procedures = {load(small_procedure_with(R"(      - question: prenoms
        type: given-names
        unknown: false
        label: Quels sont vos prénoms ?
        none: Je n’ai pas de prénom
)"))};
    Person person(offer);
    person.reaches("accord").goes_on();
    REQUIRE(person.asks("prenoms"));
    person.types("-").chooses("none");
    CHECK(person.visit.screen == Screen::Check);
    REQUIRE(person.visit.answers.find("prenoms") != nullptr);
    CHECK(person.visit.answers.find("prenoms")->value == procedure::Value{procedure::HasNone{}});
    person.does(did::Change{"prenoms"});
    CHECK(person.visit.draft().empty());
    person.goes_on(); // left as it is
    CHECK(person.visit.screen == Screen::Check);
    person.does(did::Change{"prenoms"}).types("Ana").goes_on();
    CHECK(person.text_of("prenoms") == "Ana");
}

TEST_CASE("an answer that is not offered is not taken") {
    Person person;
    person.begins().chooses("none");
    CHECK(person.asks("nom"));
    CHECK(person.visit.answers.find("nom") == nullptr);
}

TEST_CASE("a commune of before is kept as it was written, and found again to be changed") {
    auto offer = make_offer();
    offer->procedures = {load(small_procedure_with(R"(      - question: naissance_a
        type: commune
        label: Quelle est votre commune de naissance ?
        unlisted: Ma commune n’est pas dans la liste
)"))};
    Person person(offer);
    person.reaches("accord").goes_on();
    REQUIRE(person.asks("naissance_a"));
    CHECK(person.visit.matches.empty());
    person.types("50130").chooses("unlisted");
    CHECK(person.says() == "Écrivez le nom de la commune.");
    CHECK(person.visit.draft().chosen.empty());
    person.types("Octeville");
    REQUIRE_FALSE(person.visit.matches.empty());
    CHECK(person.visit.matches.back().id == "unlisted");
    person.goes_on(); // nothing is chosen yet
    CHECK(person.asks("naissance_a"));
    person.chooses("unlisted");
    CHECK(person.visit.findings.empty());
    CHECK(person.visit.draft().parts.front() == "Octeville");
    person.goes_on();
    REQUIRE(person.visit.screen == Screen::Check);
    CHECK(
        person.visit.answers.find("naissance_a")->value ==
        procedure::Value{procedure::Commune{.code = {}, .name = "Octeville", .postal_code = {}}}
    );
    person.does(did::Change{"naissance_a"});
    CHECK(person.visit.draft().parts.front() == "Octeville");
    CHECK_FALSE(person.visit.draft().chosen.empty());
}

TEST_CASE("a sum is read as the language of its screen writes it") {
    for (const auto* language : {"fr", "en"}) {
        CAPTURE(language);
        Person person;
        person.reaches("couple").chooses("yes").goes_on().types("MARTIN").goes_on();
        REQUIRE(person.asks("revenu"));
        person.does(did::ChooseLanguage{language}).types("12,345").goes_on();
        const auto* answer = person.visit.answers.find("revenu");
        CHECK((answer != nullptr) == (language == std::string("en")));
        if (answer != nullptr)
            CHECK(answer->value == procedure::Value{procedure::Money{1234500}});
    }
}

} // namespace guichet::visit
