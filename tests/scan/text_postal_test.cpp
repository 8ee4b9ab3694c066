// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/postal.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

using Part = Words Postal::*;

std::string part(std::vector<TextLine> lines, Part which) {
    const PageText page(std::move(lines));
    return joined(postal_of(page, {"bulletin de paie"}).*which);
}

std::string addressee(std::vector<TextLine> lines) {
    return part(std::move(lines), &Postal::addressee);
}

std::vector<TextLine> letter_to(const std::string& name) {
    return {
        row("Vos références", 100, 250),
        row(name, 900, 100),
        row("Bâtiment B", 900, 130),
        row("12 rue des Lilas", 900, 160),
        row("38000 GRENOBLE", 900, 190),
        row("Madame, votre demande est reçue.", 100, 400),
        row("Le directeur", 100, 1500)};
}

std::vector<TextLine> with(std::vector<TextLine> lines, const std::vector<TextLine>& more) {
    lines.insert(lines.end(), more.begin(), more.end());
    return lines;
}

const std::vector<TextLine> town_hall{
    row("MAIRIE DE SAINT-AMANS", 100, 40),
    row("Place du Marché", 100, 70),
    row("63730 SAINT-AMANS CEDEX", 100, 100)};

} // namespace

TEST_CASE("whom a paper is addressed to is read above a postal code and a town") {
    CHECK(addressee(letter_to("Mme Samira BENALI")) == "Mme Samira BENALI");
    CHECK(addressee(letter_to("M. OU MME BENALI")) == "M. OU MME BENALI");
    CHECK(addressee(letter_to("MADAME VEUVE BENALI")) == "MADAME VEUVE BENALI");
    CHECK(
        part(letter_to("Mme Samira BENALI"), &Postal::address) ==
        "Bâtiment B 12 rue des Lilas 38000 GRENOBLE"
    );
}

TEST_CASE("without a title it is whoever has the only private address in the window") {
    CHECK(addressee(letter_to("BENALI Samira")) == "BENALI Samira");
    CHECK(addressee(letter_to("Mme 12")).empty());
    auto left = letter_to("BENALI Samira");
    for (auto& line : left)
        for (auto& word : line.words)
            word.box.x %= 800;
    CHECK(addressee(left).empty());
    auto office = letter_to("Centre de gestion");
    office[4] = row("38000 GRENOBLE CEDEX 9", 900, 190);
    CHECK(addressee(office).empty());
}

TEST_CASE("a name without an address below is no addressee") {
    CHECK(addressee({row("Mme Samira BENALI", 900, 100), row("Bâtiment B", 900, 130)}).empty());
    auto far = letter_to("Mme Samira BENALI");
    far.erase(far.begin() + 2, far.begin() + 4); // nothing stands between the name and the town
    CHECK(addressee(far).empty());
}

TEST_CASE("a number of the post above the name is none of its lines") {
    auto lines = letter_to("Mme Samira BENALI");
    lines.push_back(row("59 0871 414 E 1", 900, 70));
    CHECK(addressee(lines) == "Mme Samira BENALI");
}

TEST_CASE("of two people the one in the window is meant, of two there nobody") {
    const std::vector<TextLine> landlord{
        row("M. Paul DURAND", 100, 600), row("69003 LYON", 100, 630)};
    const std::vector<TextLine> neighbour{
        row("M. Paul DURAND", 900, 600), row("69003 LYON", 900, 630)};
    const std::vector<TextLine> again{
        row("MME Samira Benali", 900, 600), row("69003 LYON", 900, 630)};
    const auto letter = letter_to("Mme Samira BENALI");
    CHECK(addressee(with(letter, landlord)) == "Mme Samira BENALI");
    CHECK(addressee(with(letter, neighbour)).empty());
    CHECK(addressee(with(letter, again)) == "Mme Samira BENALI");
}

TEST_CASE("a second person on a line of their own is told apart, and belongs to both") {
    auto lines = letter_to("M. Karim BENALI");
    lines[2] = row("OU MME BENALI SAMIRA", 900, 130);
    CHECK(addressee(lines) == "M. Karim BENALI");
    CHECK(part(lines, &Postal::second) == "OU MME BENALI SAMIRA");
    CHECK(part(lines, &Postal::address) == "12 rue des Lilas 38000 GRENOBLE");
    const PageText page(lines);
    CHECK(joined(postal_of(page).both()) == "M. Karim BENALI OU MME BENALI SAMIRA");
}

TEST_CASE("the sender is who stands highest above a town, and is not the addressee") {
    const auto letter = letter_to("Mme Samira BENALI");
    CHECK(part(with(letter, town_hall), &Postal::sender) == "MAIRIE DE SAINT-AMANS");
    CHECK(part(letter, &Postal::sender).empty());
    const std::vector<TextLine> two_lines{
        row("CENTRE HOSPITALIER", 100, 20),
        row("DU VAL DE GARDONNE", 100, 48),
        row("5 avenue Foch - 30100 ALES", 100, 80)};
    CHECK(
        part(with(letter, two_lines), &Postal::sender) == "CENTRE HOSPITALIER DU VAL DE GARDONNE"
    );
}

