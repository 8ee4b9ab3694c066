// SPDX-License-Identifier: GPL-3.0-or-later
#include "one_field.hpp"
#include "page_words.hpp"
#include "scan/text/find/fields.hpp"
#include "scan/text/find/recognise.hpp"

#include <algorithm>
#include <utility>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

Field field(const char* name, std::vector<std::string> near, const char* format) {
    return {.name = name, .label = {}, .near = std::move(near), .format = format};
}

Kind paper(std::vector<Field> fields) {
    Kind kind;
    kind.id = "papier";
    kind.fields = std::move(fields);
    return kind;
}

/// "nom=BENALI total=12,50" in the order of the kind; "!" before what is not sure.
std::string told(const PageText& page, const Kind& kind, Known known = {}) {
    std::string all;
    for (const auto& proposal : read_fields(page, kind, known)) {
        const bool sure =
            proposal.proven || (proposal.doubtful.empty() && proposal.confidence >= 0.8);
        all += (all.empty() ? "" : " ") + std::string(sure ? "" : "!") +
               proposal.field.substr(proposal.field.find('.') + 1) + "=" + proposal.value;
    }
    return all;
}

} // namespace

TEST_CASE("a value is found right of its words or below them, never beyond other words") {
    const PageText page({
        row("Numéro fiscal : 3023217600053", 100, 100),
        row("Nom", 100, 200),
        row("Prénom", 400, 200),
        row("BENALI", 100, 230),
        row("SAMIRA", 400, 230),
        row("Sexe :", 100, 300),
        row("Date : 14/03/2026", 300, 300),
    });
    const auto kind = paper(
        {field("numero", {"numéro fiscal"}, "tax-number"),
         field("nom", {"nom"}, "name"),
         field("prenom", {"prénom"}, "name"),
         field("sexe", {"sexe"}, "sex"),
         field("date", {"date"}, "date")}
    );
    CHECK(told(page, kind) == "numero=3023217600053 !nom=BENALI !prenom=SAMIRA date=2026-03-14");
}

TEST_CASE("words without a rule are never sure, a number beside its words is") {
    const PageText page({row("Nom : BENALI", 100, 100), row("Total : 12,50 €", 100, 200)});
    const auto kind = paper({field("nom", {"nom"}, "name"), field("total", {"total"}, "money")});
    CHECK(told(page, kind) == "!nom=BENALI total=12,50");
}

TEST_CASE("a number in running text is not that of the words before or above it") {
    const auto kind = paper({field("quotient", {"quotient familial"}, "money")});
    CHECK(
        told(PageText({row("Quotient familial d'avril 2025 : 563 €", 100, 100)}), kind) ==
        "quotient=563"
    );
    CHECK(
        told(
            PageText({row(
                "Quotient familial calculé selon vos ressources annuelles déclarées 45,00", 100, 100
            )}),
            kind
        )
            .empty()
    );
    CHECK(told(
              PageText(
                  {row("Quotient familial", 100, 100),
                   row("Taux applicable au foyer dès septembre 45,00", 100, 130)}
              ),
              kind
    )
              .empty());
}

TEST_CASE("a number on the line of its words goes before one below them") {
    const auto kind = paper({field("total", {"total"}, "money")});
    const PageText page({row("Total", 100, 100), row("87,92 €", 700, 100), row("13,06 €", 100, 130)}
    );
    CHECK(told(page, kind) == "!total=87,92");
}

TEST_CASE("a label in the middle of words names nobody") {
    const auto kind = paper({field("employeur", {"employeur"}, "words")});
    const std::vector<TextLine> named{row("Employeur ATELIERS", 100, 100)};
    const std::vector<TextLine> polite{row("Votre employeur : ATELIERS", 100, 100)};
    const std::vector<TextLine> said{row("Part employeur ATELIERS", 100, 100)};
    CHECK(told(PageText(named), kind) == "!employeur=ATELIERS");
    CHECK(told(PageText(polite), kind) == "!employeur=ATELIERS");
    CHECK(told(PageText(said), kind).empty());
}

TEST_CASE("one figure is never sure, however clear") {
    const auto kind = paper({field("categorie", {"catégorie"}, "digits:1")});
    CHECK(told(PageText({row("Catégorie : 4", 100, 100)}), kind) == "!categorie=4");
}

TEST_CASE("the number of a person away from its words may be another person's") {
    auto nir = field("nir", {"sécurité sociale"}, "nir");
    nir.anywhere = true;
    const auto number = row("2 69 05 49 588 157 80", 600, 300);
    CHECK(told(PageText({number}), paper({nir})) == "nir=269054958815780");
    CHECK(
        told(PageText({row("Sécurité sociale", 100, 100), number}), paper({nir})) ==
        "!nir=269054958815780"
    );
}

TEST_CASE("two places with two values make neither sure") {
    const PageText page({row("Total : 12,50 €", 100, 100), row("Total : 80,00 €", 100, 200)});
    CHECK(told(page, paper({field("total", {"total"}, "money")})) == "!total=12,50");
    auto last = field("total", {"total"}, "money");
    last.take = Take::Last;
    CHECK(told(page, paper({last})) == "total=80");
}

TEST_CASE("amounts that do not add up are not sure") {
    auto kind = paper(
        {field("net", {"net"}, "money"),
         field("taxe", {"taxe"}, "money"),
         field("total", {"total"}, "money")}
    );
    kind.sums = {{.total = "total", .of = {"net", "taxe"}}};
    const auto page = [](const char* total) {
        return PageText(
            {row("Net : 10,00", 100, 100), row("Taxe : 2,00", 100, 200), row(total, 100, 300)}
        );
    };
    CHECK(told(page("Total : 12,00"), kind) == "net=10 taxe=2 total=12");
    CHECK(told(page("Total : 72,00"), kind) == "!net=10 !taxe=2 !total=72");
}

TEST_CASE("amounts stacked beside two labels on one row are told apart by their sum") {
    auto kind = paper(
        {field("net", {"montant hors tva"}, "money"),
         field("taxe", {"montant tva"}, "money"),
         field("total", {"facture ttc"}, "money")}
    );
    kind.sums = {{.total = "total", .of = {"net", "taxe"}}};
    const PageText page({
        row("Montant Hors TVA Montant TVA", 100, 100),
        row("1 241,03 €", 700, 101),
        row("238,82 €", 700, 124),
        row("Facture TTC", 100, 200),
        row("1 479,85 €", 700, 200),
    });
    CHECK(told(page, kind) == "!net=1241,03 !taxe=238,82 !total=1479,85");
}

TEST_CASE("an amount without its words is taken where the sum says what it is") {
    auto kind = paper(
        {field("net", {"total hors taxes"}, "money"),
         field("taxe", {"montant tva"}, "money"),
         field("total", {"total ttc"}, "money")}
    );
    kind.sums = {{.total = "total", .of = {"net", "taxe"}}};
    const auto page = [](const char* printed) {
        return PageText(
            {row("Total hors taxes : 10,00", 100, 100),
             row(printed, 100, 200),
             row("Total TTC : 12,00", 100, 300)}
        );
    };
    CHECK(told(page("T.V.A. 20 % 2,00"), kind) == "net=10 !taxe=2 total=12");
    CHECK(told(page("T.V.A. 20 % 2,50"), kind) == "net=10 total=12");
}

