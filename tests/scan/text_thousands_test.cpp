// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "printed_line.hpp"
#include "scan/text/look/thousands.hpp"

#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

constexpr int amount_at = 600;
constexpr int baseline = 200;
constexpr int figure_height = 20;

/// A page that prints an amount, of which only "243,34" was read.
Looked read(const char* before) {
    PixPtr page(pixCreate(1200, 400, 8));
    pixSetAllArbitrary(page.get(), 250);
    print_line(page, 10, "243,34", amount_at, baseline);
    if (*before != '\0')
        print_line(page, 10, before, amount_at - 32, baseline);
    auto line = row("243,34", amount_at, baseline - figure_height);
    line.words[0].box.width = 110;
    const procedure::Proposal amount{
        .field = "paie.brut", .value = "243,34", .box = line.words[0].box};
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    return with_lost_thousands(page, {line}, {amount}, end);
}

} // namespace

TEST_CASE("the figure before an amount that was read from its hundreds on is read") {
    const auto looked = read("2");
    CHECK(text_of(looked.lines) == "2 243,34");
    CHECK(looked.fields == std::vector<std::string>{"paie.brut"});
}

TEST_CASE("an amount with a mark before it that is no figure is doubtful") {
    const auto looked = read("F");
    CHECK(text_of(looked.lines) == "243,34");
    REQUIRE(looked.fields == std::vector<std::string>{"paie.brut"});
    CHECK(looked.lines.front().words.front().sureness.front() < 0.8F);
}

TEST_CASE("an amount with nothing before it stays as it was read") {
    const auto looked = read("");
    CHECK(text_of(looked.lines) == "243,34");
    CHECK(looked.fields.empty());
}
