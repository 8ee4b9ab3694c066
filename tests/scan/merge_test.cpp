// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/merge.hpp"

#include <algorithm>
#include <array>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;
using procedure::PictureFault;
using procedure::ReadBy;

namespace {

procedure::Proposal
said(const char* field, const char* value, procedure::ReadBy reader, bool proven) {
    return {
        .field = field,
        .value = value,
        .confidence = proven ? 0.97 : 0.75,
        .reader = reader,
        .proven = proven};
}

Kind card() {
    Kind kind;
    kind.id = "carte";
    kind.fields = {
        {.name = "nom", .label = {}, .format = "name"},
        {.name = "numero", .label = {}, .format = "digits:5"},
        {.name = "naissance", .label = {}, .format = "date"},
        {.name = "fin", .label = {}, .format = "date"}};
    kind.sides = {
        {.id = "recto", .name = {.id = "le recto"}, .words = {}, .fields = {"nom"}},
        {.id = "verso", .name = {.id = "le verso"}, .words = {}, .fields = {"fin"}}};
    return kind;
}

Examination read_twice(const procedure::Proposal& first, const procedure::Proposal& second) {
    Examination examination;
    merge(examination, {.kind = "carte", .fields = {first}}, 0, {card()});
    merge(examination, {.kind = "carte", .fields = {second}}, 0, {card()});
    return examination;
}

bool has(const Examination& examination, PictureFault fault) {
    return std::ranges::find(examination.faults, fault) != examination.faults.end();
}

} // namespace

TEST_CASE("two readers that agree prove a value, one reader twice does not") {
    const auto zone = said("carte.nom", "ELISE BENALI", ReadBy::Mrz, false);
    const auto both = read_twice(zone, said("carte.nom", "Élise Benali", ReadBy::Text, false));
    REQUIRE(both.fields.size() == 1);
    CHECK(both.fields[0].proven);
    CHECK(both.fields[0].value == "Élise Benali"); // the print has the accents
    CHECK_FALSE(read_twice(zone, zone).fields[0].proven);
}

TEST_CASE("of two readings of a name in print that are as sure the whole one is kept") {
    const auto kept = [](const char* first, const char* second) {
        return read_twice(
                   said("carte.nom", first, ReadBy::Text, false),
                   said("carte.nom", second, ReadBy::Text, false)
        )
            .fields[0]
            .value;
    };
    CHECK(kept("LOIC", "LOÏC YVES") == "LOÏC YVES");
    CHECK(kept("LOÏC YVES", "LOIC") == "LOÏC YVES");
    CHECK(kept("LOIC", "MARIE YVES") == "LOIC");
}

TEST_CASE("a difference between code and print is shown, and the surer one kept") {
    auto seen = read_twice(
        said("carte.numero", "70000", ReadBy::Text, false),
        said("carte.numero", "12345", ReadBy::Mrz, true)
    );
    REQUIRE(seen.fields.size() == 1);
    CHECK(seen.fields[0].value == "12345");
    CHECK(seen.fields[0].differs == "70000");
    judge(seen, {card()}, "", std::chrono::year(2026) / 1 / 1);
    CHECK(has(seen, PictureFault::Disagrees));
}

TEST_CASE("a letter read wrong is no difference and no proof") {
    const auto seen = read_twice(
        said("carte.nom", "DAMBARD", ReadBy::Mrz, false),
        said("carte.nom", "DANBARD", ReadBy::Text, false)
    );
    CHECK(seen.fields[0].differs.empty());
    CHECK_FALSE(seen.fields[0].proven);
}

TEST_CASE("the side not seen, another kind and an old document are said") {
    auto kind = card();
    kind.validity = Validity{.until = "fin"};
    Examination seen;
    merge(
        seen,
        {.kind = "carte", .fields = {said("carte.nom", "BENALI", ReadBy::Text, false)}},
        0,
        {kind}
    );
    judge(seen, {kind}, "rib", std::chrono::year(2026) / 1 / 1);
    CHECK(has(seen, PictureFault::WrongKind));
    CHECK(has(seen, PictureFault::SideMissing));
    CHECK(seen.missing.id == "le verso");
    CHECK_FALSE(has(seen, PictureFault::OutOfDate));
    seen.faults.clear();
    merge(
        seen,
        {.kind = "carte", .fields = {said("carte.fin", "2025-12-31", ReadBy::Text, false)}},
        1,
        {kind}
    );
    judge(seen, {kind}, "carte", std::chrono::year(2026) / 1 / 1);
    CHECK(seen.faults == std::vector{PictureFault::OutOfDate});
}

