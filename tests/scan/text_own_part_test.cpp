// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/own_part.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

/// What of a sheet is a receipt; "all" where nothing else shares it.
std::string receipt_on(std::vector<TextLine> lines) {
    Kind kind;
    kind.titles = {"quittance de loyer", "avis d'échéance"};
    kind.apart = {"avis d'échéance"};
    const auto part = own_part(PageText(std::move(lines)), kind);
    return part ? text_of(part->lines()) : "all";
}

const TextLine receipt = row("QUITTANCE DE LOYER Octobre 2025", 100, 100);
const TextLine paid = row("Total 891,10", 100, 200);

} // namespace

TEST_CASE("the notice of the next rent under a receipt is another paper") {
    const auto notice = row("AVIS D'ÉCHÉANCE – Novembre 2025", 100, 600);
    const auto due = row("Total 1042,37", 100, 700);
    CHECK(receipt_on({receipt, paid, notice, due}).find("1042,37") == std::string::npos);
    CHECK(receipt_on({receipt, paid, notice, due}).find("891,10") != std::string::npos);
}

TEST_CASE("above the receipt it is another one down to the receipt's title") {
    const auto notice = row("AVIS D'ÉCHÉANCE – Novembre 2025", 100, 20);
    const auto due = row("Total 1042,37", 100, 60);
    const auto text = receipt_on({notice, due, receipt, paid});
    CHECK(text.find("1042,37") == std::string::npos);
    CHECK(text.find("891,10") != std::string::npos);
}

TEST_CASE("a notice alone, or told of in a sentence, or beside the title has its sheet for itself"
) {
    CHECK(receipt_on({row("AVIS D'ÉCHÉANCE", 100, 100), paid}) == "all");
    CHECK(receipt_on({receipt, paid, row("Elle annule tout avis d'échéance", 100, 600)}) == "all");
    CHECK(receipt_on({receipt, row("AVIS D'ÉCHÉANCE", 700, 100), paid}) == "all");
}
