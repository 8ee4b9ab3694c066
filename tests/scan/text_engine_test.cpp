// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/pix.hpp"
#include "scan/text/ocr/engine.hpp"

#include <cstdlib>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet::scan;

TEST_CASE("Tesseract's own copies of lines are not compressed, and read back whole") {
    REQUIRE(text_engine(Language::French) != nullptr);
    const PixPtr line(pixCreate(600, 60, 8));
    pixSetAllArbitrary(line.get(), 200);
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    REQUIRE(pixWriteMem(&bytes, &size, line.get(), IFF_PNG) == 0);
    CHECK(size > std::size_t{600} * 60);
    const PixPtr back(pixReadMem(bytes, size));
    std::free(bytes); // NOLINT(cppcoreguidelines-no-malloc): Leptonica allocates so
    l_int32 same = 0;
    REQUIRE(pixEqual(line.get(), back.get(), &same) == 0);
    CHECK(same == 1);

    REQUIRE(pixWriteMem(&bytes, &size, line.get(), IFF_PNM) == 0); // other formats are as ever
    std::free(bytes); // NOLINT(cppcoreguidelines-no-malloc)
}
