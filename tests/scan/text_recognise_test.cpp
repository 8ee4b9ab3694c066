// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/recognise.hpp"

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

/// A line of that print, in pixels; `row` has 20.
TextLine printed(const std::string& text, int y, int height) {
    auto line = row(text, 100, y);
    for (auto& word : line.words)
        word.box.height = height;
    return line;
}

/// A paper with that title over plain lines.
PageText paper(const std::string& title, int height, const std::string& last = "Fait à Lyon") {
    return PageText(
        {printed(title, 100, height),
         row("né le 3 mars 1980", 100, 200),
         row("Acte de naissance", 100, 240),
         row(last, 100, 280)}
    );
}

const Kind judgment{.id = "jugement", .titles = {"jugement"}, .other = true, .fields = {}};
const Kind birth{
    .id = "acte-naissance",
    .words = {"né le", "fait à"},
    .titles = {"acte de naissance"},
    .fields = {}};
const Kind letter{.id = "courrier", .titles = {"veuillez agréer"}, .fallback = true, .fields = {}};
const std::vector<Kind> kinds{birth, letter, judgment};

} // namespace

TEST_CASE("a paper is another one by a title in larger print than those of ours") {
    CHECK(other_paper(paper("JUGEMENT", 32), kinds) == &kinds.back());
    CHECK(other_paper(paper("JUGEMENT", 20), kinds) == nullptr); // as the words around it
    CHECK(other_paper(paper("Le JUGEMENT", 32), kinds) == nullptr);
    CHECK(other_paper(paper("Papier", 32), kinds) == nullptr);
    const PageText ours(
        {printed("ACTE DE NAISSANCE", 100, 40),
         printed("JUGEMENT", 160, 32),
         row("né le 3 mars 1980", 100, 200),
         row("à Lyon", 100, 240),
         row("mention", 100, 280)}
    );
    CHECK(other_paper(ours, kinds) == nullptr);
}

TEST_CASE("plain print heads another paper where no title of ours stands") {
    const auto lines = [](const char* first, const char* fourth) {
        return PageText(
            {row(first, 100, 100),
             row("né le 3 mars 1980", 100, 140),
             row("à Lyon", 100, 180),
             row(fourth, 100, 220),
             row("fait à Lyon", 100, 260)}
        );
    };
    CHECK(other_paper(lines("JUGEMENT", "mention"), kinds) == &kinds.back());
    CHECK(other_paper(lines("mention", "JUGEMENT"), kinds) == nullptr); // one of its parts
}

TEST_CASE("a letter headed by what it is about is a letter") {
    CHECK(other_paper(paper("JUGEMENT", 32, "veuillez agréer mes salutations"), kinds) == nullptr);
}

TEST_CASE("the words of another paper are no points of one of ours") {
    CHECK(recognise_kind(paper("JUGEMENT", 32), kinds) == &kinds.front());
    CHECK(recognise_kind(paper("JUGEMENT", 32), {judgment}) == nullptr);
}

TEST_CASE("what is asked for in a list is no title against a kind") {
    Kind receipt{.id = "quittance", .words = {"loyer"}, .titles = {"quittance"}, .fields = {}};
    receipt.unless = {"attestation d'assurance"};
    const auto points = [&](const char* last) {
        return points_of(
            PageText({row("QUITTANCE", 100, 100), row("Loyer", 100, 140), row(last, 100, 180)}),
            receipt
        );
    };
    CHECK(points("Merci") > 0);
    CHECK(points("– Attestation d'assurance à nous remettre") == points("Merci"));
    CHECK(points("– Attestation d'assurance") == 0);
    CHECK(points("ATTESTATION D'ASSURANCE") == 0);
}