TEST_CASE("one amount in two places makes no two ways to add up") {
    auto kind = paper(
        {field("avant", {"net avant impôt"}, "money"),
         field("impot", {"impôt prélevé"}, "money"),
         field("total", {"net payé"}, "money")}
    );
    kind.fields[1].take = Take::Last;
    kind.sums = {{.total = "total", .of = {"avant", "-impot"}}};
    auto tax = row("Impôt prélevé 19,93", 100, 240);
    for (const auto* more : {"19,93", "1700,68"})
        for (auto& word : row(more, more == std::string("19,93") ? 500 : 800, 240).words)
            tax.words.push_back(word);
    CHECK(
        told(
            PageText({row("Net avant impôt 1720,61", 100, 200), tax, row("Net payé", 800, 210)}),
            kind
        ) == "!avant=1720,61 !impot=19,93 !total=1700,68"
    );
}

TEST_CASE("what is kept of an amount is not that amount, and a debt that nothing tells is not sure"
) {
    const auto kind = paper({field("prime", {"prime d'activité"}, "money")});
    CHECK(told(PageText({row("Retenue sur prime d'activité -35,00", 100, 100)}), kind).empty());
    CHECK(told(PageText({row("Prime d'activité : -35,00", 100, 100)}), kind) == "!prime=-35");
    CHECK(told(PageText({row("Prime d'activité : 35,00", 100, 100)}), kind) == "prime=35");
}

TEST_CASE("a value whose words were not read stands under the one before it") {
    auto place = field("lieu", {"à"}, "place");
    place.where = Where::Right;
    place.beside = "date";
    const auto kind = paper({field("date", {"né le"}, "date"), place});
    const PageText page({
        row("Sexe : M", 100, 100),
        row("Né le : 24.04.1994", 300, 100),
        row("5- LYON AE ARRONDISSEMENT", 100, 130),
    });
    CHECK(told(page, kind) == "date=1994-04-24 !lieu=LYON 4E ARRONDISSEMENT");
}

TEST_CASE("a date whose words were not read is known by what the zone says it is") {
    auto place = field("lieu", {"à"}, "place");
    place.beside = "date";
    const auto kind = paper({field("date", {"né le"}, "date"), place});
    const PageText page({
        row("Sexe : M Nékile: 24.04.1994 03.04.2015", 100, 100),
        row("42, LYON", 100, 130),
    });
    const auto zone = [](const char* value, procedure::ReadBy reader) {
        procedure::Proposal proposal;
        proposal.field = "papier.date";
        proposal.value = value;
        proposal.reader = reader;
        return std::vector<procedure::Proposal>{proposal};
    };
    CHECK(told(page, kind).empty());
    CHECK(
        told(page, kind, zone("1994-04-24", procedure::ReadBy::Mrz)) == "date=1994-04-24 !lieu=LYON"
    );
    CHECK(
        told(page, kind, zone("2015-04-03", procedure::ReadBy::Mrz)) == "date=2015-04-03 !lieu=LYON"
    );
    CHECK(told(page, kind, zone("1994-04-25", procedure::ReadBy::Mrz)).empty());
    CHECK(told(page, kind, zone("1994-04-24", procedure::ReadBy::Text)).empty()
    ); // print proves no print
}

TEST_CASE(
    "a value stands up to four heights below the one before, eight where labels stand in a column"
) {
    auto place = field("lieu", {"à"}, "place");
    place.beside = "date";
    const auto kind = paper({field("date", {"né le"}, "date"), place});
    const auto page = [](int y, const char* under) {
        return PageText({row("Né le : 24.04.1994", 100, 100), row(under, 100, y)});
    };
    CHECK(told(page(175, "à : LYON"), kind) == "date=1994-04-24 !lieu=LYON");
    CHECK(told(page(175, "LYON"), kind) == "date=1994-04-24 !lieu=LYON");
    CHECK(told(page(190, "à : LYON"), kind) == "date=1994-04-24 !lieu=LYON");
    CHECK(told(page(280, "à : LYON"), kind) == "date=1994-04-24");
    const PageText aside({row("Né le : 24.04.1994", 100, 100), row("à : LYON", 130, 190)});
    CHECK(told(aside, kind) == "date=1994-04-24");
    CHECK(told(page(190, "LYON"), kind) == "date=1994-04-24");
}

TEST_CASE("the beginning of a sentence above a value is no name") {
    auto name = field("nom", {}, "name");
    name.where = Where::Above;
    name.row = 1;
    name.beside = "date";
    const auto kind = paper({field("date", {"né le"}, "date"), name});
    const auto page = [](const char* above) {
        return PageText({row(above, 180, 100), row("Né le : 24.04.1994", 100, 130)});
    };
    CHECK(told(page("MARTIN"), kind) == "date=1994-04-24 !nom=MARTIN");
    CHECK(told(page("Il est écrit sur votre carte"), kind) == "date=1994-04-24");
}

TEST_CASE("signs in boxes go on past where a column would end, not into the next one") {
    TextLine boxes{.words = {}, .box = {}};
    for (int i = 0; i < 11; ++i)
        boxes.words.push_back(row(std::string(1, "CEPAFRPP333"[i]), 100 + 55 * i, 130).words[0]);
    const auto kind = paper({field("bic", {"bic"}, "bic"), field("agence", {"agence"}, "name")});
    CHECK(told(PageText({row("BIC", 100, 100), boxes}), kind) == "!bic=CEPAFRPP333");
    const PageText two_columns({row("BIC", 100, 100), row("Agence", 580, 100), boxes});
    CHECK(told(two_columns, kind) == "!bic=CEPAFRPP");
    CHECK(read_fields(two_columns, kind)[0].confidence < 0.5);
}

TEST_CASE("an address begins after a number that stands between it and its words") {
    const auto kind = paper(
        {field("numero", {"référence"}, "digits:14"),
         field("lieu", {"lieu de consommation"}, "address")}
    );
    const PageText page({
        row("Lieu de consommation", 100, 100),
        row("Référence : 98765432109876", 100, 124),
        row("12 AVENUE DES RÊVES", 100, 148),
        row("75000 PARIS", 100, 172),
    });
    CHECK(told(page, kind) == "numero=98765432109876 !lieu=12 AVENUE DES RÊVES 75000 PARIS");
}

TEST_CASE("the boxes of a RIB are held against its IBAN") {
    auto bank = field("banque", {"code banque"}, "digits:5");
    bank.piece = Piece{.of = "iban", .from = 4, .length = 5};
    auto iban = field("iban", {}, "iban");
    iban.anywhere = true;
    const auto kind = paper({iban, bank});
    const auto page = [](const char* printed) {
        return PageText({row(printed, 100, 100), row("FR76 1333 5000 4008 9328 9136 106", 100, 300)}
        );
    };
    const auto same = read_fields(page("Code banque : 13335"), kind);
    REQUIRE(same.size() == 2);
    CHECK(same[1].proven);
    CHECK(same[1].differs.empty());
    const auto other = read_fields(page("Code banque : 20041"), kind);
    CHECK(other[1].value == "13335");
    CHECK(other[1].differs == "20041");
}

TEST_CASE("what a letter asks is quoted whole, over its rows") {
    const PageText page({
        row("Bonjour.", 100, 100),
        row("Votre dossier est arrivé. Vous devez envoyer deux", 100, 130),
        row("papiers avant le 30/11/2026. Merci.", 100, 160),
    });
    auto asks = field("demande", {"vous devez", "avant le"}, "");
    asks.where = Where::Sentence;
    asks.take = Take::All;
    const auto found = read_fields(page, paper({asks}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].value == "Vous devez envoyer deux papiers avant le 30/11/2026.");
}