TEST_CASE("neither the title of a paper nor a heading is a sender") {
    const auto letter = letter_to("Mme Samira BENALI");
    auto titled = with(letter, town_hall);
    titled.push_back(row("Bulletin de paie", 100, 10));
    CHECK(part(titled, &Postal::sender) == "MAIRIE DE SAINT-AMANS");
    auto agency = town_hall;
    agency[0] = row("VOTRE AGENCE", 100, 40);
    CHECK(part(with(letter, agency), &Postal::sender).empty());
    auto commune = town_hall;
    commune.insert(commune.begin(), row("RÉPUBLIQUE FRANÇAISE", 100, 10));
    CHECK(part(with(letter, commune), &Postal::sender) == "MAIRIE DE SAINT-AMANS");
}

TEST_CASE("without an address the highest words may name the sender, but no motto or number") {
    auto lines = letter_to("Mme Samira BENALI");
    for (auto& line : lines)
        for (auto& word : line.words)
            word.box.y += 200;
    const auto headed = [&](const char* first, const char* second) {
        auto all = lines;
        all.push_back(row(first, 100, 20));
        all.push_back(row(second, 100, 48));
        all.push_back(row("Mention", 100, 2000));
        return part(all, &Postal::sender);
    };
    CHECK(headed("Association Accès-Toit", "Résidences sociales") == "Association Accès-Toit");
    CHECK(headed("VILLE DE SAINT-AUBIN-SUR-", "LOUE") == "VILLE DE SAINT-AUBIN-SUR- LOUE");
    CHECK(headed("RÉPUBLIQUE FRANÇAISE", "COMMUNE DE BRÉVAL") == "COMMUNE DE BRÉVAL");
    CHECK(headed("N° 2026/118", "Page 1/2").empty());
}

TEST_CASE("another name of the addressee is none of the address") {
    auto lines = letter_to("MME BARTHÈS KHADIJA");
    lines[2] = row("NÉE BELMAHJOUB", 900, 130);
    CHECK(part(lines, &Postal::address) == "12 rue des Lilas 38000 GRENOBLE");
    const PageText page(lines);
    CHECK(joined(postal_of(page).both()) == "MME BARTHÈS KHADIJA NÉE BELMAHJOUB");
}

TEST_CASE("a name goes on in its next line when it lacks one") {
    const auto rest = [](const char* name, const char* next) {
        const PageText page({row(name, 100, 100), row(next, 100, 130)});
        return is_rest_of_name(page.runs()[0].words, page.runs()[1].words);
    };
    CHECK(rest("Mme Anne", "SYLLA-GOURVENNEC"));
    CHECK(rest("M. ET MME BENCHEKROUN", "DRISS ET MARIE-LAURE"));
    CHECK_FALSE(rest("Mme Anne DURAND", "RÉSIDENCE DU LAC"));
    CHECK_FALSE(rest("Mme Anne", "12 rue des Lilas"));
}

TEST_CASE("a title may stand above the name, and lines may end at one place") {
    CHECK(
        addressee(
            {row("Monsieur", 900, 70),
             row("Rachid EL FEGOUN", 900, 100),
             row("27 avenue du Dauphiné", 900, 130),
             row("38090 VILLEFONTAINE", 900, 160),
             row("Le directeur", 100, 1500)}
        ) == "Monsieur Rachid EL FEGOUN"
    );
    CHECK(
        addressee(
            {row("Mme Awa LEFÈVRE", 950, 100),
             row("17 rue Berthe-Morisot", 890, 130),
             row("59100 ROUBAIX", 970, 160),
             row("Le directeur", 100, 1500)}
        ) == "Mme Awa LEFÈVRE"
    );
}

TEST_CASE("the emblem of a service is no name of the office that writes") {
    auto lines = letter_to("Mme Anne DURAND");
    lines.insert(
        lines.end(),
        {row("ALLOCATIONS", 100, 40),
         row("familiales", 100, 70),
         row("Caf de la Somme", 100, 100),
         row("9 boulevard Haut", 100, 130),
         row("80022 AMIENS CEDEX 9", 100, 160)}
    );
    CHECK(part(lines, &Postal::sender) == "Caf de la Somme");
}

