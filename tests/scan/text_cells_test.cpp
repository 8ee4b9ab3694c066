// SPDX-License-Identifier: GPL-3.0-or-later
#include "one_field.hpp"
#include "page_words.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

Field field(std::vector<std::string> near, const char* format) {
    return {.name = "valeur", .label = {}, .near = std::move(near), .format = format};
}

std::vector<procedure::Proposal> all(std::vector<TextLine> lines, std::vector<Field> fields) {
    Kind kind;
    kind.id = "papier";
    kind.fields = std::move(fields);
    return read_fields(PageText(std::move(lines)), kind);
}

} // namespace

TEST_CASE("in a list of labels and values the value stands right, however near the next label") {
    const std::vector<TextLine> list{
        row("Emploi", 100, 100),
        row("Vendeur", 400, 100),
        row("Contrat", 100, 130),
        row("Apprentissage", 400, 130),
        row("Horaire", 100, 160),
        row("Complet", 400, 160)};
    CHECK(read_one(list, field({"emploi"}, "words")) == "Vendeur");
    const std::vector<TextLine> parents{
        row("Père", 100, 100),
        row("Karim BENALI", 500, 100),
        row("né à Tlemcen", 500, 130),
        row("Mère", 100, 160),
        row("Samira AMRANI", 500, 160),
        row("née à Oran", 500, 190),
        row("MENTIONS", 100, 220)};
    CHECK(read_one(parents, field({"mère"}, "name")) == "Samira AMRANI");
}

TEST_CASE("in the head of a table the value stands below, under its own cell") {
    const std::vector<TextLine> table{
        row("Matricule", 100, 100),
        row("Grade / Emploi", 400, 100),
        row("Échelon", 700, 100),
        row("Indice", 900, 100),
        row("0048215", 100, 130),
        row("AIDE-SOIGNANT CL. NORMALE", 380, 130),
        row("07", 700, 130),
        row("418", 900, 130)};
    CHECK(read_one(table, field({"emploi"}, "words")) == "AIDE-SOIGNANT CL. NORMALE");
}

TEST_CASE("a label may go on in a second line of its cell") {
    const std::vector<TextLine> table{
        row("Salaire", 100, 100),
        row("Net", 420, 100),
        row("Heures", 700, 100),
        row("brut", 110, 124),
        row("imposable", 400, 124),
        row("payées", 700, 124),
        row("2 174,48", 100, 160),
        row("1 770,70", 400, 160),
        row("151,67", 700, 160)};
    CHECK(read_one(table, field({"net imposable"}, "money")) == "1770,70");
    const std::vector<TextLine> list{
        row("Nom", 100, 100),
        row("DURAND", 400, 100),
        row("Prénom", 100, 140),
        row("Anne", 400, 140)};
    CHECK(read_one(list, field({"nom prénom"}, "name")).empty());
    const std::vector<TextLine> close{
        row("Nom", 100, 100),
        row("DURAND", 400, 100),
        row("Prénom", 100, 122),
        row("Anne", 400, 122)};
    CHECK(read_one(close, field({"nom prénom"}, "name")).empty());
}

TEST_CASE("words of a label in the middle of a value are part of it") {
    const std::vector<TextLine> lines{row("Domiciliation : LA BANQUE POSTALE NANTES", 100, 100)};
    const auto found =
        all(lines, {field({"domiciliation"}, "place"), field({"banque"}, "digits:5")});
    REQUIRE(!found.empty());
    CHECK(found.front().value == "LA BANQUE POSTALE NANTES");
}

TEST_CASE("brackets behind a label are the rest of it, and a colon far behind that of an address") {
    CHECK(
        read_one(
            {row("Référence acheminement (PDL) : 09 418 226 703 158", 100, 100)},
            field({"référence acheminement"}, "digits:14")
        ) == "09418226703158"
    );
    CHECK(
        read_one(
            {row(
                "Adresse d'imposition au 1er janvier 2023 : 411 rue des Cigales 83720 TRANS",
                100,
                100
            )},
            field({"adresse d'imposition"}, "address")
        ) == "411 rue des Cigales 83720 TRANS"
    );
}

TEST_CASE("the heading of another cell, an amount or the rest of a longer label is no words") {
    const auto employer = field({"employeur|entreprise"}, "words");
    CHECK(read_one({row("Employeur", 100, 100), row("Statut", 400, 100)}, employer).empty());
    CHECK(read_one({row("Employeur 2 465,11 - Allègement", 100, 100)}, employer).empty());
    CHECK(read_one({row("Entreprise utilisatrice : ARTOIS", 100, 100)}, employer).empty());
    CHECK(read_one({row("Entreprise de travail temporaire", 100, 100)}, employer).empty());
    CHECK(read_one({row("N° employeur : Z0441", 100, 100)}, employer).empty());
    CHECK(read_one({row("Total versé par l’employeur : ARTOIS", 100, 100)}, employer).empty());
    CHECK(read_one({row("Employeur : ARTOIS", 100, 100)}, employer) == "ARTOIS");
}

