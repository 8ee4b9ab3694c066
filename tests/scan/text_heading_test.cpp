// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/heading.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

std::string heading(std::vector<TextLine> lines) {
    const PageText page(std::move(lines));
    return joined(heading_of(page));
}

} // namespace

TEST_CASE("a letter without its subject is about the line in capitals above its salutation") {
    const auto capitals = row("MISE EN DEMEURE DE PAYER", 300, 200);
    const auto hello = row("Madame, Monsieur,", 100, 260);
    CHECK(
        heading({row("SCP ARNOUX ET ASSOCIÉS", 100, 20), capitals, hello}) ==
        "MISE EN DEMEURE DE PAYER"
    );
    CHECK(heading({capitals}).empty());
    CHECK(heading({capitals, row("Madame, Monsieur,", 100, 900)}).empty()); // too far above
    CHECK(heading({row("Mise en demeure de payer", 300, 200), hello}).empty());
}

TEST_CASE("or about the line right above it, where that begins") {
    const auto subject = row("Votre demande de retraite : pièces manquantes", 100, 200);
    const auto hello = row("Monsieur,", 100, 260);
    CHECK(heading({subject, hello}) == "Votre demande de retraite : pièces manquantes");
    CHECK(
        heading({subject, row("Chère cliente,", 100, 260)}) ==
        "Votre demande de retraite : pièces manquantes"
    );
    CHECK(heading({subject, row("Chère cliente", 100, 260)}).empty());
    CHECK(heading({row("Dossier suivi par Anne Durand", 100, 200), hello}).empty());
    CHECK(heading({row("Nous accusons réception de ce pli.", 100, 200), hello}).empty());
    const auto capitals = row("MISE EN DEMEURE DE PAYER", 300, 150);
    const PageText page({capitals, row("LE CLOS DES PALOMBES", 600, 200), hello});
    CHECK(joined(heading_of(page)) == "LE CLOS DES PALOMBES");
    CHECK(
        joined(heading_of(page, page.within(page.find("le clos des palombes").front()))) ==
        "MISE EN DEMEURE DE PAYER"
    ); // the other line is of the address
}
