// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"
#include "procedure/summary.hpp"

using namespace guichet;
using namespace guichet::procedure;

TEST_CASE("the summary tells every question asked, and each item under its name") {
    const auto procedure = load(around(
        "  - step: foyer\n"
        "    title: Foyer\n"
        "    ask:\n"
        "      - {question: nom, type: family-name, label: \"Quel est votre nom ?\", name: Nom}\n"
        "      - {question: intro, type: information, label: Lisez}\n"
        "      - {question: enfants, type: list, label: Enfants, item: {name: Enfant, ask: [\n"
        "          {question: prenom, type: given-names, label: Prénom, none: Sans prénom},\n"
        "          {question: ne, type: date, label: Naissance}]}}\n"
        "      - {question: revenu, type: money, label: Revenu}\n"
        "  - step: vide\n"
        "    title: Vide\n"
        "    ask: [{question: rien, type: information, label: Rien}]\n"
    ));
    Answers answers;
    answers.set("nom", typed(std::string("Martin")));
    answers.set("revenu", typed(NotKnown{}));
    answers.add_item("enfants");
    answers.add_item("enfants");
    answers.set("enfants[0].prenom", typed(std::string("Lina")));
    const i18n::Catalogue french;
    const auto sections =
        summary(*procedure, answers, route(*procedure, answers, some_day), french);
    REQUIRE(sections.size() == 3);
    CHECK(sections[0].title.id == "Foyer");
    REQUIRE(sections[0].lines.size() == 3);
    CHECK(sections[0].lines[0].name.id == "Nom");
    CHECK(french.text(sections[0].lines[0].value) == "Martin");
    CHECK(sections[0].lines[0].answered);
    CHECK(french.text(sections[0].lines[1].value) == "2");
    CHECK(sections[0].lines[2].value == i18n::tr("Je ne sais pas"));
    CHECK(french.text(sections[1].title) == "Enfant\u00a0: Lina");
    CHECK(french.text(sections[2].title) == "Enfant 2");
    REQUIRE(sections[1].lines.size() == 2);
    CHECK(sections[1].lines[1].value == i18n::tr("Pas de réponse"));
    CHECK_FALSE(sections[1].lines[1].answered);
    CHECK(sections[1].lines[1].path == "enfants[0].ne");
    answers.set("enfants[0].prenom", typed(HasNone{}));
    const auto nameless =
        summary(*procedure, answers, route(*procedure, answers, some_day), french);
    CHECK(french.text(nameless[1].title) == "Enfant 1");
    CHECK(nameless[1].lines[0].value.id == "Sans prénom");
    CHECK(nameless[1].lines[0].answered);
}

TEST_CASE("the origin of an answer is said in words") {
    const i18n::Catalogue french;
    CHECK(french.text(show(Origin{}, french)) == "écrit par vous");
    CHECK(
        french.text(show(Origin{.kind = Origin::Kind::Mediator, .mediator = "Nadia"}, french)) ==
        "écrit par Nadia, à votre demande"
    );
    CHECK(
        french.text(show(Origin{.kind = Origin::Kind::Mediator}, french)) ==
        "écrit par quelqu’un, à votre demande"
    );
    Origin read{.kind = Origin::Kind::Read, .document = "identite"};
    CHECK(french.text(show(read, french)) == "lu sur un document");
    read.document_name = {.domain = i18n::Domain::Forms, .id = "Carte d’identité"};
    CHECK(french.text(show(read, french)) == "lu sur\u00a0: Carte d’identité");
}
