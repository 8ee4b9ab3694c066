// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/dateline.hpp"
#include "scan/text/format/format.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

const std::vector<std::string> titles{"facture", "bulletin de paie"};

std::string date_of(std::vector<TextLine> lines) {
    const PageText page(std::move(lines));
    const auto found = extract("date", dateline_of(page, titles));
    return found ? found->value : "";
}

std::string month_of(std::vector<TextLine> lines) {
    const PageText page(std::move(lines));
    const auto found = extract("month", monthline_of(page, titles));
    return found ? found->value : "";
}

} // namespace

TEST_CASE("a letter is dated by the line of its place") {
    for (const auto* line :
         {"Grenoble, le 14 mars 2026",
          "Saint-Jean de la Porte, le 14/03/2026.",
          "Fait à Grenoble le 14.03.2026",
          "Grenoble, 14 mars 2026",
          "Le 14 mars 2026"}) {
        CAPTURE(std::string(line));
        CHECK(date_of({row("Votre dossier", 100, 100), row(line, 600, 200)}) == "2026-03-14");
    }
}

TEST_CASE("the raised letters of a first of the month are no part of its place") {
    CHECK(date_of({row("Grenoble, le 1 er mars 2026", 600, 200)}) == "2026-03-01");
}

TEST_CASE("of two datelines the later one is the paper's: the other is of what it tells") {
    const auto mention = row("Nevers, le 20 juin 2022.", 100, 300);
    const auto copy = row("Nevers, le 13 novembre 2025", 600, 700);
    CHECK(date_of({mention, copy}) == "2025-11-13");
    CHECK(date_of({row("Nevers, le 13 novembre 2025", 600, 100), mention}) == "2025-11-13");
}

TEST_CASE("behind a dateline its sentence may begin, or the day stand once more in brackets") {
    CHECK(
        date_of({row("Vienne, le 7 octobre 2025 – Nous donnons quittance", 100, 100)}) ==
        "2025-10-07"
    );
    CHECK(
        date_of({row("Vienne, le sept octobre deux mille vingt-cinq (07/10/2025)", 100, 100)}) ==
        "2025-10-07"
    );
    CHECK(date_of({row("Vienne, le 7 octobre 2025 nous donnons quittance", 100, 100)}).empty());
}

TEST_CASE("a month may begin the line under its title") {
    const auto under = [](const char* line) {
        return month_of({row("BULLETIN DE PAIE", 100, 100), row(line, 100, 130)});
    };
    CHECK(under("MARS 2025 paiement le 27/03/2025 par virement") == "2025-03");
    CHECK(under("Paiement le 27/03/2025 par virement").empty());
}

TEST_CASE("a place and a day may stand behind a sentence, but no other word is a place") {
    CHECK(date_of({row("Dont quittance. Grenoble, le 14/03/2026", 100, 100)}) == "2026-03-14");
    CHECK(date_of({row("Relevé à distance, le 14/03/2026", 100, 100)}).empty());
}

TEST_CASE("a date in a sentence, of a payment or of a period dates no letter") {
    for (const auto* line :
         {"Votre rendez-vous du 14 mars 2026",
          "Prélevé le 14/03/2026",
          "Grenoble, le 14 mars 2026 à 10 heures",
          "Période : 12 au 14 mars 2026"}) {
        CAPTURE(std::string(line));
        CHECK(date_of({row(line, 600, 200)}).empty());
    }
}

TEST_CASE("a day alone on its line dates a letter, but for one that goes on what is above it") {
    CHECK(date_of({row("le 14 mars 2026", 600, 200)}) == "2026-03-14");
    CHECK(date_of({row("Date : le 14/03/2026", 600, 200)}) == "2026-03-14");
    const auto above = row("nous avons reçu votre dossier", 500, 170);
    CHECK(date_of({above, row("le 14 mars 2026", 600, 200)}).empty());
}

TEST_CASE("a place and its day may stand in two lines, and win over a day in the margin") {
    CHECK(
        date_of({row("Orthez-le-Bas,", 600, 200), row("le lundi 14 mars 2026", 600, 230)}) ==
        "2026-03-14"
    );
    CHECK(
        date_of({row("Le 24 juin 2013", 100, 100), row("Plougras, le 14 mars 2026", 600, 600)}) ==
        "2026-03-14"
    );
    CHECK(
        date_of(
            {row("HOUARI Deniz, 14/02/2017", 100, 100),
             row("Fait à Laon, le 14 mars 2026", 600, 600)}
        ) == "2026-03-14"
    );
}

TEST_CASE("a day may stand in a cell that a place heads") {
    const auto head = row("Tours, le", 600, 200);
    CHECK(date_of({head, row("14/03/2026", 600, 230)}) == "2026-03-14");
    CHECK(date_of({head, row("14/03/2026", 900, 230)}).empty());
    CHECK(date_of({row("Date", 600, 200), row("14/03/2026", 600, 230)}) == "2026-03-14");
    CHECK(date_of({row("Payé le", 600, 200), row("14/03/2026", 600, 230)}).empty());
}

TEST_CASE("a bill may be dated right below its title") {
    CHECK(date_of({row("FACTURE", 600, 100), row("du 14 mars 2026", 600, 130)}) == "2026-03-14");
    CHECK(date_of({row("FACTURE", 600, 100), row("du 14 mars 2026", 600, 330)}).empty());
    CHECK(date_of({row("DEVIS", 600, 100), row("du 14 mars 2026", 600, 130)}).empty());
}

TEST_CASE("a month that stands alone or behind the title is that of the paper") {
    CHECK(month_of({row("Bulletin de paie", 100, 100), row("MARS 2026", 100, 140)}) == "2026-03");
    CHECK(month_of({row("BULLETIN DE PAIE - mars 2026", 100, 100)}) == "2026-03");
    CHECK(month_of({row("Bulletin de paie du mois de mars 2026", 100, 100)}) == "2026-03");
    CHECK(month_of({row("Congés acquis en mars 2026", 100, 100)}).empty());
    CHECK(month_of({row("14 mars 2026", 100, 100)}).empty());
}
