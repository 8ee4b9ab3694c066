// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eval.hpp"

#include <sstream>

#include <doctest/doctest.h>

namespace {

std::string answers(const std::string& lines) {
    std::istringstream in(lines);
    std::ostringstream out;
    CHECK(guichet::app::run_eval(in, out) == 0);
    return out.str();
}

} // namespace

TEST_CASE("each line of eval is answered by one line, in order") {
    CHECK(
        answers("{\"expr\":\"1 + x\",\"vars\":{\"x\":{\"int\":2}}}\n"
                "{\"expr\":\"'é' + \\\"a\\\"\"}\n"
                "{\"expr\":\"[1, 2.0, true, null]\"}\n") ==
        "{\"value\":{\"int\":3}}\n"
        "{\"value\":{\"string\":\"éa\"}}\n"
        "{\"value\":{\"list\":[{\"int\":1},{\"double\":2.0},{\"bool\":true},{\"null\":null}]}}\n"
    );
}

TEST_CASE("every kind of value goes in and comes out") {
    for (const std::string value :
         {"{\"int\":-9223372036854775808}",
          "{\"double\":1.5}",
          R"({"double":"NaN"})",
          R"({"string":""})",
          "{\"bool\":false}",
          "{\"null\":null}",
          R"({"list":[{"int":1},{"list":[]}]})",
          R"({"map":[[{"string":"a"},{"int":1}],[{"bool":true},{"null":null}]]})",
          "{\"timestamp\":[1234567890,5]}",
          "{\"duration\":[-3,-500000000]}"}) {
        CAPTURE(value);
        CHECK(
            answers("{\"expr\":\"x\",\"vars\":{\"x\":" + value + "}}\n") ==
            "{\"value\":" + value + "}\n"
        );
    }
}

TEST_CASE("a line that is wrong is an error and the next ones go on") {
    const auto out = answers(
        "nope\n{\"expr\":\"1 / 0\"}\n{\"expr\":\"1 +\"}\n{\"expr\":\"y\"}\n{\"expr\":\"2\"}\n"
    );
    std::istringstream lines(out);
    std::string line;
    for (int i = 0; i < 4; ++i) {
        REQUIRE(std::getline(lines, line));
        CAPTURE(line);
        CHECK(line.starts_with("{\"error\":\""));
    }
    REQUIRE(std::getline(lines, line));
    CHECK(line == "{\"value\":{\"int\":2}}");
}
