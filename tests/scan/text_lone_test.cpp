// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "printed_line.hpp"
#include "scan/clean/print.hpp"
#include "scan/text/look/lone.hpp"

#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet::scan;

namespace {

constexpr int words_at = 60;
constexpr int figure_at = 900;
constexpr int baseline = 300;

/// Lines of print, and `behind` far behind the last one.
PixPtr printed(const char* words, const char* behind) {
    PixPtr page(pixCreate(1200, 400, 8));
    pixSetAllArbitrary(page.get(), 250);
    for (int i = 0; i < 4; ++i)
        print_line(page, 10, "Revenu fiscal et charges", words_at, 60 + 50 * i);
    print_line(page, 10, words, words_at, baseline);
    if (*behind != '\0')
        print_line(page, 10, behind, figure_at, baseline);
    return page;
}

Kind notice() {
    Kind kind;
    kind.id = "avis";
    kind.fields = {
        Field{.name = "parts", .label = {}, .near = {"nombre de parts"}, .format = "number"}};
    return kind;
}

std::string read(const char* behind, const std::string& seen = "Nombre de parts") {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    const auto page = printed("Nombre de parts", behind);
    auto line = row(seen, words_at, baseline - 20);
    line.words.back().box.width = 200; // the letters are wider than those of a row
    return text_of(with_lone_figures(page, {line}, lay_of_print(page).height, notice(), end));
}

} // namespace

TEST_CASE("a figure that stands alone far behind the words of its field is read") {
    CHECK(read("2") == "Nombre de parts\n2");
    CHECK(read("3") == "Nombre de parts\n3");
}

TEST_CASE("nothing is read where there is nothing, words, or where a value was seen") {
    CHECK(read("") == "Nombre de parts");
    CHECK(read("selon votre situation") == "Nombre de parts");
    CHECK(read("2", "Nombre de parts 2,5") == "Nombre de parts 2,5");
}
