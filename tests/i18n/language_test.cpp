// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/language.hpp"

#include <doctest/doctest.h>

using namespace guichet;

TEST_CASE("French comes first and is what an unknown code gives") {
    CHECK(i18n::languages().front() == i18n::french());
    CHECK(i18n::language("xx") == i18n::french());
    CHECK(i18n::language("") == i18n::french());
}

TEST_CASE("Arabic is written from right to left, the others from left to right") {
    for (const auto& language : i18n::languages()) {
        CAPTURE(language.code);
        const bool mirrored = language.direction == i18n::Direction::RightToLeft;
        CHECK(mirrored == (language.code == "ar"));
        CHECK(i18n::language(language.code) == language);
        CHECK_FALSE(language.native_name.empty());
    }
}