TEST_CASE("the amount below a label that heads many is none, that of a label beside goes before") {
    const std::vector<TextLine> bill{
        row("Désignation", 100, 100),
        row("Total HT", 600, 100),
        row("Pose", 100, 130),
        row("145,00", 600, 130),
        row("Fourniture", 100, 160),
        row("312,00", 600, 160),
        row("Essais", 100, 190),
        row("86,40", 600, 190)};
    const auto total = field({"total ht"}, "money");
    CHECK(read_one(bill, total).empty());
    auto summed = bill;
    summed.push_back(row("Total HT 543,40", 100, 400));
    CHECK(read_one(summed, total) == "543,40");
}

TEST_CASE("the reference of a tax notice is as sure as a number of so many digits") {
    const auto found =
        all({row("Référence de l’avis : 25 63 047 112 908", 100, 100)},
            {field({"référence de l'avis"}, "tax-reference")});
    REQUIRE(found.size() == 1);
    CHECK(found.front().value == "2563047112908");
    CHECK(found.front().confidence >= 0.8);
}

TEST_CASE("the amount of the year is not that of the month") {
    const auto net = field({"net imposable du mois", "net imposable"}, "money");
    CHECK(
        read_one(
            {row("Net imposable du mois : 1.260,72 - Cumul net imposable : 13.653,62", 100, 100)},
            net
        ) == "1260,72"
    );
    CHECK(read_one({row("Cumul net imposable : 13.653,62", 100, 100)}, net).empty());
}

TEST_CASE("a number right under its label goes before one far behind, in another column") {
    const std::vector<TextLine> side_bar{
        row("Référence client", 100, 100),
        row("55 avenue Foch 06000 Nice", 900, 100),
        row("718 204 463", 100, 130)};
    CHECK(read_one(side_bar, field({"référence client"}, "reference")) == "718 204 463");
}

TEST_CASE("the words of a field count only in its section") {
    auto father = field({"nom et prénoms"}, "name");
    father.section = {"père"};
    auto mother = father;
    mother.name = "mere";
    mother.section = {"mère"};
    const std::vector<TextLine> act{
        row("PÈRE", 100, 100),
        row("Nom et prénoms : DURAND Jean", 100, 140),
        row("MÈRE", 100, 220),
        row("Nom et prénoms : MARTIN Louise", 100, 260)};
    const auto found = all(act, {father, mother});
    REQUIRE(found.size() == 2);
    CHECK(found[0].value == "DURAND Jean");
    CHECK(found[1].value == "MARTIN Louise");
}

TEST_CASE("a number behind no more than n° counts only below its heading") {
    auto number = field({"n°"}, "reference");
    number.section = {"facture"};
    CHECK(
        read_one({row("FACTURE", 100, 100), row("N° FA-2025-0138", 100, 140)}, number) ==
        "FA-2025-0138"
    );
    CHECK(
        read_one({row("N°FA-2025-0138", 100, 140), row("FACTURE", 100, 100)}, number) ==
        "FA-2025-0138"
    );
    CHECK(read_one({row("N° FA-2025-0138", 100, 140)}, number).empty());
}

TEST_CASE("du and au count where they span days") {
    const auto begin = field({"du"}, "date");
    CHECK(read_one({row("Période du 01/02/2025 au 28/02/2025", 100, 100)}, begin) == "2025-02-01");
    CHECK(
        read_one({row("pour le mois, du 1er au 31 janvier 2025", 100, 100)}, begin) == "2025-01-01"
    );
    CHECK(
        read_one({row("du 01/01/2025", 100, 100), row("au 31/12/2025", 100, 130)}, begin) ==
        "2025-01-01"
    );
    CHECK(read_one({row("Période du ler mars au 31 mars 2025", 100, 100)}, begin).empty());
    CHECK(
        read_one({row("à compter du 01/05/2025 les conditions changent", 100, 100)}, begin).empty()
    );
}

TEST_CASE("a given name printed in small letters beside a family name in capitals is told apart") {
    auto given = field({}, "name");
    given.name = "prenoms";
    given.given_of = "valeur";
    const auto found =
        all({row("Salarié : DURAND Anne", 100, 100)}, {field({"salarié"}, "name"), given});
    REQUIRE(found.size() == 2);
    CHECK(found[0].value == "DURAND");
    CHECK(found[1].value == "Anne");
}

