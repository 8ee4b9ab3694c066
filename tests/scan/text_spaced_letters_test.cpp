// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/spaced_letters.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

/// Letters 10 pixels wide, a blank is a gap of 6, a dot makes it 20.
std::string joined(const std::string& printed) {
    std::vector<Word> words;
    int x = 100;
    for (const auto& word : row(printed, 0, 0).words) {
        if (word.text == ".") {
            x += 14;
            continue;
        }
        words.push_back(word);
        words.back().box.x = x;
        x += word.box.width + 6;
    }
    join_spaced_letters(words);
    return text_of({{.words = words, .box = {}}});
}

} // namespace

TEST_CASE("capitals printed apart are words again, the wider gaps part them") {
    CHECK(joined("S E L A R L . O U V R A R D . & . K AT Z") == "SELARL OUVRARD & KATZ");
    CHECK(joined("Q U I T TA N C E . D E . L O Y E R") == "QUITTANCE DE LOYER");
}

TEST_CASE("small letters, figures and signs printed apart go with the capital they follow") {
    CHECK(joined("M a î t r e s . C a ze n ave") == "Maîtres Cazenave");
    CHECK(joined("F A C T U R E . n ° . 2 6 . 0 9 3 2") == "FACTURE n° 26 0932");
    CHECK(joined("Il y a 2 à 3 h") == "Il y a 2 à 3 h");
}

TEST_CASE("initials, small letters and figures are left as they are") {
    CHECK(joined("A B C D E") == "A B C D E");
    CHECK(joined("a b c d e f g") == "a b c d e f g");
    CHECK(joined("F R 7 6 1 2 3 4") == "F R 7 6 1 2 3 4");
    CHECK(joined("SARL DU LAC ET DES PINS") == "SARL DU LAC ET DES PINS");
}
