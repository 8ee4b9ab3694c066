// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/ocr/other_language.hpp"

#include <array>
#include <chrono>
#include <string>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet::scan;

namespace {

Word word(const char* text, float clearness, bool known) {
    auto result = row(text, 0, 0).words.front();
    result.clearness = clearness;
    result.known = known;
    return result;
}

/// One line of print, and where its words stand.
struct Printed {
    PixPtr page{pixCreate(900, 200, 8)};
    TextLine line;

    explicit Printed(const char* text) {
        pixSetAllArbitrary(page.get(), 255);
        L_Bmf* font = bmfCreate(nullptr, 20);
        pixSetTextline(page.get(), font, text, 0x20, 60, 100, nullptr, nullptr);
        bmfDestroy(&font);
        line = recognise_line(page);
    }
};

} // namespace

TEST_CASE("of two languages the clearer reading of a word is kept") {
    struct Row {
        const char* what;
        Word french;
        Word english;
        bool kept; ///< the English one, on a French page
    };
    const auto rows = std::to_array<Row>({
        {"a sign that is no letter", word("‘01°", 0.58F, false), word("‘01’", 0.93F, false), true},
        {"as clear as the other", word("3120", 0.9F, false), word("3720", 0.9F, false), false},
        {"less clear", word("Agence", 0.8F, true), word("Agenee", 0.6F, false), false},
        {"clearer, but no word", word("compte", 0.6F, true), word("comple", 0.8F, false), false},
        {"clearer without accents", word("été", 0.6F, true), word("ete", 0.9F, true), false},
        {"a name", word("Kinnev", 0.5F, false), word("Kinney", 0.8F, false), true},
    });
    for (const auto& row : rows) {
        CAPTURE(row.what);
        CHECK(is_kept(row.english, row.french, Language::French) == row.kept);
    }
}

TEST_CASE("an accent that English does not know comes from the French reading") {
    CHECK(is_kept(word("Orléans", 0.96F, true), word("Orleans", 0.94F, true), Language::English));
    CHECK_FALSE(
        is_kept(word("Orléans", 0.9F, true), word("Orleans", 0.94F, true), Language::English)
    );
}

TEST_CASE("a word of one letter is that of the language of the page") {
    auto a = word("a", 0.9F, true);
    a.box = {.x = 540, .y = 85, .width = 36, .height = 33};
    CHECK_FALSE(is_kept(word("à", 0.96F, true), a, Language::English));
    a.box = {.x = 540, .y = 73, .width = 36, .height = 45}; // with an accent over it
    CHECK(is_kept(word("à", 0.96F, true), a, Language::English));
    CHECK_FALSE(is_kept(word("a", 0.96F, true), word("à", 0.9F, true), Language::French));
}

TEST_CASE("an unclear word is read again where it stands, and the clear ones stay") {
    Printed printed("Send the letter before Monday");
    REQUIRE(printed.line.words.size() == 5);
    auto& unclear = printed.line.words[2];
    unclear = {.text = "lettcr", .folded = "lettcr", .box = unclear.box, .clearness = 0.3F};
    printed.line.words[4].text = "Mondieu";
    printed.line.words[4].clearness = 0.95F;
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    const auto lines = with_other_language(printed.page, {printed.line}, Language::French, end);
    REQUIRE(lines.size() == 1);
    REQUIRE(lines.front().words.size() == 5);
    CHECK(lines.front().words[2].text == "letter");
    CHECK(lines.front().words[4].text == "Mondieu");
}

TEST_CASE("without time nothing is read again") {
    Printed printed("Send the letter");
    REQUIRE(printed.line.words.size() == 3);
    printed.line.words[2].text = "lettcr";
    printed.line.words[2].clearness = 0.3F;
    const auto past = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    const auto lines = with_other_language(printed.page, {printed.line}, Language::French, past);
    CHECK(lines.front().words[2].text == "lettcr");
}