TEST_CASE("a kind needs enough of its words and none it never has") {
    Kind notice;
    notice.id = "avis-imposition";
    notice.words = {"avis d'impôt", "revenu fiscal de référence"};
    notice.unless = {"bulletin de paie"};
    const auto kinds = std::vector<Kind>{notice};
    const auto page = [](std::vector<std::string> texts) {
        std::vector<TextLine> lines;
        for (std::size_t i = 0; i < texts.size(); ++i)
            lines.push_back(row(texts[i], 0, static_cast<int>(i) * 40));
        return PageText(std::move(lines));
    };
    CHECK(recognise_kind(page({"Avis d’impôt 2025"}), kinds) == nullptr);
    CHECK(recognise_kind(page({"Avis d’impôt 2025"}), kinds, "avis-imposition") == &kinds.front());
    CHECK(
        recognise_kind(page({"Avis d’impôt", "Revenu fiscal de reference"}), kinds) ==
        &kinds.front()
    );
    CHECK(
        recognise_kind(
            page({"Avis d’impôt", "Revenu fiscal de reference", "Bulletin de paie"}), kinds
        ) == nullptr
    );
}

TEST_CASE("a title told of in running text is no title") {
    Kind kind;
    kind.id = "rib";
    kind.titles = {"relevé d'identité bancaire"};
    CHECK(points_of(PageText({row("Relevé d'identité bancaire", 100, 100)}), kind) == title_points);
    CHECK(points_of(PageText({row("RELEVÉ D'IDENTITÉ BANCAIRE", 100, 100)}), kind) == title_points);
    CHECK(points_of(PageText({row("joindre un relevé d'identité bancaire", 100, 100)}), kind) == 1);
    const PageText listed({row("né le 02/05/2023, relevé d'identité bancaire ;", 100, 100)});
    CHECK(points_of(listed, kind) == 1);
}

TEST_CASE("a letter about a rent, or that asks for a RIB, is a letter") {
    Kind receipt;
    receipt.id = "quittance-loyer";
    receipt.titles = {"quittance de loyer"};
    receipt.words = {"loyer", "bailleur"};
    Kind letter;
    letter.id = "courrier";
    letter.fallback = true;
    letter.enough = 1;
    letter.titles = {"prie d'agréer"};
    const std::vector<Kind> kinds{letter, receipt};
    const auto of = [&](const char* first, const char* last) {
        return recognise_kind(
                   PageText(
                       {row(first, 100, 100),
                        row("Votre bailleur attend le loyer", 100, 200),
                        row(last, 100, 300)}
                   ),
                   kinds
        )
            ->id;
    };
    CHECK(of("Dernier avis", "Je vous prie d'agréer, Madame") == "courrier");
    CHECK(of("Quittance de loyer", "Je vous prie d'agréer, Madame") == "quittance-loyer");
    CHECK(of("Dernier avis", "Merci") == "quittance-loyer");
}

TEST_CASE("of a letter nothing is sure: nothing tells which date is meant") {
    auto kind = paper({field("echeance", {"avant le"}, "date")});
    const PageText page({row("soit avant le 03/09/2026", 100, 100)});
    CHECK(told(page, kind) == "echeance=2026-09-03");
    kind.fallback = true;
    CHECK(told(page, kind) == "!echeance=2026-09-03");
}

TEST_CASE("a period printed without words is the field's, and tells the month it lies in") {
    auto begin = field("debut", {"relevé du"}, "date");
    begin.otherwise = Otherwise::Begin;
    auto end = field("fin", {"arrêté au"}, "date");
    end.otherwise = Otherwise::End;
    auto month = field("mois", {"mois d'"}, "month");
    month.otherwise = Otherwise::Month;
    const auto kind = paper({begin, end, month});
    CHECK(
        told(PageText({row("01/03/2026 – 31/03/2026", 100, 100)}), kind) ==
        "!debut=2026-03-01 !fin=2026-03-31 !mois=2026-03"
    );
    CHECK(
        told(PageText({row("01/03/2026 – 30/04/2026", 100, 100)}), kind) ==
        "!debut=2026-03-01 !fin=2026-04-30"
    );
}

TEST_CASE("a piece of a proven number is the field's where it is printed apart too") {
    auto account = field("compte", {"compte n°"}, "reference");
    account.piece = Piece{.of = "iban", .from = 14, .length = 11, .apart = true};
    auto iban = field("iban", {"iban"}, "iban");
    const auto kind = paper({iban, account});
    const auto number = row("IBAN FR76 1335 8041 1900 0201 6408 717", 100, 100);
    CHECK(told(PageText({number}), kind) == "iban=FR7613358041190002016408717");
    CHECK(
        told(PageText({number, row("NO 000 2016 4087", 100, 200)}), kind) ==
        "iban=FR7613358041190002016408717 compte=00020164087"
    );
}

TEST_CASE("the number of a register is not that of the act") {
    const auto kind = paper({field("numero", {"n°"}, "act-number")});
    CHECK(
        told(PageText({row("Registre n° 1", 500, 100), row("N° 412", 100, 200)}), kind) ==
        "!numero=412"
    );
    CHECK(told(PageText({row("(Décret n° 2017-890 du 6 mai 2017)", 100, 100)}), kind).empty());
}

TEST_CASE("what is a number where words are looked for names nobody") {
    auto office = field("organisme", {"organisme de rattachement"}, "words");
    const PageText page(
        {row("Organisme de rattachement", 100, 100),
         row("01 951 0423", 380, 100),
         row("Médecin traitant", 100, 130)}
    );
    CHECK(told(page, paper({office})).empty());
}

TEST_CASE("only the very words of another kind rule a kind out") {
    Kind kind;
    kind.id = "avis";
    kind.words = {"impôt"};
    kind.unless = {"échéancier"};
    CHECK(points_of(PageText({row("Impôt payé à l'échéance", 100, 100)}), kind) == 1);
    CHECK(points_of(PageText({row("Impôt échéancier", 100, 100)}), kind) == 0);
}

TEST_CASE("the end of a period is the day right behind its beginning, over the end of a line too") {
    const auto kind =
        paper({field("debut", {"droits du"}, "date"), field("fin", {"jusqu'au", "au"}, "date")});
    CHECK(
        told(
            PageText(
                {row("Droits du 01/01/2026 au 31/12/2026", 100, 100),
                 row("soins pris en charge jusqu'au 17/06/2028", 100, 200)}
            ),
            kind
        ) == "debut=2026-01-01 fin=2026-12-31"
    );
    CHECK(
        told(
            PageText(
                {row("Vos droits du 01/01/2026 au", 100, 100),
                 row("31/12/2026 sont ouverts", 100, 130)}
            ),
            kind
        ) == "debut=2026-01-01 fin=2026-12-31"
    );
}

TEST_CASE("amounts of the year are none of the month: in the row, or under the head, of a cumul") {
    const auto kind = paper({field("net", {"net imposable"}, "money")});
    CHECK(told(PageText({row("Cumuls 2025 Net imposable 15 250,08", 100, 100)}), kind).empty());
    auto tax = field("impot", {"impôt prélevé"}, "money");
    tax.take = Take::Last;
    CHECK(
        told(
            PageText(
                {row("Montant", 600, 70),
                 row("Cumul annuel", 800, 70),
                 row("Impôt prélevé", 450, 100),
                 row("205,18", 600, 100),
                 row("2 354,14", 820, 100)}
            ),
            paper({tax})
        ) == "impot=205,18"
    );
}

TEST_CASE("hours under their head are no amount where one follows in their row") {
    const auto gross = paper({field("brut", {"total brut"}, "money")});
    CHECK(
        told(
            PageText(
                {row("Nature", 100, 70),
                 row("Nombre", 400, 70),
                 row("Montant", 700, 70),
                 row("TOTAL BRUT", 100, 100),
                 row("156,00", 400, 100),
                 row("2 112,04", 700, 100)}
            ),
            gross
        ) == "brut=2112,04"
    );
}

