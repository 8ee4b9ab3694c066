// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/codes/table.hpp"

#include <array>
#include <string>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

LoadedCodeTable parse(std::string_view identifiers, std::string_view types) {
    return parse_code_table({identifiers, types, "ids.tsv", "types.tsv"});
}

} // namespace

TEST_CASE("our own table of 2D-Docs holds the whole specification") {
    const auto& table = code_table();
    REQUIRE_MESSAGE(table, (table ? "" : table.error().detail));
    CHECK(table->identifiers.size() == 401);
    CHECK(table->types.size() >= 50);
    struct Row {
        const char* id;
        std::size_t least;
        std::size_t most;
        Holds holds;
    };
    constexpr auto rows = std::to_array<Row>({
        {"10", 0, 38, Holds::Text},
        {"24", 5, 5, Holds::Digits},
        {"31", 14, 38, Holds::Text},
        {"37", 4, 4, Holds::Days},
        {"40", 13, 13, Holds::Digits},
        {"41", 0, 12, Holds::Number},
        {"42", 0, Identifier::no_end, Holds::Text},
        {"4A", 8, 8, Holds::Date},
        {"4Y", 0, Identifier::no_end, Holds::Text},
        {"0C", 0, Identifier::no_end, Holds::Url},
        {"6F", 0, 90, Holds::Text},
        {"C3", 12, 12, Holds::Moment},
    });
    for (const auto& row : rows) {
        CAPTURE(row.id);
        const auto* identifier = table->find(row.id);
        REQUIRE(identifier != nullptr);
        CHECK(identifier->least == row.least);
        CHECK(identifier->most == row.most);
        CHECK(identifier->holds == row.holds);
        CHECK_FALSE(identifier->label.empty());
    }
    CHECK(table->type_name("28") == "Avis d’impôt");
    CHECK(table->type_name("ZZ").empty());
    CHECK(table->find("ZZ") == nullptr);
}

TEST_CASE("a table's mistakes are named with their line and column") {
    struct Row {
        const char* identifiers;
        const char* types;
        const char* problem;
    };
    constexpr auto rows = std::to_array<Row>({
        {"# x\n10\t0\t38\ttext\n", "01\tFacture\n", "ids.tsv:2:1: error: a line has 5 columns"},
        {"1a\t0\t38\ttext\tNom\n", "01\tFacture\n", "ids.tsv:1:1: error: two characters"},
        {"10\tx\t38\ttext\tNom\n", "01\tFacture\n", "ids.tsv:1:4: error: the fewest"},
        {"10\t9\t8\ttext\tNom\n", "01\tFacture\n", "ids.tsv:1:6: error: the most"},
        {"10\t0\t38\twords\tNom\n", "01\tFacture\n", "ids.tsv:1:9: error: it holds one of"},
        {"4A\t6\t6\tdate\tJour\n", "01\tFacture\n", "ids.tsv:1:4: error: a value of this kind"},
        {"10\t0\t38\ttext\t\n", "01\tFacture\n", "ids.tsv:1:14: error: a name is needed"},
        {"10\t0\t8\ttext\tA\n10\t0\t8\ttext\tB\n", "01\tF\n", "ids.tsv:2:1: error: identifier 10"},
        {"10\t0\t38\ttext\tNom\n", "01\tF\n01\tG\n", "types.tsv:2:1: error: type 01"},
        {"10\t0\t38\ttext\tNom\n", "", "types.tsv:1:1: error: there is no type"},
        {"", "01\tFacture\n", "ids.tsv:1:1: error: there is no identifier"},
    });
    for (const auto& row : rows) {
        CAPTURE(row.problem);
        const auto loaded = parse(row.identifiers, row.types);
        REQUIRE(loaded.problems.size() >= 1);
        CHECK(procedure::to_text(loaded.problems.front()).starts_with(row.problem));
    }
}

TEST_CASE("a folder without a table says which files are missing") {
    const auto loaded = load_code_table("/nowhere");
    REQUIRE(loaded.problems.size() == 2);
    CHECK(loaded.problems[0].file == "/nowhere/2d-doc-identifiers.tsv");
    CHECK(loaded.problems[1].file == "/nowhere/2d-doc-types.tsv");
}