TEST_CASE("what running text tells otherwise makes a value unsure") {
    auto date = field({"prélèvement le"}, "date");
    const std::vector<TextLine> lines{
        row("Prélèvement le 08/04/2025", 100, 100),
        row("sera prélevé sur votre compte le 26/02/2025", 100, 200)};
    CHECK(all(lines, {date}).front().confidence >= 0.8);
    date.told = {.after = {"sera prélevé"}, .until = {}};
    CHECK(all(lines, {date}).front().confidence < 0.8);
}

TEST_CASE("a label's translation behind a sign does not end its column") {
    const std::vector<TextLine> card{
        row("Titulaire du compte / Account holder", 100, 100),
        row("M. Thibault LE GUENNEC OU Mme Awa DIALLO", 100, 130)};
    CHECK(
        read_one(card, field({"titulaire du compte", "account holder"}, "names")) ==
        "M. Thibault LE GUENNEC OU Mme Awa DIALLO"
    );
}

TEST_CASE("what kind of name a label wants is no name") {
    CHECK(read_one({row("Nom D'USAGE", 100, 100)}, field({"nom"}, "name")).empty());
    CHECK(read_one({row("Nom DURAND", 100, 100)}, field({"nom"}, "name")) == "DURAND");
}

TEST_CASE("the official journal is no symbol of a day") {
    CHECK(read_one({row("J.O. du 24 mars 2004", 100, 100)}, field({"jo"}, "date")).empty());
    CHECK(read_one({row("Jo 24 mars 2004", 100, 100)}, field({"jo"}, "date")) == "2004-03-24");
}

TEST_CASE("the end of a remark in brackets announces nothing") {
    const std::vector<TextLine> lines{row("(jusqu’à dix salariés) MESNARD Anne", 100, 100)};
    CHECK(read_one(lines, field({"salariés"}, "name")).empty());
}

TEST_CASE("a label at the beginning of a line may end with a comma, within a sentence it does not"
) {
    const auto owner = field({"le propriétaire"}, "name");
    CHECK(
        read_one({row("Le propriétaire, VILLETTE Maurice", 100, 100)}, owner) == "VILLETTE Maurice"
    );
    CHECK(read_one({row("avec le propriétaire, VILLETTE Maurice", 100, 100)}, owner).empty());
}

TEST_CASE("an address ends at the next cell of its line") {
    const std::vector<TextLine> lines{
        row("Adresse desservie", 100, 100),
        row("41 RTE DE LAUZUN", 340, 100),
        row("M. BOUAZIZ KARIM", 1000, 100),
        row("47310 MONTFLANQUIN", 340, 130)};
    CHECK(
        read_one(lines, field({"adresse desservie"}, "address")) ==
        "41 RTE DE LAUZUN 47310 MONTFLANQUIN"
    );
}

TEST_CASE("another label and its number name no organisation, nor does the window of an envelope") {
    Field office = field({"organisme de rattachement"}, "words");
    office.otherwise = Otherwise::Sender;
    auto code = field({"code gestion"}, "digits:2");
    code.name = "code";
    const std::vector<TextLine> lines{
        row("CPAM DE LA MARNE", 100, 10),
        row("14 rue du Ruisselet", 100, 40),
        row("51086 REIMS CEDEX", 100, 70),
        row("M. BARRY MAMADOU", 900, 300),
        row("Organisme de rattachement", 100, 330),
        row("LES CHATILLONS - TOUR 6", 900, 330),
        row("01 511 0000 Code gestion 10", 100, 360),
        row("11 RUE MAURICE-NOGUES", 900, 360),
        row("51100 REIMS", 900, 390),
        row("Le directeur", 100, 1500)};
    const auto found = all(lines, {office, code});
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().value == "CPAM DE LA MARNE");
}

TEST_CASE("a day in a sentence under a label, or one yet to come, dates no paper") {
    auto dated = field({"facture n°", "établie le"}, "day");
    dated.otherwise = Otherwise::Dateline;
    const std::vector<TextLine> bill{
        row("FACTURE N° F118", 100, 100),
        row("Suite à notre intervention du 29/10/2025 à votre domicile", 100, 140)};
    CHECK(read_one(bill, dated).empty());
    const std::vector<TextLine> plan{
        row("une autre facture sera établie le 14 octobre 2026", 100, 100)};
    CHECK(read_one(plan, dated).empty());
    CHECK(read_one({row("Facture établie le 14 octobre 2026", 100, 100)}, dated) == "2026-10-14");
}