TEST_CASE("the hours of a month of full time are no amount where one follows in their row") {
    const auto basic = paper({field("base", {"salaire de base"}, "money")});
    const auto read = [&](const char* second) {
        return told(
            PageText(
                {row("Salaire de base", 100, 100), row("151,67", 400, 100), row(second, 700, 100)}
            ),
            basic
        );
    };
    CHECK(read("1 985,00") == "base=1985");
    CHECK(read("par mois") == "base=151,67");
}

TEST_CASE("an amount of the employer's, and so many of something, name nobody") {
    const auto kind =
        paper({field("employeur", {"employeur"}, "words"), field("nom", {"salarié"}, "name")});
    CHECK(told(
              PageText(
                  {row("TOTAL VERSÉ EMPLOYEUR : 2219,48", 100, 100),
                   row("Bâtiment (10 salariés) IDCC", 100, 200),
                   row("DUES PAR", 100, 300),
                   row("L'EMPLOYEUR 103,82", 100, 325)}
              ),
              kind
    )
              .empty());
}

TEST_CASE("a number under its label goes before one in the next column") {
    const auto kind = paper({field("pdl", {"point de livraison"}, "digits:14")});
    CHECK(
        told(
            PageText(
                {row("Point de livraison (PRM) :", 100, 100),
                 row("n° 26010047731805", 700, 100),
                 row("21458790321176", 100, 130)}
            ),
            kind
        ) == "pdl=21458790321176"
    );
}

TEST_CASE("the second line of a name is part of it: another person, a birth name, given names") {
    const auto kind = paper({field("titulaire", {"titulaire du compte"}, "names")});
    const auto holder = [&](const char* first, const char* second) {
        return told(
            PageText(
                {row("Titulaire du compte", 100, 100),
                 row(first, 100, 130),
                 row(second, 100, 160),
                 row("12 rue des Lilas", 100, 190)}
            ),
            kind
        );
    };
    CHECK(
        holder("M LE GALL YANN", "OU MME LE GALL SOIZIC") ==
        "!titulaire=M LE GALL YANN OU MME LE GALL SOIZIC"
    );
    CHECK(holder("MME HOARAU JOSIANE", "NEE PAYET") == "!titulaire=MME HOARAU JOSIANE NEE PAYET");
    CHECK(
        holder("MME DOS SANTOS", "MARIA DE FATIMA") == "!titulaire=MME DOS SANTOS MARIA DE FATIMA"
    );
    CHECK(holder("MME DOS SANTOS", "LES GLYCINES") == "!titulaire=MME DOS SANTOS");
}

TEST_CASE("words that cannot end a value are followed by the next line") {
    const auto kind = paper({field("convention", {"convention collective"}, "words")});
    CHECK(
        told(
            PageText(
                {row("Convention collective", 100, 100),
                 row("Bureaux d'études – IDCC", 400, 100),
                 row("1486", 400, 125)}
            ),
            kind
        ) == "!convention=Bureaux d'études – IDCC 1486"
    );
}

TEST_CASE("a label printed once more in English is no value") {
    const auto kind = paper({field("nom", {"nom"}, "name"), field("sexe", {"sexe"}, "sex")});
    CHECK(
        told(
            PageText(
                {row("4. Nom", 100, 100),
                 row("BENMOUSSA", 900, 103),
                 row("Surname", 100, 130),
                 row("5. Sexe", 100, 230)}
            ),
            kind
        ) == "!nom=BENMOUSSA"
    );
}

TEST_CASE("words that were read as one, or with blanks elsewhere, are found") {
    const PageText page({row("TOTALTTC 577,17", 100, 100), row("NETA PAYER 50,00", 100, 200)});
    CHECK(page.find("total ttc").size() == 1);
    CHECK(page.find("net à payer").size() == 1);
    CHECK(page.find("total ht").empty());
    CHECK(PageText({row("MÈR E", 100, 100)}).find("mère").size() == 1); // letters printed apart
    CHECK(PageText({row("la mèr e", 100, 100)}).find("mère").empty());
}

TEST_CASE("a number whose key is wrong never goes before one whose key is right") {
    auto number = field("nir", {"n° ss"}, "nir");
    number.anywhere = true;
    CHECK(
        told(
            PageText(
                {row("N° SS : 000000520871006", 100, 100),
                 row("Assurée 2 93 07 75 114 322 67", 100, 300)}
            ),
            paper({number})
        ) == "!nir=293077511432267"
    );
}

TEST_CASE("a bill for water is one before it is any bill") {
    Kind bill;
    bill.id = "facture";
    bill.words = {"total", "tva", "client"};
    Kind water;
    water.id = "facture-eau";
    water.answers = "facture";
    water.words = {"eau", "compteur"};
    const PageText page({row("eau compteur total tva client", 100, 100)});
    for (const auto& kinds : {std::vector{bill, water}, std::vector{water, bill}}) {
        const auto* kind = recognise_kind(page, kinds, "");
        REQUIRE(kind != nullptr);
        CHECK(kind->id == "facture-eau");
    }
}

TEST_CASE("an IBAN may go on in the next line") {
    const auto kind = paper({field("iban", {"iban"}, "iban")});
    CHECK(
        told(
            PageText(
                {row("IBAN", 100, 100),
                 row("FR76 1921 3008", 100, 130),
                 row("5021 9477 0634 164", 100, 160)}
            ),
            kind
        ) == "iban=FR7619213008502194770634164"
    );
}

TEST_CASE("an act of birth told in sentences has its family name in the margin") {
    auto family = field("nom", {"nom"}, "name");
    family.told.before = {"sexe féminin"};
    auto given = field("prenoms", {"prénoms"}, "name");
    given.given_of = "nom";
    CHECK(
        told(
            PageText(
                {row("CORBEL", 100, 100),
                 row("Solène Marie", 100, 130),
                 row("est née : Solène Marie, du sexe féminin", 700, 130)}
            ),
            paper({family, given})
        ) == "!nom=CORBEL !prenoms=Solène Marie"
    );
}

TEST_CASE("a balance that is owed has a minus, and each balance its own place") {
    auto debut = field("debut", {"solde créditeur au|solde débiteur au"}, "money");
    auto fin = debut;
    fin.name = "fin";
    fin.take = Take::Last;
    debut.minus = fin.minus = {"débiteur"};
    const PageText page({
        row("SOLDE CRÉDITEUR AU 01/10/2026", 100, 100),
        row("36,05", 900, 100),
        row("SOLDE DÉBITEUR AU 31/10/2026", 100, 400),
        row("151,52", 900, 400),
    });
    CHECK(told(page, paper({debut, fin})) == "!debut=36,05 fin=-151,52");
}

TEST_CASE("a balance in the column of what was spent is owed") {
    auto balance = field("solde", {"solde précédent"}, "money");
    balance.minus = {"débiteur", "débit"};
    const auto read = [&](int x) {
        const PageText page({
            row("Date Opérations", 100, 100),
            row("Débit EUR", 600, 100),
            row("Crédit EUR", 800, 100),
            row("SOLDE PRÉCÉDENT", 100, 130),
            row("84,31", x, 130),
        });
        return told(page, paper({balance}));
    };
    CHECK(read(640) == "!solde=-84,31");
    CHECK(read(850) == "!solde=84,31");
}

TEST_CASE("what is taken away has no minus, however it is printed") {
    auto tax = field("impot", {"impôt prélevé"}, "money");
    tax.plain = true;
    CHECK(told(PageText({row("Impôt prélevé : -45,09", 100, 100)}), paper({tax})) == "impot=45,09");
    CHECK(told(PageText({row("Impôt prélevé : 45,09-", 100, 100)}), paper({tax})) == "impot=45,09");
}

