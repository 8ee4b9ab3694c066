// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/paragraph.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <doctest/doctest.h>

namespace guichet::text {
namespace {

const i18n::Language arabic{"ar", "العربية", i18n::Direction::RightToLeft};

/// First and last row or column of the picture with ink in it.
struct Ink {
    int top{-1};
    int bottom{-1};
    int left{-1};
    int right{-1};
    int height() const { return bottom - top + 1; }
};

Ink ink(const Coverage& image, int threshold = 128) {
    Ink found;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            if (image.at(x, y) < threshold)
                continue;
            found.top = found.top < 0 ? y : found.top;
            found.bottom = y;
            found.left = found.left < 0 ? x : std::min(found.left, x);
            found.right = std::max(found.right, x);
        }
    }
    return found;
}

TEST_CASE("every font we need is there") {
    for (const auto& family : missing_fonts())
        FAIL_CHECK("missing: ", family);
}

TEST_CASE("a capital H is exactly as high as asked") {
    for (const float cap : {12.0f, 16.0f, 20.0f, 27.0f, 41.0f, 60.0f, 120.0f}) {
        for (const Weight weight : {Weight::Regular, Weight::Bold}) {
            CAPTURE(cap);
            const Paragraph letter{"H", {.cap_height = cap, .weight = weight}, i18n::french(), 0};
            CHECK(ink(letter.pixels()).height() == static_cast<int>(cap));
        }
    }
}

TEST_CASE("a symbol fills the square it was given") {
    const Paragraph symbol{
        "\uE925", {.cap_height = 48, .family = Family::Symbols}, i18n::french(), 0};
    CHECK(symbol.unknown_glyphs() == 0);
    CHECK(symbol.size().width == doctest::Approx(48).epsilon(0.02));
    const Ink drawn = ink(symbol.pixels());
    CHECK(drawn.height() > 36);
    CHECK(drawn.height() <= 48);
}

TEST_CASE("every script of our languages has glyphs") {
    struct Case {
        const char* code;
        const char* words;
    };
    const auto cases = std::to_array<Case>({
        {"fr", "« Où êtes-vous né ? », Noël, cœur, L’Haÿ, 9 842,50 €, n° 12 … – œ Œ Ç"},
        {"en", "What is your name?"},
        {"ar", "ما هو اسمك؟ ١٢٣ ٠"},
        {"uk", "Як вас звати? Її ґанок"},
        {"ru", "Как вас зовут? Ёж"},
        {"fa", "نام شما چیست؟ پچژگ ۱۲۳"},
        {"ps", "ستاسو نوم څه دی؟ ښ ځ ڼ ې ۍ"},
        {"ti", "ስምካ መን እዩ?"},
        {"ka", "რა გქვიათ?"},
        {"tr", "Adınız nedir? ğşİı"},
        {"ro", "Care este numele? ășțâî"},
        {"pt", "Qual é o seu nome? ãõ"},
    });
    for (const auto& c : cases) {
        CAPTURE(c.code);
        for (const Weight weight : {Weight::Regular, Weight::Bold}) {
            const Paragraph words{c.words, {.weight = weight}, i18n::Language{c.code, ""}, 0};
            CHECK(words.unknown_glyphs() == 0);
        }
    }
}

TEST_CASE("a character nobody can draw is counted") {
    CHECK(Paragraph{"a\U0001F9FFb", {}, i18n::french(), 0}.unknown_glyphs() > 0);
}

TEST_CASE("words wrap between words and grow downwards") {
    const std::string words = "Il est écrit sur votre carte d’identité, en haut à gauche.";
    const Paragraph line{words, {}, i18n::french(), 0};
    const Paragraph wrapped{words, {}, i18n::french(), 300};
    CHECK(line.lines() == 1);
    CHECK(wrapped.lines() >= 3);
    CHECK(wrapped.size().width <= 300);
    CHECK(wrapped.size().height > 2 * line.size().height);
    CHECK(!wrapped.overflows());
}

TEST_CASE("a word wider than the width is said to overflow, and nothing of it is lost") {
    const Paragraph narrow{"anticonstitutionnellement", {}, i18n::french(), 100};
    CHECK(narrow.overflows());
    CHECK(narrow.lines() > 1);
    CHECK(!Paragraph{"oui", {}, i18n::french(), 100}.overflows());
}

