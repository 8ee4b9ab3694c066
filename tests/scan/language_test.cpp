// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/language.hpp"

#include <doctest/doctest.h>

using namespace guichet;

TEST_CASE("small words tell French from English") {
    const auto french = scan::count_small_words("Vous êtes prié de nous écrire dans les 30 jours.");
    CHECK(french.french >= 4);
    CHECK(french.english == 0);
    const auto english = scan::count_small_words("You are asked to write to us with the form.");
    CHECK(english.english >= 5);
    CHECK(english.french == 0);
}

TEST_CASE("small words before an apostrophe are French") {
    const auto words =
        scan::count_small_words("accès à l'ancien système d’accueil qu'Anne connaît");
    CHECK(words.french == 3);
    CHECK(words.english == 0);
}

TEST_CASE("small words that other languages share tell nothing") {
    const auto dutch = scan::count_small_words("drie uien en een liter water op de la");
    CHECK(dutch.french == 0);
    CHECK(dutch.english == 0);
}
