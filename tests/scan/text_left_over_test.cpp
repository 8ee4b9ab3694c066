// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/left_over.hpp"

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet::scan;

namespace {

constexpr int lines_apart = 110;

/// Three lines of print, and what is read of each by itself.
struct Printed {
    PixPtr page{pixCreate(1400, 600, 8)};
    std::vector<PrintLine> print;
    std::vector<TextLine> read;

    Printed() {
        pixSetAllArbitrary(page.get(), 250);
        L_Bmf* font = bmfCreate(nullptr, 20);
        int baseline = 150;
        for (const char* text : {"Carte valable", "Montant 1250 euros", "Lyon le 3 mai"}) {
            pixSetTextline(page.get(), font, text, 0x20, 100, baseline, nullptr, nullptr);
            baseline += lines_apart;
        }
        bmfDestroy(&font);
        print = find_page_lines(page, 3);
        for (int i = 0; i < 3; ++i)
            read.push_back(read_row(i));
    }

    TextLine read_row(int index) const {
        const int top = 80 + lines_apart * index;
        const PixPtr strip =
            cut_out(page, {.x = 0, .y = top, .width = 1400, .height = lines_apart - 10});
        auto line = recognise_line(strip);
        line.box.y += top;
        for (auto& word : line.words)
            word.box.y += top;
        return line;
    }

    std::string with_the_rest(std::vector<TextLine> lines) const {
        const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
        return text_of(with_left_over(page, std::move(lines), print, Language::French, end));
    }
};

} // namespace

TEST_CASE("print that was not read is read by itself, and stands where it is printed") {
    const Printed printed;
    REQUIRE(printed.print.size() >= 3);
    const auto all = text_of(printed.read);
    REQUIRE(all == "Carte valable\nMontant 1250 euros\nLyon le 3 mai");
    CHECK(printed.with_the_rest({printed.read[0], printed.read[2]}) == all);
    CHECK(printed.with_the_rest({}) == all);
}

TEST_CASE("what was read clearly is not read again") {
    const Printed printed;
    auto lines = printed.read;
    lines[1].words[1].text = "7777"; // not what is printed
    CHECK(printed.with_the_rest(lines) == text_of(lines));
}

TEST_CASE("words read across lines give way to the lines") {
    const Printed printed;
    auto across = printed.read[0].words[0];
    across.text = "|-8";
    across.clearness = 0.2F;
    across.box = {.x = 100, .y = 100, .width = 60, .height = 260};
    CHECK(printed.with_the_rest({{.words = {across}, .box = across.box}}) == text_of(printed.read));
}

TEST_CASE("a word read clearly keeps its letters beside those read again") {
    const Printed printed;
    auto lines = printed.read;
    lines[1].words[0].text = "Montànt";
    lines[1].words[0].clearness = 1;
    for (std::size_t i : {1U, 2U})
        lines[1].words[i].clearness = 0;
    CHECK(printed.with_the_rest(lines) == "Carte valable\nMontànt 1250 euros\nLyon le 3 mai");
}

TEST_CASE("a part of a longer word is not read") {
    const Printed printed;
    auto lines = printed.read;
    auto& words = lines[1].words;
    words.resize(1);
    words[0].text = "1250eurosettrentecentimes";
    words[0].clearness = 0.4F;
    const int middle = static_cast<int>(printed.print[1].x1) - 40;
    words[0].box.x = middle; // goes on far beyond the print that was found
    words[0].box.width = 1300 - middle;
    CHECK(printed.with_the_rest(lines) == text_of(lines));
}

TEST_CASE("runs of letters of one line that pale print parts are read as one") {
    Printed printed;
    constexpr std::ptrdiff_t first_word = 7; // letters of "Montant 1250 euros"
    auto& begin = printed.print[1];
    REQUIRE(begin.centres.size() > 10);
    auto rest = begin;
    rest.centres.erase(rest.centres.begin(), rest.centres.begin() + first_word);
    rest.x0 = rest.centres.front();
    rest.y0 = begin.y_at(rest.x0);
    begin.centres.resize(first_word);
    begin.x1 = begin.centres.back();
    begin.y1 = rest.y0;
    printed.print.push_back(rest);
    CHECK(printed.with_the_rest({}) == text_of(printed.read));
    auto lines = printed.read; // what was read of one does not hide the other
    lines[1].words.resize(1);
    CHECK(printed.with_the_rest(lines) == text_of(printed.read));
}

TEST_CASE("print is left when the time is over") {
    const Printed printed;
    const auto lines = with_left_over(
        printed.page, {}, printed.print, Language::French, std::chrono::steady_clock::now()
    );
    CHECK(lines.empty());
}
