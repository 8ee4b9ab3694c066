// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace guichet;

TEST_CASE("JSON is read and written on one line") {
    const auto json = parse_json("{\"a\": [1, \"é\"]}");
    REQUIRE(json.has_value());
    CHECK(to_text(*json) == "{\"a\":[1,\"é\"]}");
}

TEST_CASE("what is not one JSON text is invalid") {
    for (const auto* text : {"", "{", "{} {}", "nope", "\"\xff\""}) {
        CAPTURE(text);
        CHECK(parse_json(text).error().kind == Error::Kind::Invalid);
    }
}

TEST_CASE("bytes that are not UTF-8 are replaced, never thrown on") {
    CHECK(to_text(Json(std::string("a\xff"))) == "\"a\xef\xbf\xbd\"");
}
