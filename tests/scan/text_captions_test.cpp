// SPDX-License-Identifier: GPL-3.0-or-later
#include "one_field.hpp"
#include "page_words.hpp"
#include "scan/text/find/captions.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

/// Words 14 pixels high.
TextLine small(const std::string& text, int x, int y) {
    auto line = row(text, x, y);
    for (auto& word : line.words)
        word.box.height = 14;
    return line;
}

std::string read(std::vector<TextLine> lines, const char* words, const char* format) {
    return read_one(
        std::move(lines), {.name = "valeur", .label = {}, .near = {words}, .format = format}
    );
}

/// Two rows of boxes, each with small words under its value.
const std::vector<TextLine> boxes{
    row("B0477", 100, 100),
    row("17/02/1979", 400, 100),
    row("12/06/2017", 700, 100),
    small("Matricule", 100, 122),
    small("Né le", 400, 122),
    small("Entré le", 700, 122),
    row("14 RUE DU PUITS", 100, 160),
    row("AIDE-SOIGNANTE", 400, 160),
    row("346", 700, 160),
    row("44210 PORNIC", 100, 184),
    small("Emploi", 400, 182),
    small("Coefficient", 700, 182),
    small("Adresse", 100, 206)};

} // namespace

TEST_CASE("small words right under what they explain are its label, not that of what is below") {
    CHECK(read(boxes, "matricule", "reference") == "B0477");
    CHECK(read(boxes, "entré le", "date") == "2017-06-12");
    CHECK(read(boxes, "né le", "date") == "1979-02-17");
    CHECK(read(boxes, "emploi", "words") == "AIDE-SOIGNANTE");
    CHECK(read(boxes, "coefficient", "digits") == "346");
}

TEST_CASE("small words may say it in two languages") {
    const std::vector<TextLine> slip{
        row("CAMILLE DURAND", 100, 100),
        row("17/02/1979", 700, 100),
        small("Titulaire du compte / Account holder", 100, 122),
        small("Né le / Born on", 700, 122),
        row("14976", 100, 160),
        row("MELUN", 700, 160),
        small("Code banque / Bank code", 100, 182),
        small("Domiciliation / Paying bank", 700, 182)};
    CHECK(read(slip, "titulaire du compte", "names") == "CAMILLE DURAND");
    CHECK(read(slip, "code banque", "digits:5") == "14976");
    CHECK(read(slip, "domiciliation", "place") == "MELUN");
}

TEST_CASE("what tells itself may stand above small words in any box") {
    const std::vector<TextLine> slip{
        row("CRTUFRP1XXX", 700, 100),
        small("BIC Code SWIFT", 700, 150),
        row("Compte joint en euros", 700, 190)};
    CHECK(read(slip, "bic", "bic") == "CRTUFRP1XXX");
    CHECK(read(slip, "bic", "words") != "CRTUFRP1XXX");
}

TEST_CASE("what small words explain may stand above them in several rows") {
    CHECK(read(boxes, "adresse", "address") == "14 RUE DU PUITS 44210 PORNIC");
}

TEST_CASE("in a page of such boxes small words may stand off what they explain") {
    auto card = boxes;
    card.push_back(row("Awa DIALLO", 100, 300));
    card.push_back(small("Titulaire", 100, 336));
    card.push_back(row("12 RUE DES LILAS", 100, 380));
    CHECK(read(card, "titulaire", "names") == "Awa DIALLO");
    CHECK(read({row("Awa DIALLO", 100, 300), small("Titulaire", 100, 336)}, "titulaire", "names")
              .empty());
}

TEST_CASE("small heads nearer to what is below them explain that") {
    auto heads = boxes;
    for (auto& line : heads)
        for (auto& word : line.words)
            if (word.box.height == 14)
                word.box.y += 14;
    CHECK(read(heads, "entré le", "date").empty());
    CHECK(read(heads, "entré le", "digits") == "346");
}

TEST_CASE("one row in small print under a larger one is not enough") {
    const std::vector<TextLine> one{
        row("12/06/2017", 100, 100), small("Date", 100, 122), row("03/04/2018", 100, 160)};
    CHECK(read(one, "date", "date") == "2018-04-03");
}

TEST_CASE("a caption may go on in English, or in brackets with figures of their own") {
    auto card = boxes;
    card.push_back(row("VILLARD LES GRANGES", 100, 300));
    card.push_back(small("Domiciliation", 100, 322));
    card.push_back(small("Paying bank", 100, 340));
    card.push_back(row("14/09/2026", 400, 300));
    card.push_back(small("Fin de droits (548 jours au 16/03/2025)", 400, 322));
    card.push_back(row("FR76 1921 3008", 100, 370));
    CHECK(read(card, "domiciliation", "words") == "VILLARD LES GRANGES");
    CHECK(read(card, "fin de droits", "date") == "2026-09-14");
}

TEST_CASE("small words with their value right behind them in larger print are no caption") {
    auto slip = boxes;
    slip.push_back(row("FR76 1921 3008", 100, 300));
    slip.push_back(small("BIC (Bank Identifier Code)", 100, 322));
    const auto bic = slip.back().words.front().box;
    CHECK(Captions(PageText(slip)).hold(bic));
    slip.push_back(row("CVBMFR2AXXX", 390, 318));
    CHECK_FALSE(Captions(PageText(slip)).hold(bic));
}