TEST_CASE("old French cards of adults issued from 2004 to 2013 are good for five years more") {
    auto kind = card();
    kind.validity = Validity{
        .until = "fin",
        .years = 10,
        .birth = "naissance",
        .extended_from = std::chrono::year(2004) / 1 / 1,
        .extended_until = std::chrono::year(2013) / 12 / 31,
        .extended_by = 5};
    struct Case {
        const char* until;
        const char* birth;
        bool late;
    };
    const auto cases = std::to_array<Case>({
        {"2022-05-10", "1970-01-01", false}, // until 2027
        {"2019-05-10", "1970-01-01", true},  // until 2024
        {"2022-05-10", "2005-01-01", true},  // a minor in 2012
        {"2025-05-10", "1970-01-01", true},  // issued in 2015
    });
    for (const auto& row : cases) {
        CAPTURE(row.until);
        Examination seen;
        merge(
            seen,
            {.kind = "carte",
             .fields =
                 {said("carte.fin", row.until, ReadBy::Text, false),
                  said("carte.naissance", row.birth, ReadBy::Text, false)}},
            0,
            {kind}
        );
        judge(seen, {kind}, "", std::chrono::year(2026) / 1 / 1);
        CHECK(has(seen, PictureFault::OutOfDate) == row.late);
    }
}

TEST_CASE("printed amounts that were not seen to add up are not sure") {
    Kind bill;
    bill.id = "facture";
    for (const auto* name : {"net", "taxe", "total"})
        bill.fields.push_back({.name = name, .label = {}, .format = "money"});
    bill.sums = {{.total = "total", .of = {"net", "taxe"}}};
    const auto confidence = [&](std::vector<const char*> values) {
        Examination seen;
        Findings findings{.kind = "facture"};
        for (std::size_t i = 0; i < values.size(); ++i) {
            auto field = said("", values[i], ReadBy::Text, false);
            field.field = bill.field_id(bill.fields[i].name);
            field.confidence = 0.88;
            findings.fields.push_back(field);
        }
        merge(seen, findings, 0, {bill});
        judge(seen, {bill}, "", std::chrono::year(2026) / 1 / 1);
        return seen.fields.front().confidence;
    };
    CHECK(confidence({"10", "2,50", "12,50"}) > 0.8);
    CHECK(confidence({"10", "2,50", "72,50"}) < 0.8);
    CHECK(confidence({"10", "2,50"}) < 0.8);
}

TEST_CASE("a day far ahead is a misread year, which is not sure") {
    auto kind = card();
    kind.fields.push_back({.name = "emise", .label = {}, .format = "date"});
    const auto confidence = [&](const char* day) {
        Examination seen;
        auto field = said("carte.emise", day, ReadBy::Text, false);
        field.confidence = 0.88;
        merge(seen, {.kind = "carte", .fields = {field}}, 0, {kind});
        judge(seen, {kind}, "", std::chrono::year(2026) / 1 / 1);
        return seen.fields.front().confidence;
    };
    CHECK(confidence("2004-09-17") > 0.8);
    CHECK(confidence("2036-09-17") > 0.8);
    CHECK(confidence("2064-09-17") < 0.8);
}

TEST_CASE("another paper's values are not put beside those of this one") {
    Kind other;
    other.id = "autre";
    Examination seen;
    merge(
        seen,
        {.kind = "carte", .fields = {said("carte.nom", "BENALI", ReadBy::Text, false)}},
        0,
        {card(), other}
    );
    merge(
        seen,
        {.kind = "autre", .fields = {said("autre.nom", "DURAND", ReadBy::Text, false)}},
        1,
        {card(), other}
    );
    CHECK(seen.kind == "carte");
    CHECK(seen.fields.size() == 1);
}

TEST_CASE("a name that a zone had no room for is taken whole from the print, and not proven") {
    auto zone = said("carte.nom", "KIM LIEN SOPH", ReadBy::Mrz, false);
    zone.doubtful = {12}; // its last letter: it may go on
    const auto seen = read_twice(zone, said("carte.nom", "KIM-LIEN, SOPHIE", ReadBy::Text, false));
    CHECK(seen.fields[0].value == "KIM-LIEN, SOPHIE");
    CHECK_FALSE(seen.fields[0].proven);
    CHECK(seen.fields[0].confidence < 0.8);
}