TEST_CASE("a smaller line spacing brings lines nearer, not the first one") {
    const std::string words = "un deux trois quatre cinq six sept huit neuf dix";
    const Paragraph wide{words, {}, i18n::french(), 150};
    const Paragraph tight{words, {.line_spacing = 0.8f}, i18n::french(), 150};
    REQUIRE(wide.lines() == tight.lines());
    CHECK(tight.size().height < wide.size().height * 0.9f);
    CHECK(tight.baseline() == doctest::Approx(wide.baseline()).epsilon(0.02));
}

TEST_CASE("Arabic letters are joined, and a line starts at the right") {
    // The same letters kept apart by zero-width non-joiners are other shapes.
    const Paragraph joined{"عرب", {}, arabic, 0};
    const Paragraph apart{"ع\u200Cر\u200Cب", {}, arabic, 0};
    CHECK(joined.unknown_glyphs() == 0);
    CHECK(joined.pixels().rows != apart.pixels().rows);

    const Paragraph start{"عربي", {}, arabic, 500};
    CHECK(start.left() + start.size().width == doctest::Approx(500).epsilon(0.01));
    const Paragraph end{"عربي", {.align = Align::End}, arabic, 500};
    CHECK(end.left() == doctest::Approx(0));
}

TEST_CASE("Arabic lines are higher than French ones and say so") {
    const Paragraph french{"Bonjour", {}, i18n::french(), 0};
    const Paragraph greeting{"مرحبا", {}, arabic, 0};
    CHECK(greeting.size().height > french.size().height * 1.1f);
}

TEST_CASE("alignment places the longest line within the width") {
    const Paragraph start{"mot", {}, i18n::french(), 400};
    const Paragraph centre{"mot", {.align = Align::Centre}, i18n::french(), 400};
    const Paragraph end{"mot", {.align = Align::End}, i18n::french(), 400};
    CHECK(start.left() == doctest::Approx(0));
    CHECK(centre.left() == doctest::Approx((400 - centre.size().width) / 2).epsilon(0.01));
    CHECK(end.left() == doctest::Approx(400 - end.size().width).epsilon(0.01));
    // The pictures are of the longest line only, wherever it stands.
    CHECK(centre.pixels().width == start.pixels().width);
    CHECK(ink(centre.pixels()).left == ink(start.pixels()).left);
}

TEST_CASE("the caret goes with the letters, and a point finds its caret") {
    const std::string words = "Hélène";
    const Paragraph line{words, {}, i18n::french(), 0};
    const float end = line.size().width;
    CHECK(line.caret(0).x == doctest::Approx(0));
    CHECK(line.caret(words.size()).x == doctest::Approx(end).epsilon(0.01));
    CHECK(line.caret(999).x == doctest::Approx(end).epsilon(0.01));
    CHECK(line.caret(2).x == line.caret(1).x); // inside é: before it
    CHECK(line.caret(1).height > 20);
    CHECK(line.index_at(-50, 5) == 0);
    CHECK(line.index_at(end + 50, 5) == words.size());
    CHECK(line.index_at(line.caret(3).x, 5) == 3);
}

TEST_CASE("no words still have the height of a line") {
    const Paragraph nothing{"", {}, i18n::french(), 200};
    CHECK(nothing.lines() == 1);
    CHECK(
        nothing.size().height ==
        doctest::Approx(Paragraph("H", {}, i18n::french(), 0).size().height)
    );
    CHECK(nothing.pixels().width >= 1);
}

TEST_CASE("bytes that are not UTF-8 are drawn as something, not a crash") {
    const Paragraph broken{std::string_view{"a\xff\xfe\0b", 5}, {}, i18n::french(), 50};
    CHECK(broken.size().width > 0);
    CHECK(broken.caret(4).height > 0);
}

TEST_CASE("fonts forgotten come back, and living paragraphs stay") {
    const Paragraph kept{"mot", {}, i18n::french(), 0};
    const Coverage before = kept.pixels();
    forget_all();
    CHECK(kept.pixels().rows == before.rows);
    CHECK(Paragraph{"mot", {}, i18n::french(), 0}.pixels().rows == before.rows);
}

} // namespace
} // namespace guichet::text
