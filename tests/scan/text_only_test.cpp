// SPDX-License-Identifier: GPL-3.0-or-later
#include "one_field.hpp"
#include "page_words.hpp"
#include "scan/text/find/fields.hpp"
#include "scan/text/find/only.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

Field only(const char* name, const char* format) {
    return {.name = name, .label = {}, .format = format, .otherwise = Otherwise::Only};
}

/// The back of a card whose small labels were not read.
const PageText back({
    row("1,66 m", 100, 100),
    row("17 05 2023", 400, 100),
    row("PREFECTURE DU FINISTERE", 100, 150),
    row("APPT 42 BAT C", 100, 200),
    row("3 VENELLE DU PUITS", 100, 235),
    row("29170 FOUESNANT", 100, 270),
    row("16 05 2033", 400, 350),
    row("QUIMPER", 100, 350),
});

std::string value_of(const Field& field, const std::vector<std::string>& taken) {
    const auto found = only_on(back, {}, field, taken);
    return found ? found->value : "none";
}

} // namespace

TEST_CASE("the only value of its format that no other field has is the field's") {
    const std::vector<std::string> taken{"2033-05-16", "YVENAT"};
    CHECK(value_of(only("date", "date"), taken) == "2023-05-17");
    CHECK(value_of(only("date", "date"), {"YVENAT"}) == "none"); // either of two
    CHECK(value_of(only("taille", "height"), taken) == "1,66");
    CHECK(value_of(only("par", "authority"), taken) == "PREFECTURE DU FINISTERE");
    CHECK(
        value_of(only("adresse", "address"), taken) ==
        "APPT 42 BAT C 3 VENELLE DU PUITS 29170 FOUESNANT"
    );
    CHECK(value_of(only("lieu", "place"), taken) == "QUIMPER");
    CHECK(value_of(only("lieu", "place"), {"2033-05-16", "QUIMPER"}) == "none");
}

TEST_CASE("only beside what a zone or a code of the page tells") {
    Kind kind;
    kind.id = "carte";
    kind.fields.push_back(only("taille", "height"));
    CHECK(read_fields(back, kind, {}).empty());
    procedure::Proposal name;
    name.field = "carte.nom";
    name.value = "YVENAT";
    name.reader = procedure::ReadBy::Mrz;
    const std::vector<procedure::Proposal> known{name};
    const auto read = read_fields(back, kind, known);
    REQUIRE(read.size() == 1);
    CHECK(read.front().value == "1,66");
    CHECK(read.front().confidence < 0.8); // for the person to look at
}

TEST_CASE("what its shape tells needs no zone") {
    Kind kind;
    kind.id = "carte";
    kind.fields.push_back(only("plaque", "plate"));
    const PageText once({row("8 GD-582-WN", 100, 100), row("GD-582-WN", 100, 400)});
    const auto read = read_fields(once, kind);
    REQUIRE(read.size() == 1);
    CHECK(read.front().value == "GD582WN");
    CHECK(read.front().confidence < 0.8);
    const PageText two({row("GD-582-WN", 100, 100), row("GE-583-WN", 100, 400)});
    CHECK(read_fields(two, kind).empty());
}

TEST_CASE("the words of a field in another language are none of its values") {
    CHECK(
        read_one(
            {row("LIEU DE NAISSANCE", 100, 100),
             row("Place of arr", 100, 130),
             row("QUIMPER", 100, 165)},
            {.name = "lieu",
             .label = {},
             .near = {"lieu de naissance", "place of birth"},
             .format = "place"}
        ) == "QUIMPER"
    );
}

TEST_CASE("a value of a list is what the list says") {
    const std::vector<std::string> list{"ES", "GO", "EL"};
    const auto read = [&](const char* value) {
        Extract extract;
        extract.value = value;
        const auto found = as_listed(std::move(extract), list);
        return found ? found->value + (found->sureness < 1 ? "?" : "") : "none";
    };
    CHECK(read("GO") == "GO");
    CHECK(read("60") == "GO?");
    CHECK(read("Énergie") == "none");

    Field type{
        .name = "type",
        .label = {},
        .near = {"type de titre"},
        .format = "words",
        .otherwise = Otherwise::Only};
    type.list = {"carte de résident", "étudiant"};
    Kind kind;
    kind.id = "titre";
    kind.fields.push_back(type);
    const PageText page({row("Type de titre", 100, 100), row("ETUDIANT", 100, 300)});
    const auto fields = read_fields(page, kind, {});
    REQUIRE(fields.size() == 1);
    CHECK(fields.front().value == "ETUDIANT");
}
