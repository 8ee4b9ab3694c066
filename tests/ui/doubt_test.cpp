// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit_harness.hpp"
#include "ui/screens/doubt.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::ui;

namespace {

procedure::Proposal proposal(std::string value, std::vector<int> doubtful) {
    procedure::Proposal made;
    made.value = std::move(value);
    made.doubtful = std::move(doubtful);
    return made;
}

} // namespace

TEST_CASE("a value read is cut where a character is in doubt") {
    struct Case {
        const char* type;
        const char* value;
        std::vector<int> doubtful;
        std::vector<Piece> pieces;
    };
    const auto cases = std::to_array<Case>({
        {"family-name", "BENALI", {}, {{"BENALI"}}},
        {"family-name", "BENALI", {3}, {{"BEN"}, {"A", true}, {"LI"}}},
        {"family-name", "Élodie", {0, 5}, {{"É", true}, {"lodi"}, {"e", true}}},
        {"family-name", "AB", {0, 1}, {{"A", true}, {"B", true}}}, // each framed apart
        {"family-name", "AB", {7}, {{"AB"}}},                      // behind the end
        {"date", "1968-03-14", {3}, {{"14/03/196"}, {"8", true}}},
        {"date", "1968-03-14", {8}, {{"1", true}, {"4/03/1968"}}},
        {"date", "hier", {1}, {{"h"}, {"i", true}, {"er"}}}, // not a date after all
        {"nir", "268036938304202", {5}, {{"2 68 03 "}, {"6", true}, {"9 383 042 02"}}},
        {"family-name", "", {0}, {}},
    });
    for (const auto& one : cases) {
        CAPTURE(one.type);
        CAPTURE(one.value);
        const auto* type = procedure::find_type(one.type);
        REQUIRE(type != nullptr);
        CHECK(pieces(proposal(one.value, one.doubtful), *type) == one.pieces);
    }
}

TEST_CASE("pieces too wide for a line go on below, and the height says so") {
    Bench bench;
    const std::vector<Piece> long_name{{"WOLFESCHLEGELSTEINHAUSEN"}, {"B", true}, {"ERGERDORFF"}};
    float wide = 0;
    float narrow = 0;
    float drawn = 0;
    bench.frame([&](Frame& frame) {
        wide = pieces_height(frame, long_name, 4000);
        narrow = pieces_height(frame, long_name, 200);
        drawn = draw_pieces(frame, {10, 10, 200, 0}, long_name);
    });
    CHECK(narrow >= 2 * wide);
    CHECK(drawn == doctest::Approx(narrow));
}
