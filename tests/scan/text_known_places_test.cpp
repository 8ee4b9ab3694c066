// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/find/fields.hpp"
#include "scan/text/find/known_places.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

Kind card() {
    Kind kind;
    kind.id = "carte";
    kind.fields = {
        {.name = "prenoms", .label = {}, .near = {"prénoms"}, .format = "name"},
        {.name = "naissance", .label = {}, .near = {"né le"}, .format = "date"}};
    return kind;
}

procedure::Proposal told(const char* field, const char* value, std::vector<int> doubtful = {}) {
    return {
        .field = std::string("carte.") + field,
        .value = value,
        .reader = procedure::ReadBy::Mrz,
        .doubtful = std::move(doubtful)};
}

const PageText front(
    {row("IDFRA<<MAXIMILIAN", 100, 400),
     row("RÉPUBLIQUE", 100, 50),
     row("Maximiliano-José, António", 100, 100),
     row("08 11 1974", 400, 150)}
);

std::string place_of(const Field& field, const procedure::Proposal& known) {
    return joined(printed_place(front, field, known));
}

} // namespace

TEST_CASE("what a zone told is found where the card prints it") {
    const auto kind = card();
    CHECK(place_of(kind.fields[0], told("prenoms", "MAXIMILIAN")) == "Maximiliano-José, António");
    CHECK(place_of(kind.fields[1], told("naissance", "1974-11-08")) == "08 11 1974");
    CHECK(place_of(kind.fields[0], told("prenoms", "ANA")).empty()); // so few letters are chance
    CHECK(place_of(kind.fields[0], told("prenoms", "BENJAMIM")).empty());
}

TEST_CASE("a name goes on in print only where the zone had no room") {
    const auto read = [](std::vector<int> doubtful) {
        const std::vector<procedure::Proposal> known{
            told("prenoms", "MAXIMILIAN", std::move(doubtful))};
        const auto fields = read_fields(front, card(), known);
        return fields.empty() ? "" : fields.front().value;
    };
    CHECK(read({9}) == "Maximiliano-José António");
    CHECK(read({}).empty());
    CHECK(may_go_on(told("prenoms", "MAXIMILIAN", {9})));
    CHECK_FALSE(may_go_on(told("prenoms", "MAXIMILIAN", {3})));
}
