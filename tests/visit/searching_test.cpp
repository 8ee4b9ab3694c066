// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/locales.hpp"
#include "visit/fixture.hpp"

namespace guichet::visit {
namespace {

std::shared_ptr<procedure::Procedure> make_procedure(
    const std::string& id,
    const std::string& title,
    const std::string& summary,
    std::vector<std::string> words
) {
    auto procedure = std::make_shared<procedure::Procedure>();
    procedure->id = id;
    procedure->title = {.domain = i18n::Domain::Forms, .id = title};
    procedure->summary = {.domain = i18n::Domain::Forms, .id = summary};
    procedure->words = std::move(words);
    return procedure;
}

Person at_catalogue() {
    auto offer = std::make_shared<Offer>();
    offer->procedures = {
        make_procedure(
            "css",
            "Complémentaire santé solidaire",
            "Une aide pour payer le médecin, les lunettes ou le dentiste.",
            {"mutuelle", "cmu", "sécurité sociale"}
        ),
        make_procedure(
            "apl",
            "Aide au logement",
            "Une aide pour payer le loyer.",
            {"caf", "loyer", "appartement"}
        ),
        make_procedure(
            "passeport", "Passeport", "Pour voyager hors d’Europe.", {"papiers", "identité"}
        )};
    Person person{offer};
    person.goes_on();
    return person;
}

std::vector<std::string> found(const Person& person) {
    std::vector<std::string> ids;
    for (const auto& procedure : person.visit.found)
        ids.push_back(procedure->id);
    return ids;
}

} // namespace

TEST_CASE("the search forgives accents, capitals, unfinished words and typos") {
    struct Row {
        std::string typed;
        std::string first;
    };
    const std::vector<Row> rows{
        {"santé", "css"},
        {"SANTE", "css"},
        {"complementaire", "css"},
        {"compl", "css"},
        {"comlpémentaire", "css"},
        {"mutuele", "css"},
        {"mutuel gratuite", "css"},
        {"cmu", "css"},
        {"lunettes", "css"},
        {"logment", "apl"},
        {"aide au logement", "apl"},
        {"l’appartement", "apl"},
        {"CAF", "apl"},
        {"pasport", "passeport"},
        {"passpor", "passeport"},
        {"mes papiers", "passeport"}};
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        auto person = at_catalogue();
        person.does(did::Search{row.typed});
        REQUIRE_FALSE(person.visit.found.empty());
        CHECK(found(person).front() == row.first);
    }
}

TEST_CASE("what nothing answers to finds nothing, and an empty search finds all") {
    auto person = at_catalogue();
    for (const auto* typed : {"xyzxyz", "voiture", "cfu"}) {
        CAPTURE(typed);
        person.does(did::Search{typed});
        CHECK(person.visit.found.empty());
    }
    person.does(did::Search{"  "});
    CHECK(found(person) == std::vector<std::string>{"css", "apl", "passeport"});
}

TEST_CASE("the title counts more than the summary") {
    auto person = at_catalogue();
    person.does(did::Search{"aide"});
    CHECK(found(person) == std::vector<std::string>{"apl", "css"});
}

TEST_CASE("words are also searched in the person's language") {
    const auto english_words = i18n::Catalogue::load(i18n::locales_folder(), i18n::language("en"));
    REQUIRE(english_words.has_value());
    auto offer = std::make_shared<Offer>(*at_catalogue().visit.offer);
    offer->words.emplace("en", *english_words);
    Person english{offer};
    english.does(did::ChooseLanguage{"en"});
    for (const std::string typed : {"glasses", "dentist", "lunettes"}) {
        CAPTURE(typed);
        english.does(did::Search{typed});
        REQUIRE_FALSE(english.visit.found.empty());
        CHECK(found(english).front() == "css");
    }
}

TEST_CASE("searching happens in the catalogue only") {
    Person person;
    person.does(did::Search{"zzz"});
    CHECK(person.visit.search.empty());
    CHECK(person.visit.found.size() == 1);
}

} // namespace guichet::visit