TEST_CASE("a bill that was paid before still has its total") {
    auto kind = paper({field("ttc", {"net à payer", "total ttc"}, "money")});
    const PageText page({row("Total TTC : 1 614,00", 100, 100), row("Net à payer : 0,00", 100, 130)}
    );
    CHECK(told(page, kind) == "!ttc=0");
    kind.sums = {{.total = "ttc", .of = {"ht", "tva"}}};
    CHECK(told(page, kind) == "ttc=1614");
}

TEST_CASE("the day in a remark behind a label is not its own") {
    const auto kind = paper({field("fin", {"fin de droits"}, "date")});
    const auto read = [&](const char* printed) {
        return told(PageText({row(printed, 100, 100)}), kind);
    };
    CHECK(read("Fin de droits (548 jours ouverts au 16/03/2025)").empty());
    CHECK(read("Fin de droits (prévue) 16/03/2025") == "fin=2025-03-16");
}

TEST_CASE(
    "of several people in a table the first is read, with the given names under the family name"
) {
    auto name = field("nom", {"bénéficiaire", "assurée"}, "name");
    auto given = field("prenoms", {"prénoms"}, "name");
    given.given_of = "nom";
    auto end = field("fin", {"jusqu'au", "au"}, "date");
    const PageText page({
        row("Bénéficiaire", 100, 100),
        row("Droits du", 600, 100),
        row("au", 800, 100),
        row("LE GOUALLEC", 100, 140),
        row("01/01/2025", 600, 140),
        row("31/12/2025", 800, 140),
        row("Solenn Marie", 100, 165),
        row("(assurée)", 100, 190),
        row("ABDELKADER LE GOUALLEC", 100, 240),
        row("01/01/2025", 600, 240),
        row("31/12/2025", 800, 240),
        row("ALD jusqu'au 30/09/2026", 1000, 240),
    });
    CHECK(
        told(page, paper({name, given, end})) ==
        "!nom=LE GOUALLEC !prenoms=Solenn Marie !fin=2025-12-31"
    );
}

TEST_CASE("the label in the row under a family name is no given name") {
    const PageText page({
        row("Nom de famille", 100, 100),
        row("Organisme de rattachement", 600, 100),
        row("DURAND LEROY", 100, 125),
        row("CPAM DU RHONE", 600, 125),
        row("Prénoms", 100, 150),
        row("Inès", 100, 175),
    });
    CHECK(told(page, paper({field("nom", {"nom de famille"}, "name")})) == "!nom=DURAND LEROY");
}

TEST_CASE("a whole name may stand in two boxes, of each person under a heading") {
    auto name = field("nom", {"nom"}, "name");
    auto father = field("pere", {"père", "nom"}, "name");
    father.section = {"père"};
    father.given = {"prénom(s)"};
    auto mother = field("mere", {"mère", "nom"}, "name");
    mother.section = {"mère"};
    mother.given = {"prénom(s)"};
    const PageText page({
        row("ENFANT", 100, 100),
        row("Nom", 100, 130),
        row("ROCHE MARTIN", 400, 130),
        row("Prénom(s)", 100, 160),
        row("Malo Jean", 400, 160),
        row("PÈRE", 100, 200),
        row("Nom", 100, 230),
        row("ROCHE", 400, 230),
        row("Prénom(s)", 100, 260),
        row("Bakary", 400, 260),
        row("MÈRE", 100, 300),
        row("Nom", 100, 330),
        row("MARTIN", 400, 330),
        row("Prénom(s)", 100, 360),
        row("Nolwenn Marie", 400, 360),
    });
    CHECK(
        told(page, paper({name, father, mother})) ==
        "!nom=ROCHE MARTIN !pere=ROCHE Bakary !mere=MARTIN Nolwenn Marie"
    );
    const PageText beside({
        row("PÈRE", 100, 200),
        row("MÈRE", 700, 199),
        row("Nom", 100, 230),
        row("ROCHE", 300, 230),
        row("Nom", 700, 230),
        row("MARTIN", 900, 230),
        row("Prénom(s)", 100, 260),
        row("Bakary", 300, 260),
        row("Prénom(s)", 700, 260),
        row("Nolwenn Marie", 900, 260),
    });
    CHECK(told(beside, paper({father, mother})) == "!pere=ROCHE Bakary !mere=MARTIN Nolwenn Marie");
}

TEST_CASE("given names behind the family name in one row are of the same person") {
    auto second = field("declarant_2", {"déclarant 2 nom", "nom"}, "name");
    second.section = {"déclarant 2"};
    second.given = {"prénoms"};
    const auto family = field("nom", {"nom"}, "name");
    const auto given = field("prenoms", {"prénoms"}, "name");
    const PageText page({
        row("Déclarant 1", 100, 100),
        row("Nom : ROCHE", 300, 100),
        row("Prénoms : LOÏC YVES", 600, 100),
        row("Déclarant 2", 100, 130),
        row("Nom : PAVILLON", 300, 130),
        row("Prénoms : VOLA", 600, 130),
    });
    CHECK(
        told(page, paper({family, given, second})) ==
        "!nom=ROCHE !prenoms=LOÏC YVES !declarant_2=PAVILLON VOLA"
    );
}

TEST_CASE("another paper that was issued does not date this one") {
    auto issued = field("date", {"délivré le"}, "date");
    issued.otherwise = Otherwise::Dateline;
    const auto read = [&](const char* printed) {
        return told(PageText({row(printed, 100, 100)}), paper({issued}));
    };
    CHECK(read("Double livret de famille délivré le 8 mars 2024.").empty());
    CHECK(read("Acte délivré le 8 mars 2024.") == "date=2024-03-08");
}

TEST_CASE("a name's label that heads a number or another heading names nobody") {
    const auto client = paper({field("client", {"abonné"}, "names")});
    CHECK(told(PageText({row("Abonné", 100, 100), row("Facture", 400, 100)}), client).empty());
    CHECK(told(
              PageText(
                  {row("Abonné", 100, 100),
                   row("008841-7", 100, 130),
                   row("CENTRE DE PAIEMENT", 100, 160)}
              ),
              client
    )
              .empty());
    CHECK(
        told(PageText({row("Abonné", 100, 100), row("CAMILLE DURAND", 100, 130)}), client) ==
        "!client=CAMILLE DURAND"
    );
}

TEST_CASE("\"votre caisse\" names none, a subject may begin so") {
    auto what = field("valeur", {"organisme", "objet"}, "words");
    const auto read = [&](const char* printed) {
        return told(PageText({row(printed, 100, 100)}), paper({what}));
    };
    CHECK(read("Organisme : votre caisse").empty());
    CHECK(read("Objet : Votre demande de retraite") == "!valeur=Votre demande de retraite");
}

TEST_CASE("a sum in words goes before its figures in brackets") {
    const auto total = paper({field("total", {"somme de"}, "money")});
    CHECK(
        told(
            PageText({row(
                "la somme de cinq cent quatre-vingt-dix-sept euros et cinquante centimes (597,50 "
                "€)",
                100,
                100
            )}),
            total
        ) == "total=597,50"
    );
    CHECK(
        told(PageText({row("la somme de tous les mois de cette année 597,50 €", 100, 100)}), total)
            .empty()
    );
}

TEST_CASE("a day may go on in the next line") {
    auto until = field("echeance", {"avant le"}, "date");
    until.where = Where::Right;
    const PageText page({
        row("Nous vous prions de bien vouloir nous régler cette somme avant le 28", 100, 100),
        row("novembre 2025. Vous pouvez aussi nous écrire pour en savoir plus.", 100, 130),
    });
    CHECK(told(page, paper({until})) == "echeance=2025-11-28");
}