TEST_CASE("a sender is named above its street and its trade, under the authority it belongs to") {
    const auto sender = [](std::vector<TextLine> lines) {
        return part(with(std::move(lines), letter_to("Mme Samira BENALI")), &Postal::sender);
    };
    CHECK(
        sender(
            {row("SCP VANHOECK", 100, 20),
             row("Commissaires de justice", 100, 50),
             row("64 rue du Brun-Pain", 100, 80),
             row("59200 TOURCOING", 100, 110)}
        ) == "SCP VANHOECK"
    );
    CHECK(
        sender(
            {row("Académie de Toulouse", 100, 20),
             row("Collège Jean-Mercadié", 100, 50),
             row("46 avenue du Rouergue", 100, 80),
             row("82000 MONTAUBAN", 100, 110)}
        ) == "Collège Jean-Mercadié"
    );
    CHECK(
        sender(
            {row("HABITAT DU LAC", 100, 20),
             row("Rue de Beauffort", 500, 50),
             row("62015 ARRAS CEDEX", 500, 80)}
        ) == "HABITAT DU LAC"
    );
}

TEST_CASE("the name of a sender goes on where its line cannot end, and may stand at the foot") {
    const auto sender = [](std::vector<TextLine> lines) {
        return part(with(std::move(lines), letter_to("Mme Samira BENALI")), &Postal::sender);
    };
    CHECK(
        sender({row("SELARL GAUVRIT", 100, 20), row("PÂRIS", 100, 50), row("& OUEDRAOGO", 100, 80)}
        ) == "SELARL GAUVRIT PÂRIS & OUEDRAOGO"
    );
    CHECK(
        sender({row("SCP ARNOUX – LE", 100, 20), row("BIHAN – TCHOUMI", 100, 50)}) ==
        "SCP ARNOUX – LE BIHAN – TCHOUMI"
    );
    auto name = row("Office de l'Habitat Gohelle", 100, 1560);
    for (auto& word : name.words)
        word.box.height = 26;
    CHECK(
        sender({name, row("Siège : 2 rue de la Fosse", 100, 1600)}) == "Office de l'Habitat Gohelle"
    );
    CHECK(sender({row("Siège : 2 rue de la Fosse", 100, 1600)}).empty());
}

TEST_CASE("given names may stand in small letters under a family name in capitals") {
    auto lines = letter_to("DOS SANTOS PEREIRA");
    lines[2] = row("Rui Miguel", 900, 130);
    CHECK(addressee(lines) == "DOS SANTOS PEREIRA Rui Miguel");
    lines[2] = row("Les Tilleuls", 900, 130);
    CHECK(addressee(lines) == "DOS SANTOS PEREIRA");
}

TEST_CASE("what a sender stands for is not its name, and a fund is named though it heads cells") {
    const auto letter = letter_to("Mme Samira BENALI");
    const std::vector<TextLine> agency{
        row("alternis l'intérim de proximité", 100, 40),
        row("ALTERNIS TRAVAIL TEMPORAIRE", 100, 70),
        row("41 rue des Ormeaux", 100, 100),
        row("37100 TOURS", 100, 130)};
    CHECK(part(with(letter, agency), &Postal::sender) == "ALTERNIS TRAVAIL TEMPORAIRE");
    const std::vector<TextLine> fund{
        row("L'ASSURANCE MALADIE", 100, 40),
        row("Caisse primaire de la Haute-Garonne", 100, 70),
        row("31093 TOULOUSE CEDEX 9", 100, 100)};
    CHECK(part(with(letter, fund), &Postal::sender) == "Caisse primaire de la Haute-Garonne");
}

TEST_CASE("a sender may be named at the foot only, before a dash and its address") {
    auto letter = letter_to("Mme Samira BENALI");
    letter.insert(letter.begin(), row("Affaire suivie par", 100, 20));
    letter.push_back(row("COLLÈGE JEANNE-D'ALBRET – 3 boulevard des Gentianes", 100, 2900));
    CHECK(part(letter, &Postal::sender) == "COLLÈGE JEANNE-D'ALBRET");
}

TEST_CASE("a company is named by the line with its legal form, which no name ends with") {
    const auto letter = letter_to("Mme Samira BENALI");
    const std::vector<TextLine> joiner{
        row("Menuiserie Castagné", 100, 40),
        row("EURL Castagné Bernard", 100, 70),
        row("47300 PUJOLS", 100, 100)};
    CHECK(part(with(letter, joiner), &Postal::company) == "EURL Castagné Bernard");
    CHECK(part(with(letter, joiner), &Postal::sender) == "Menuiserie Castagné");
    CHECK(part(with(letter, town_hall), &Postal::company) == "MAIRIE DE SAINT-AMANS");
    const std::vector<TextLine> agency{
        row("VOTRE AGENCE", 100, 40),
        row("Place du Marché", 100, 70),
        row("37100 TOURS", 100, 100)};
    CHECK(part(with(letter, agency), &Postal::company).empty());
    const std::vector<TextLine> bailiffs{
        row("SELARL", 100, 20),
        row("VASSEUR –", 100, 45),
        row("OUEDRAOGO &", 100, 70),
        row("ASSOCIÉS", 100, 95)};
    CHECK(part(with(letter, bailiffs), &Postal::sender) == "SELARL VASSEUR – OUEDRAOGO & ASSOCIÉS");
}
