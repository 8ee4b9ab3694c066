// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace guichet;

TEST_CASE("characters of every length are read and written back") {
    struct Case {
        const char* text;
        std::u32string_view characters;
    };
    const auto cases = std::to_array<Case>({
        {"", U""},
        {"Guichet", U"Guichet"},
        {"é", U"é"},
        {"œuf — 5 €", U"œuf — 5 €"},
        {"الجزائر", U"الجزائر"},
        {"😀a", U"😀a"},
        {"\u007f\u0080\u07ff\u0800\uffff", U"\u007f\u0080\u07ff\u0800\uffff"},
        {"\U00010000\U0010ffff", U"\U00010000\U0010ffff"},
    });
    for (const auto& row : cases) {
        CAPTURE(row.text);
        CHECK(is_utf8(row.text));
        CHECK(to_characters(row.text) == row.characters);
        CHECK(to_utf8(row.characters) == row.text);
        CHECK(count_characters(row.text) == row.characters.size());
    }
}

TEST_CASE("bytes that are not UTF-8 are told, and count for one character each") {
    struct Case {
        const char* text;
        std::u32string_view characters;
    };
    const auto cases = std::to_array<Case>({
        {"\x80", U"\ufffd"},
        {"a\xff"
         "b",
         U"a\ufffdb"},
        {"\xc3", U"\ufffd"},                               // cut off
        {"\xe2\x82", U"\ufffd\ufffd"},                     // cut off
        {"\xc0\x80", U"\ufffd\ufffd"},                     // overlong
        {"\xe0\x80\xaf", U"\ufffd\ufffd\ufffd"},           // overlong
        {"\xed\xa0\x80", U"\ufffd\ufffd\ufffd"},           // a surrogate
        {"\xf4\x90\x80\x80", U"\ufffd\ufffd\ufffd\ufffd"}, // beyond U+10FFFF
        {"\xf8\x88\x80\x80\x80", U"\ufffd\ufffd\ufffd\ufffd\ufffd"},
        {"\xc3\xc3\xa9", U"\ufffdé"},
    });
    for (const auto& row : cases) {
        CAPTURE(row.text);
        CHECK_FALSE(is_utf8(row.text));
        CHECK(to_characters(row.text) == row.characters);
        CHECK(count_characters(row.text) == row.characters.size());
    }
}

TEST_CASE("decoding stays where it cannot read") {
    const std::string_view text = "a\xff";
    std::size_t at = 0;
    CHECK(decode_character(text, at) == U'a');
    CHECK(at == 1);
    CHECK_FALSE(decode_character(text, at).has_value());
    CHECK(at == 1);
    CHECK(next_character(text, at) == replacement_character);
    CHECK(at == 2);
}

TEST_CASE("what is not a character is written as U+FFFD") {
    CHECK(to_utf8(U"a\x110000") == "a\ufffd");
    std::string text;
    append_utf8(text, 0xD800);
    CHECK(text == "\ufffd");
}

TEST_CASE("stepping back lands where a character begins") {
    struct Case {
        std::string_view text;
        std::size_t at;
        std::size_t before;
    };
    const auto cases = std::to_array<Case>({
        {"", 0, 0},
        {"é", 0, 0},
        {"é", 2, 0},
        {"aé", 3, 1},
        {"a😀b", 5, 1},
        {"a😀b", 6, 5},
        {"a😀b", 99, 5},  // behind the end
        {"a\xff", 2, 1}, // not UTF-8: one byte
        {"é\x80", 3, 2}, // a byte too many,
    });
    for (const auto& row : cases) {
        CAPTURE(row.text);
        CAPTURE(row.at);
        CHECK(previous_character(row.text, row.at) == row.before);
    }
}