TEST_CASE("what was declared on a day does not date the paper") {
    auto issued = field("date", {"fait le", "faite le"}, "date");
    issued.otherwise = Otherwise::Dateline;
    const auto read = [&](const char* printed) {
        return told(PageText({row(printed, 100, 100)}), paper({issued}));
    };
    CHECK(read("Déclaration conjointe de choix de nom faite le 11 juin 2009").empty());
    CHECK(read("Document à montrer à tout médecin – fait le 11 juin 2009") == "date=2009-06-11");
}

TEST_CASE("two people whose first line ends with the word that joins them") {
    const auto kind = paper({field("titulaire", {"titulaire"}, "names")});
    const PageText page({
        row("Titulaire : M. LE GUELLEC YANN OU", 100, 100),
        row("MME LE GUELLEC SOIZIC", 220, 130),
    });
    CHECK(told(page, kind) == "!titulaire=M. LE GUELLEC YANN OU MME LE GUELLEC SOIZIC");
}

TEST_CASE("what a picture makes of a short word, a nought and capitals is what was printed") {
    const auto of_picture = [](TextLine line) {
        for (auto& word : line.words)
            word.clearness = 0.9F;
        return line;
    };
    const auto kind = paper(
        {field("total", {"total ttc"}, "money"),
         field("numero", {"facture n°"}, "reference"),
         field("client", {"client"}, "names")}
    );
    const std::vector<TextLine> lines{
        row("Total TIC : 526,97", 100, 100),
        row("Facture n° FAO0002417", 100, 200),
        row("Client : M. OÙ MME DURAND", 100, 300)};
    std::vector<TextLine> read;
    std::ranges::transform(lines, std::back_inserter(read), of_picture);
    CHECK(told(PageText(read), kind) == "total=526,97 !numero=FA00002417 !client=M. OU MME DURAND");
    CHECK(
        told(PageText(lines), kind) == "!numero=FAO0002417 !client=M. OU MME DURAND"
    ); // a text layer says what it says
}

TEST_CASE("the code of a fund is no part of its name") {
    const auto kind = paper({field("organisme", {"organisme"}, "words")});
    CHECK(
        told(PageText({row("Organisme 01 441 0000 CPAM DE LOIRE-ATLANTIQUE", 100, 100)}), kind) ==
        "!organisme=CPAM DE LOIRE-ATLANTIQUE"
    );
}

TEST_CASE("what alone stands in the cell below its words is their value, wherever it begins there"
) {
    const auto kind = paper(
        {field("impot", {"impôt prélevé"}, "money"),
         field("net", {"net à payer"}, "money"),
         field("bic", {"bic"}, "bic")}
    );
    const auto boxes = [](const char* below) {
        return PageText({
            row("IMPÔT PRÉLEVÉ", 100, 100),
            row("NET À PAYER", 800, 100),
            row("33,09", 650, 130),
            row(below, 1300, 130),
            row("BIC - IDENTIFIANT DE LA BANQUE", 100, 300),
            row("BDDPFRPPXXX", 800, 330),
        });
    };
    CHECK(told(boxes("1398,04 EUR"), kind) == "!impot=33,09 !net=1398,04 !bic=BDDPFRPPXXX");
    CHECK(told(boxes("avant 1398,04"), kind) == "!impot=33,09 !bic=BDDPFRPPXXX");
}

TEST_CASE("a sum of the year takes nothing from the cells below it") {
    const auto kind =
        paper({field("net", {"montant imposable du mois", "montant imposable"}, "money")});
    CHECK(
        told(
            PageText({
                row("CUMUL IMPÔT ANNUEL", 900, 100),
                row("0,00", 900, 130),
                row("MONTANT IMPOSABLE DE L'ANNÉE", 400, 170),
                row("MONTANT IMPOSABLE DU MOIS", 900, 170),
                row("2826,96", 400, 200),
                row("942,32", 900, 200),
            }),
            kind
        ) == "net=942,32"
    );
    CHECK(told(
              PageText({row("MONTANT IMPOSABLE DE L'ANNÉE", 400, 170), row("2826,96", 400, 200)}),
              kind
    )
              .empty());
}

TEST_CASE("a row of cells that begins with the sum of the year is not all of the year") {
    const auto kind = paper({field("net", {"net à payer"}, "money")});
    const auto table = [](const char* under) {
        return PageText({
            row("CUMUL BRUT", 100, 100),
            row("NET À PAYER", 600, 100),
            row(under, 100, 130),
            row("1135,84", 600, 130),
        });
    };
    CHECK(told(table("9614,05"), kind) == "net=1135,84");
    CHECK(told(table("au 31 janvier"), kind).empty());
}

TEST_CASE("what a sentence says, or goes on from a longer label, is announced by nothing") {
    const auto kind = paper(
        {field("employeur", {"employeur", "établissement"}, "words"),
         field("emploi", {"emploi"}, "words")}
    );
    const PageText page({
        row("EMPLOYEUR", 100, 100),
        row("DE KERSAUSON Anne-Marie", 100, 130),
        row("PÉRIODE D'EMPLOI", 900, 100),
        row("avril 2026", 900, 130),
        row("transmis par votre employeur. Pour toute information", 100, 900),
    });
    CHECK(told(page, kind) == "!employeur=DE KERSAUSON Anne-Marie");
    CHECK(told(PageText({row("ETABLISSEMENT DE VENISSIEUX", 100, 100)}), kind).empty());
}

TEST_CASE("behind a colon the value may begin like another label") {
    const auto kind = paper(
        {field("convention", {"convention"}, "words"), field("employeur", {"entreprise"}, "words")}
    );
    CHECK(
        told(PageText({row("Convention : Entreprises de sécurité", 100, 100)}), kind) ==
        "!convention=Entreprises de sécurité"
    );
}

TEST_CASE("columns that stand close are apart when more rows begin there") {
    const auto runs = [](std::vector<TextLine> lines) {
        return PageText(std::move(lines)).runs().size();
    };
    const auto left = [](int y) { return row("12 34 567", 100, y); }; // to 190
    CHECK(runs({left(100), row("MME DURAND", 230, 100)}) == 1);
    CHECK(
        runs(
            {left(100),
             row("MME DURAND", 230, 100),
             left(130),
             row("RUE HAUTE", 230, 130),
             left(160),
             row("38000 GRENOBLE", 230, 160)}
        ) == 6
    );
}

TEST_CASE("words go on where their label begins") {
    const auto kind = paper({field("convention", {"convention"}, "words")});
    const auto over = [&](const char* next) {
        return told(
            PageText({row("Convention : Fleuristes et animaux", 100, 100), row(next, 100, 125)}),
            kind
        );
    };
    CHECK(over("familiers") == "!convention=Fleuristes et animaux familiers");
    CHECK(over("Emploi") == "!convention=Fleuristes et animaux");
    CHECK(over("du 01/03/2026") == "!convention=Fleuristes et animaux");
}

TEST_CASE("an amount among others of its row or column is not sure") {
    const auto kind = paper({field("rsa", {"rsa"}, "money")});
    CHECK(told(PageText({row("RSA", 100, 100), row("318,00", 400, 100)}), kind) == "rsa=318");
    CHECK(
        told(
            PageText({row("RSA", 100, 100), row("318,00", 400, 100), row("264,00", 700, 100)}), kind
        ) == "!rsa=318"
    );
    CHECK(
        told(
            PageText({row("RSA", 100, 100), row("318,00", 100, 130), row("264,00", 100, 160)}), kind
        ) == "!rsa=318"
    );
}

