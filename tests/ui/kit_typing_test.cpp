// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/typing.hpp"

#include <string>

#include <doctest/doctest.h>

namespace guichet::ui {
namespace {

TEST_CASE("a letter and its accents are typed, passed over and erased as one") {
    Typing typing{"Noe\u0308l", 0};
    typing.end();
    CHECK(count_letters(typing.text()) == 4);
    typing.left();
    typing.erase_before();
    CHECK(typing.text() == "Nol");
    typing.insert("ë", 80);
    CHECK(typing.text() == "Noël");
    typing.left();
    typing.erase_after();
    CHECK(typing.text() == "Nol");
    typing.home();
    typing.erase_before();
    typing.left();
    CHECK(typing.text() == "Nol");
    CHECK(typing.at() == 0);
    typing.right();
    typing.right();
    typing.right();
    typing.right();
    typing.erase_after();
    CHECK(typing.text() == "Nol");
}

TEST_CASE("no more letters than the longest, counted as a person counts") {
    Typing typing{"éé", 4};
    typing.insert("é", 3);
    CHECK(typing.text() == "ééé");
    typing.insert("x", 3);
    CHECK(typing.text() == "ééé");
}

TEST_CASE("a caret inside a letter goes before it, and control characters are not typed") {
    Typing typing{"é", 1};
    CHECK(typing.at() == 0);
    typing.insert("\x01", 80);
    typing.insert("\n", 80);
    CHECK(typing.text() == "é");
    typing.insert("\n", 80, true);
    CHECK(typing.text() == "\né");
    CHECK(typed_character(0xE001).empty());
    CHECK(typed_character(0xD800).empty());
    CHECK(typed_character(0x7F).empty());
    CHECK(typed_character(0x20AC) == "€");
    CHECK(typed_character(0x1F600) == "\U0001F600");
}

TEST_CASE("capitals of every key") {
    CHECK(capital("é") == "É");
    CHECK(capital("œ") == "Œ");
    CHECK(capital("ÿ") == "Ÿ");
    CHECK(capital("ç") == "Ç");
    CHECK(capital("-") == "-");
    CHECK(capital("÷") == "÷");
}

TEST_CASE("a text runs the way of its letters") {
    CHECK(runs("Où habitez-vous ?") == Runs::Rightwards);
    CHECK(runs("Українська") == Runs::Rightwards);
    CHECK(runs("المس هنا.") == Runs::Leftwards);
    CHECK(runs("العربية (FR)") == Runs::Neither);
    CHECK(runs("06 12 34") == Runs::Neither);
    CHECK(runs("") == Runs::Neither);
}

TEST_CASE("a caret finds its place in a grouped text, and back") {
    const std::string text = "0612345678";
    const std::string shown = "06 12 34 56 78";
    CHECK(shown_caret(text, shown, 0) == 0);
    CHECK(shown_caret(text, shown, 1) == 1);
    CHECK(shown_caret(text, shown, 2) == 2);
    CHECK(shown_caret(text, shown, 3) == 4);
    CHECK(shown_caret(text, shown, 10) == shown.size());
    CHECK(text_caret(text, shown, 4) == 3);
    CHECK(text_caret(text, shown, shown.size()) == text.size());
}

} // namespace
} // namespace guichet::ui
