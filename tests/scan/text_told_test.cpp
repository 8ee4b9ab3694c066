// SPDX-License-Identifier: GPL-3.0-or-later
#include "one_field.hpp"
#include "page_words.hpp"
#include "scan/text/find/told.hpp"
#include "scan/text/format/format.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

std::string first_told(std::vector<TextLine> lines, const Told& told, const char* format) {
    const PageText page(std::move(lines));
    for (const auto& words : told_on(page, told, told_at(page, told), format))
        if (const auto value = extract(format, words))
            return value->value;
    return "";
}

const Told certified{.after = {"certifie que", "attestons que"}, .until = {"demeurant", "né", ","}};

} // namespace

TEST_CASE("a name is told in a sentence, up to the words that end it") {
    CHECK(
        first_told(
            {row("Je certifie que Mme Anne DURAND demeurant à Lyon", 100, 100)}, certified, "name"
        ) == "Anne DURAND"
    );
    CHECK(
        first_told(
            {row("Nous attestons que M. DURAND, né le 3 mai", 100, 100)}, certified, "name"
        ) == "DURAND"
    );
    CHECK(first_told({row("Mme Anne DURAND demeurant", 100, 100)}, certified, "name").empty());
}

TEST_CASE("it goes on over the end of a line, and behind a colon below") {
    CHECK(
        first_told(
            {row("Je certifie que Mme Anne", 100, 100), row("DURAND demeurant à Lyon", 100, 130)},
            certified,
            "name"
        ) == "Anne DURAND"
    );
    CHECK(
        first_told(
            {row("La caisse certifie que :", 100, 100), row("Mme Anne DURAND", 100, 130)},
            certified,
            "name"
        ) == "Anne DURAND"
    );
}

TEST_CASE("a name before its sex does not begin with the name of a street") {
    const Told sex{.before = {"du sexe féminin"}};
    const auto act =
        row("est née, 6 rue des Lilas-Blancs, Inès, Aya KACI, du sexe féminin", 100, 100);
    CHECK(first_told({act}, sex, "name") == "Inès Aya KACI");
}

TEST_CASE("where a sentence tells of something is found over the end of a line") {
    const Told birth{.sentence = {"est née"}};
    CHECK(told_at(PageText({row("Inès est née à Lyon", 100, 100)}), birth).size() == 1);
    CHECK(
        told_at(PageText({row("vingt minutes est", 100, 100), row("née à Lyon", 100, 130)}), birth)
            .size() == 1
    );
    CHECK(told_at(PageText({row("Inès est ici", 100, 100)}), birth).empty());
}

TEST_CASE("words in brackets behind a label are none of the value") {
    const Told daughter{.after = {"fille de"}, .until = {"née", "né"}};
    CHECK(
        first_told(
            {row("Fille de (père)", 100, 100), row("DURAND Jean, né à Lyon", 500, 100)},
            daughter,
            "name"
        ) == "DURAND Jean"
    );
}

TEST_CASE("a title with a full stop ends no sentence") {
    const Told paid{.after = {"reçu de"}, .until = {"la somme"}};
    CHECK(
        first_told(
            {row("avoir reçu de M. Paul DURAND la somme de 500 euros", 100, 100)}, paid, "name"
        ) == "Paul DURAND"
    );
    CHECK(first_told({row("Nous avons bien reçu de vous. Anne DURAND", 100, 100)}, paid, "name")
              .empty());
}

TEST_CASE("the words before it may begin at the end of one line and go on in the next") {
    const Told mother{.after = {"et de"}, .until = {"née"}};
    CHECK(
        first_told(
            {row("né à Oujda, plaquiste, et", 100, 100),
             row("de Odette CASTAGNÉ, née à Lyon", 100, 130)},
            mother,
            "name"
        ) == "Odette CASTAGNÉ"
    );
}