TEST_CASE("a paper that only mentions another kind is still of its own") {
    std::vector<Kind> kinds(1);
    auto& bill = kinds.front();
    bill.id = "facture";
    bill.titles = {"facture"};
    bill.words = {"total ttc"};
    bill.enough = 2;
    bill.unless = {"avis d'impôt"};
    const PageText mentions(
        {row("FACTURE n° 12", 100, 40),
         row("Total TTC : 12,50 €", 100, 140),
         row("Déposez votre avis d'impôt avant le 15 janvier.", 100, 240)}
    );
    CHECK(recognise_kind(mentions, kinds, "") == &bill);
    const PageText other(
        {row("AVIS D'IMPÔT 2025", 100, 40),
         row("Facture", 100, 140),
         row("Total TTC : 12,50 €", 100, 240)}
    );
    CHECK(recognise_kind(other, kinds, "") == nullptr);
}

TEST_CASE("a month is told behind an elision, and a day alone makes none sure") {
    auto kind = paper({field("mois", {}, "month")});
    kind.fields.front().told.after = {"paiement du mois"};
    const PageText paid(
        {row("Paiement du mois d'octobre 2025 : 31 jours, virement du 05/11/2025", 100, 100)}
    );
    CHECK(told(paid, kind) == "!mois=2025-10");
    const auto any = paper({field("mois", {"période"}, "month")});
    CHECK(told(PageText({row("Période : 05/11/2025", 100, 100)}), any) == "!mois=2025-11");
    CHECK(
        told(PageText({row("Période : du 01/11/2025 au 30/11/2025", 100, 100)}), any) ==
        "mois=2025-11"
    );
}

TEST_CASE("an address in two rows beside the middle of its words is read row by row") {
    CHECK(
        read_one(
            {row("Adresse déclarée", 100, 110),
             row("APPARTEMENT 21 6 RUE DU PORT", 500, 100),
             row("80080 AMIENS", 500, 121)},
            field("lieu", {"adresse déclarée"}, "address")
        ) == "APPARTEMENT 21 6 RUE DU PORT 80080 AMIENS"
    );
}

TEST_CASE("a town goes on behind a hyphen in the next row") {
    CHECK(
        read_one(
            {row("Lieu desservi", 100, 100),
             row("4 montée du Four, 43410 Fontclaire-", 500, 100),
             row("d'Ance", 500, 130)},
            field("lieu", {"lieu desservi"}, "address")
        ) == "4 montée du Four, 43410 Fontclaire-d'Ance"
    );
}

TEST_CASE("the address in the window of an envelope is only meant where nothing else is") {
    auto kind = paper({field("lieu", {"lieu de consommation"}, "address")});
    kind.fields.push_back({.name = "adresse", .label = {}, .format = "address"});
    kind.fields.back().otherwise = Otherwise::Address;
    const PageText page(
        {row("MME HERVIEUX SABRINA", 900, 100),
         row("6 IMPASSE DES ALOUETTES", 900, 130),
         row("RDC GAUCHE", 900, 160),
         row("LIEU DE CONSOMMATION", 100, 190),
         row("80090 AMIENS", 900, 190),
         row("6 IMPASSE DES MERLES", 100, 220),
         row("80080 AMIENS", 100, 250)}
    );
    CHECK(
        told(page, kind) == "!lieu=6 IMPASSE DES MERLES 80080 AMIENS "
                            "!adresse=6 IMPASSE DES ALOUETTES RDC GAUCHE 80090 AMIENS"
    );
    const PageText beside(
        {row("Adresse au 1er janvier 2025", 100, 100),
         row("CITÉ LES FLAMANTS BÂT 14 13014 MARSEILLE", 420, 100)}
    );
    CHECK(
        told(beside, paper({field("adresse", {"adresse au 1er janvier"}, "address")})) ==
        "!adresse=CITÉ LES FLAMANTS BÂT 14 13014 MARSEILLE"
    );
}

TEST_CASE("a date in words goes on behind a hyphen at the end of its line") {
    const PageText page(
        {row("Né le quatorze juillet mil neuf cent quatre-vingt-dix-", 100, 100),
         row("huit", 100, 130)}
    );
    CHECK(told(page, paper({field("date", {"né le"}, "date")})) == "date=1998-07-14");
}

TEST_CASE("a number before its label is none of it where its shape tells what it is") {
    const PageText page({row("FR76 1853 9000 420 BIC AGRIFRPP882", 100, 100)});
    CHECK(told(page, paper({field("bic", {"bic"}, "bic")})) == "!bic=AGRIFRPP882");
}

TEST_CASE("a figure alone on a picture is no amount") {
    const auto kind = paper({field("total", {"total"}, "money")});
    auto picture = row("Total : 1", 100, 100);
    for (auto& word : picture.words)
        word.clearness = 0.9F;
    CHECK(told(PageText({picture}), kind).empty());
    CHECK(told(PageText({row("Total : 1 €", 100, 100)}), kind) == "!total=1");
    CHECK(told(PageText({row("Total : 0", 100, 100)}), kind) == "!total=0");
}

TEST_CASE("two persons are told without what joins their titles") {
    const PageText page({row("reçu de M. NORBU Tenzin et de Mme DOLKAR Pema", 100, 100)});
    CHECK(
        told(page, paper({field("locataire", {"reçu de"}, "names")})) ==
        "!locataire=M. NORBU Tenzin et Mme DOLKAR Pema"
    );
}

TEST_CASE("what a letter offers is not what it asks") {
    auto kind = paper({field("demande", {"vous devez", "dans un délai de"}, "")});
    kind.fields.front().where = Where::Sentence;
    kind.fields.front().take = Take::All;
    const PageText page(
        {row("Vous devez renvoyer ce dossier.", 100, 100),
         row("Vous pouvez contester dans un délai de deux mois.", 100, 300)}
    );
    CHECK(told(page, kind) == "!demande=Vous devez renvoyer ce dossier.");
}

TEST_CASE("a label led by leaders is not led by the line above it") {
    const PageText page({row("FILS DE", 100, 100), row("Père .......: MARIE-LUCE Hubert", 100, 130)}
    );
    CHECK(told(page, paper({field("pere", {"père"}, "name")})) == "!pere=MARIE-LUCE Hubert");
}

TEST_CASE("a tax is less than what it is on") {
    auto kind = paper(
        {field("ttc", {"total ttc"}, "money"),
         field("ht", {"montant tva"}, "money"), // the columns are read the wrong way round
         field("tva", {"total ht"}, "money")}
    );
    kind.sums.push_back({.total = "ttc", .of = {"ht", "tva"}, .falls = true});
    const PageText page(
        {row("Total HT 718,69", 100, 100),
         row("Montant TVA 137,50", 100, 150),
         row("Total TTC 856,19", 100, 200)}
    );
    CHECK(told(page, kind) == "ttc=856,19 !ht=718,69 !tva=137,50");
    kind.sums.front().falls = false;
    CHECK(told(page, kind) == "ttc=856,19 ht=137,50 tva=718,69");
}

TEST_CASE("on a tilted card a value leaves the level of its label") {
    auto far = row("MAMADOU", 400, 114);
    const PageText page({row("Adresse : CHEZ M KEITA", 100, 100), row("NDIAYE", 340, 108), far});
    const auto kind = paper({field("nom", {"adresse"}, "words")});
    CHECK(told(page, kind) == "!nom=CHEZ M KEITA NDIAYE MAMADOU");
}

TEST_CASE("when one may call is no reference") {
    const PageText page({row("Numéro client 24h/24 09 72 00 50", 100, 100)});
    const auto kind = paper({field("client", {"numéro client"}, "reference")});
    CHECK(told(page, kind).find("24h") == std::string::npos);
}

