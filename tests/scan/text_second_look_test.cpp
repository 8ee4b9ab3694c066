// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "printed_line.hpp"
#include "scan/text/look/second_look.hpp"

#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

enum class Ground { Light, Dark };

/// How sure a value read as `value` is once "243,34" was seen in its place a second time.
double confidence_of(const std::string& value, Ground ground, bool proven = false) {
    const PixPtr page(pixCreate(900, 300, 8));
    pixSetAllArbitrary(page.get(), 250);
    print_line(page, 10, "243,34", 300, 150);
    if (ground == Ground::Dark)
        pixInvert(page.get(), page.get());
    auto line = row(value, 300, 130);
    line.words[0].box.width = 110;
    std::vector<procedure::Proposal> fields{
        {.field = "paie.net",
         .value = value,
         .confidence = 0.88,
         .proven = proven,
         .box = line.words[0].box}};
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    doubt_unlike(page, PageText({line}), fields, end);
    return fields.front().confidence;
}

} // namespace

TEST_CASE("figures that are others when they are read once more are not sure") {
    for (const auto ground : {Ground::Light, Ground::Dark}) {
        CHECK(confidence_of("243,34", ground) == doctest::Approx(0.88));
        CHECK(confidence_of("943,34", ground) < 0.8);
    }
    CHECK(confidence_of("943,34", Ground::Light, true) == doctest::Approx(0.88)); // checked already
    CHECK(confidence_of("Anne", Ground::Light) == doctest::Approx(0.88));         // no figures
}