TEST_CASE("titles to choose from stand before a name written by hand") {
    const Told paid{.after = {"reçu de"}, .until = {"la somme"}};
    CHECK(
        first_told(
            {row("déclare avoir reçu de M., Mme", 100, 100), row("Moussa TRAORÉ", 550, 100)},
            paid,
            "name"
        ) == "Moussa TRAORÉ"
    );
}

TEST_CASE("a name is told before words too, back to what is none") {
    const Told child{.after = {}, .until = {}, .before = {"sexe féminin"}};
    CHECK(
        first_told(
            {row("est née à Lyon, 3 rue du Calvaire : Solène Marie Anne, du", 100, 100),
             row("sexe féminin, de Yves CORBEL", 100, 130)},
            child,
            "name"
        ) == "Solène Marie Anne"
    );
    CHECK(first_told({row("une personne de sexe féminin", 100, 100)}, child, "name").empty());
}

TEST_CASE("short words before a value are found only letter by letter") {
    const Told father{.after = {"fille de"}, .until = {"née"}};
    CHECK(first_told({row("VILLE DE ROCHEBRUNE", 100, 100)}, father, "name").empty());
}

TEST_CASE("a sentence that is there tells it alone, behind its own words") {
    const Told born{
        .after = {"né à"}, .until = {",", "le", "rue"}, .sentence = {"est né"}, .from = {"à"}};
    const auto father = row("de Paul DURAND, né à Braga (Portugal) le trois mai", 100, 160);
    CHECK(
        first_told(
            {row("est né, 5 rue de la Paix, à Talence (Gironde) :", 100, 100), father},
            born,
            "place"
        ) == "Talence (Gironde)"
    );
    CHECK(
        first_told({row("est né à Pontivy rue Haute : Noé", 100, 100), father}, born, "place") ==
        "Pontivy"
    );
    CHECK(first_told({row("est né, 5 rue Haute, Noé", 100, 100), father}, born, "place").empty());
    CHECK(first_told({father}, born, "place") == "Braga (Portugal)");
}

TEST_CASE("a date may be told at the beginning of its sentence, however a parent's stands behind") {
    CHECK(
        read_one(
            {row("Le sept octobre mil neuf cent quatre-vingt-seize à seize heures", 100, 100),
             row("est née à KERLOUAN, 2 rue de la Maternité", 100, 130),
             row("Fille de : QUEMENEUR Hervé, né le 3 mars 1966 à Plouescat", 100, 300)},
            {.name = "naissance",
             .label = {},
             .near = {"né le"},
             .format = "date",
             .told = {.before = {"est née"}}}
        ) == "1996-10-07"
    );
}

TEST_CASE("what is told behind another birth is told of a parent") {
    const Told told{.until = {",", "le"}, .sentence = {"est née"}, .from = {"à"}};
    const auto own = row("est née à GUINGAMP-LE-VIEUX, rue Neuve", 100, 100);
    CHECK(first_told({own}, told, "place") == "GUINGAMP-LE-VIEUX");
    const auto parent = row("est née, Anne, de Rachid DURAND, né à Lyon", 100, 100);
    CHECK(first_told({parent}, told, "place").empty());
}

TEST_CASE("a comma apart from the name before it is none of it") {
    CHECK(
        first_told(
            {row("commune, Inès Aurore , du sexe féminin", 100, 100)},
            {.before = {"du sexe"}},
            "name"
        ) == "Inès Aurore"
    );
}

TEST_CASE("an amount is told right before what it is for") {
    const Told charges{.before = {"de provision pour charges"}};
    const auto sum = row("465,00 € au titre du loyer hors charges et 62,50 €", 100, 100);
    const auto rest = row("de provision pour charges", 100, 130);
    CHECK(first_told({sum, rest}, charges, "money") == "62,50");
    const Told rent{.before = {"au titre du loyer"}};
    CHECK(first_told({sum, rest}, rent, "money") == "465");
    CHECK(first_told({row("la somme due au titre du loyer", 100, 100)}, rent, "money").empty());
}