TEST_CASE("a year in words that may go on is not sure") {
    const auto kind = paper({field("date", {"né le"}, "date")});
    const auto read = [&](const char* line) { return told(PageText({row(line, 100, 100)}), kind); };
    CHECK(read("Né le trois mai deux mil, à Lyon") == "date=2000-05-03");
    CHECK(read("Né le trois mai deux mil à Lyon") == "date=2000-05-03");
    CHECK(read("Né le trois mai deux mil six") == "date=2006-05-03");
    CHECK(read("Né le trois mai deux mil") == "!date=2000-05-03"); // the next line may go on
    CHECK(read("Né le trois mai deux mil y ngt-cinq.") == "!date=2000-05-03");
    CHECK(read("Né le trois mai mil neuf cent soixante-hult") == "!date=1960-05-03");
}

TEST_CASE("the second person's name is whole where the address has the rest of it") {
    auto second = field("conjoint", {"déclarant 2"}, "name");
    second.otherwise = Otherwise::Second;
    const std::vector<TextLine> address{
        row("M DURAND KARIM", 900, 100),
        row("OU MME BENALI SAMIRA", 900, 130),
        row("12 RUE DES LILAS", 900, 160),
        row("38000 GRENOBLE", 900, 190),
        row("Le directeur", 100, 1500)};
    const auto with_table = [&](const char* name) {
        auto lines = address;
        lines.push_back(row("Déclarant 2", 100, 400));
        lines.push_back(row(name, 400, 400));
        return told(PageText(std::move(lines)), paper({second}));
    };
    CHECK(with_table("BENALI") == "!conjoint=BENALI SAMIRA");
    CHECK(with_table("NGUYEN") == "!conjoint=NGUYEN");
}

TEST_CASE("what is told in the date of something is not dated by it") {
    const auto kind = paper({field("date", {"date"}, "day")});
    CHECK(told(PageText({row("Date : 14/03/2026", 100, 100)}), kind) == "date=2026-03-14");
    CHECK(told(PageText({row("le rappel en date du 14/03/2026", 100, 100)}), kind).empty());
    CHECK(told(PageText({row("complété, daté et signé le 14/03/2026", 100, 100)}), kind).empty());
    auto letter = kind;
    letter.fallback = true;
    CHECK(told(PageText({row("Date : 14/03/2026", 100, 100)}), letter) == "!date=2026-03-14");
    CHECK(told(PageText({row("Date du bail : 14/03/2026", 100, 100)}), letter).empty());
}

TEST_CASE("an amount in a cell of its own is in no sentence") {
    const auto kind = paper({field("aide", {"allocations familiales"}, "money")});
    auto line =
        row("Allocations familiales avec conditions de vos ressources de octobre", 100, 100);
    const auto amount = row("151,05 €", 900, 100);
    line.words.insert(line.words.end(), amount.words.begin(), amount.words.end());
    CHECK(told(PageText({line}), kind) == "aide=151,05");
}

TEST_CASE("a value in the middle of the next column is none of the first") {
    const PageText page(
        {row("Grade", 200, 100),
         row("Statut", 515, 100),
         row("AIDE-SOIGNANTE", 100, 140),
         row("TITULAIRE", 500, 140)}
    );
    CHECK(told(page, paper({field("emploi", {"grade"}, "words")})) == "!emploi=AIDE-SOIGNANTE");
}

TEST_CASE("an office is no service that many offices belong to") {
    auto office = field("organisme", {"organisme gestionnaire"}, "words");
    office.otherwise = Otherwise::Sender;
    const auto kind = paper({office});
    const auto read = [&](const char* line) { return told(PageText({row(line, 100, 900)}), kind); };
    CHECK(read("Organisme gestionnaire : Assurance Maladie").empty());
    CHECK(read("Organisme gestionnaire : CPAM de l'Aude") == "!organisme=CPAM de l'Aude");
}

TEST_CASE("words that say the same find the same label, however they are linked") {
    const auto kind = paper({field("ht", {"total facture ht"}, "money")});
    const auto on = [&](const char* line) { return told(PageText({row(line, 100, 100)}), kind); };
    CHECK(on("Total de la facture HT 26,13") == "ht=26,13");
    CHECK(on("Total autre facture HT 26,13").empty());
    CHECK(on("sur le total de la facture HT 26,13").empty());
}

TEST_CASE("of two days that a field's words tell none is sure") {
    const auto kind =
        paper({field("date", {"date du prélèvement", "date limite de paiement"}, "date")});
    const auto debit = row("Date du prélèvement : 08/11/2025", 100, 100);
    CHECK(told(PageText({debit}), kind) == "date=2025-11-08");
    CHECK(
        told(PageText({debit, row("Date limite de paiement : 14/11/2025", 100, 200)}), kind) ==
        "!date=2025-11-14"
    );
    CHECK(
        told(PageText({debit, row("Date limite de paiement : 08/11/2025", 100, 200)}), kind) ==
        "date=2025-11-08"
    );
}

TEST_CASE("where words head a cell, the same words in a sentence do not count") {
    const auto kind = paper({field("fin", {"jusqu'au"}, "date")});
    const auto sentence = row("au titre de la maternité jusqu'au 04/04/2026", 100, 300);
    const auto head = row("Jusqu'au", 500, 100);
    const auto day = row("31/12/2026", 500, 130);
    CHECK(told(PageText({head, day, sentence}), kind) == "!fin=2026-12-31");
    CHECK(told(PageText({sentence}), kind).find("2026-04-04") != std::string::npos);
}

TEST_CASE("what a longer label ends with is none") {
    const auto employer = paper({field("employeur", {"employeur"}, "words")});
    const auto on = [](const char* line, const Kind& kind) {
        return told(PageText({row(line, 100, 100)}), kind);
    };
    CHECK(on("N° Cesu employeur : Z 4820977", employer).empty());
    CHECK(on("Particulier employeur : ARNAUD MERCIER", employer) == "!employeur=ARNAUD MERCIER");
    const auto fund = paper({field("caisse", {"caisse"}, "words")});
    CHECK(told(
              PageText({row("Le directeur de la caisse", 100, 100), row("P. Mazauric", 100, 130)}),
              fund
    )
              .empty());
    const auto mother = paper({field("mere", {"mère"}, "name")});
    CHECK(on("Nom et prénom(s) de la mère OUÉDRAOGO", mother) == "!mere=OUÉDRAOGO");
    const auto bill = paper({field("numero", {"n°"}, "reference")});
    CHECK(on("N° de série VF15R0A0H58104472", bill).empty());
    CHECK(on("N° FA2511-0392", bill).find("FA2511-0392") != std::string::npos);
}

TEST_CASE("a family name may stand below the given one, under the label") {
    const auto kind = paper({field("client", {"titulaire"}, "names")});
    const auto first = row("Titulaire : M. Jean-Baptiste", 100, 100);
    CHECK(
        told(PageText({first, row("PEYRAGROSSE", 100, 125)}), kind) ==
        "!client=M. Jean-Baptiste PEYRAGROSSE"
    );
    CHECK(told(PageText({first, row("Adresse", 100, 125)}), kind) == "!client=M. Jean-Baptiste");
}

TEST_CASE("a date that is said to be another one is not the paper's") {
    const auto kind = paper({field("date", {"date"}, "day")});
    const auto on = [&](const char* line) { return told(PageText({row(line, 100, 100)}), kind); };
    CHECK(on("Date 06/10/2026") == "date=2026-10-06");
    CHECK(on("Date : lundi 6 octobre 2026") == "date=2026-10-06");
    CHECK(on("Date valeur 06/10/2026").empty());
    CHECK(on("Date de l'acte 06/10/2026").empty());
}
