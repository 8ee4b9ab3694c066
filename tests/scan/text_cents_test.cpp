// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/cents.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace guichet::scan;

namespace {

std::string joined(const std::string& printed) {
    auto line = row(printed, 0, 0);
    join_cents(line.words);
    return text_of({line});
}

} // namespace

TEST_CASE("an amount of typewriter print that was cut at its comma is one word again") {
    CHECK(joined("BRUT 1141, 68") == "BRUT 1141,68");
    CHECK(joined("1 010, 75 €") == "1 010,75 €");
    CHECK(joined("-99, 60 123, 41") == "-99,60 123,41");
    CHECK(joined("1.401, 48-") == "1.401,48-");
}

TEST_CASE("numbers of a sentence and other figures are left as they are") {
    CHECK(joined("les 12, 13 et 14 mars") == "les 12, 13 et 14 mars");
    CHECK(joined("14, rue") == "14, rue");
    CHECK(joined("12, 7400") == "12, 7400");
    CHECK(joined("page, 12") == "page, 12");
}

TEST_CASE("the joined word stands where both were, and is as clear as the less clear one") {
    auto words = row("1141, 68", 100, 50).words;
    words[1].clearness = 0.5F;
    words[1].box.y -= 18; // of a word cut at a comma the box may be much too high
    words[1].box.height = 57;
    join_cents(words);
    REQUIRE(words.size() == 1);
    CHECK(words.front().box == guichet::Box{100, 50, 80, 20});
    CHECK(words.front().clearness == 0.5F);
    CHECK(words.front().sureness.size() == 7);
}
