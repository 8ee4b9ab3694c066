// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/layout.hpp"
#include "scan/mrz/mrz_dates.hpp"
#include "scan/mrz/parts.hpp"
#include "scan/mrz/repair.hpp"
#include "scan/mrz/solve.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace guichet;
using namespace guichet::scan;

namespace {

constexpr Date today_here{std::chrono::year(2026), std::chrono::November, std::chrono::day(22)};

using Lines = std::vector<std::string>;

std::string value(const std::vector<MrzPart>& parts, const std::string& name) {
    const auto found = std::ranges::find(parts, name, &MrzPart::name);
    return found == parts.end() ? "" : found->value;
}

} // namespace

TEST_CASE("every format says who, when and which number") {
    struct Row {
        const char* format;
        Lines lines;
        const char* surname;
        const char* given;
        const char* birth;
        const char* number;
        const char* expiry;
    };
    const auto rows = std::to_array<Row>({
        {"TD1",
         {"I<UTOD231458907<<<<<<<<<<<<<<<",
          "7408122F1204159UTO<<<<<<<<<<<6",
          "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"},
         "ERIKSSON",
         "ANNA MARIA",
         "1974-08-12",
         "D23145890",
         "2012-04-15"},
        {"TD2",
         {"I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"},
         "ERIKSSON",
         "ANNA MARIA",
         "1974-08-12",
         "D23145890",
         "2012-04-15"},
        {"TD3",
         {"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
          "L898902C36UTO7408122F1204159ZE184226B<<<<<10"},
         "ERIKSSON",
         "ANNA MARIA",
         "1974-08-12",
         "L898902C3",
         "2012-04-15"},
        {"MRVA",
         {"V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
          "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"},
         "ERIKSSON",
         "ANNA MARIA",
         "1940-09-07",
         "L8988901C",
         "1996-12-10"},
        {"MRVB",
         {"V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"},
         "ERIKSSON",
         "ANNA MARIA",
         "1940-09-07",
         "L8988901C",
         "1996-12-10"},
        {"FRA-1988",
         {"IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4"},
         "BERTHIER",
         "CORINNE",
         "1965-12-06",
         "940992310285",
         ""},
        {"FRA-DL", {"D1FRA13AA000026181231MARTIN<<9"}, "MARTIN", "", "", "13AA00002", "2018-12-31"},
    });
    for (const auto& row : rows) {
        CAPTURE(row.format);
        const auto* layout = layout_of(row.lines);
        REQUIRE(layout != nullptr);
        CHECK(layout->name == row.format);
        CHECK(solve_text(*layout, row.lines).all_agreed());
        const auto parts = parts_of_text(row.lines, today_here);
        CHECK(value(parts, "primary-identifier") == row.surname);
        CHECK(value(parts, "secondary-identifier") == row.given);
        CHECK(value(parts, "birth-date") == row.birth);
        CHECK(value(parts, "document-number") == row.number);
        CHECK(value(parts, "expiry-date") == row.expiry);
    }
}

TEST_CASE("given names of the French card of 1988 are whole only where one more would fit in") {
    const std::string first = "IDFRALE<GALL<<<<<<<<<<<<<<<<<<<<<<<<";
    for (const auto& [second, is_whole] : std::vector<std::pair<std::string, bool>>{
             {"1207291001230SOIZIC<<MARIE<7903122F9", false}, // ANNE may be left out
             {"1207291001230SOIZIC<<ANNE<<7903122F0", false},
             {"1207291001230SOIZIC<<EVE<<<7903122F5", true}}) {
        CAPTURE(second);
        const auto parts = parts_of_text({first, second}, today_here);
        const auto given = std::ranges::find(parts, "secondary-identifier", &MrzPart::name);
        REQUIRE(given != parts.end());
        CHECK(given->doubtful.empty() == is_whole);
        CHECK((given->confidence > 0.8) == is_whole);
        const auto surname = std::ranges::find(parts, "primary-identifier", &MrzPart::name);
        CHECK(surname->doubtful.empty());
    }
}

TEST_CASE("every place of every format has a class, and every check lies inside") {
    for (const auto& layout : layouts()) {
        CAPTURE(layout.name);
        for (const auto& classes : layout.classes)
            CHECK(static_cast<int>(classes.size()) == layout.length());
        for (const auto& check : layout.checks)
            for (const auto& span : check.covers)
                CHECK(
                    (span.begin < span.end && span.end <= layout.length() &&
                     span.line < layout.lines())
                );
    }
}

TEST_CASE("a registration certificate says which car, and proves nothing") {
    Lines zone{
        "CRFRAAB123CD?VF1AB000012345678?150317?VP<<<<",
        "CI<<RENAULT<<<<<<<CLIO<<<<<<<<<2015AB12345??"};
    zone[0][12] = check_digit("AB123CD");
    zone[0][30] = check_digit(zone[0].substr(13, 17));
    zone[0][37] = check_digit("150317");
    zone[1][42] = check_digit("2015AB12345");
    zone[1][43] = check_digit(zone[0].substr(5, 33) + zone[1].substr(31, 12));
    const auto* layout = layout_of(zone);
    REQUIRE(layout != nullptr);
    CHECK(layout->name == "FRA-CR");
    CHECK(solve_text(*layout, zone).all_agreed());
    const auto parts = parts_of_text(zone, today_here);
    CHECK(value(parts, "plate") == "AB123CD");
    CHECK(value(parts, "vehicle-number") == "VF1AB000012345678");
    CHECK(value(parts, "first-registration") == "2015-03-17");
    CHECK(value(parts, "make") == "RENAULT");
    CHECK(value(parts, "model") == "CLIO");
    CHECK(std::ranges::none_of(parts, &MrzPart::proven));
}

TEST_CASE("a long document number is read to its end") {
    Lines zone{
        "I<UTOD23145890<AB112?<<<<<<<<<",
        "7408122F1204159UTO<<<<<<<<<<<?",
        "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"};
    zone[0][20] = check_digit("D23145890AB112");
    zone[1][29] = check_digit(
        zone[0].substr(5) + zone[1].substr(0, 7) + zone[1].substr(8, 7) + zone[1].substr(18, 11)
    );
    const auto* layout = layout_of(zone);
    REQUIRE(layout != nullptr);
    CHECK(solve_text(*layout, zone).all_agreed());
    const auto parts = parts_of_text(zone, today_here);
    CHECK(value(parts, "document-number") == "D23145890AB112");
}

TEST_CASE("the published French strings keep all their check digits") {
    const std::filesystem::path file = GUICHET_SHARED "/data/scan/identifiers/vectors.json";
    if (!std::filesystem::exists(file)) {
        MESSAGE("no published vectors here: skipped");
        return;
    }
    std::ifstream in(file);
    const auto vectors = nlohmann::json::parse(in);
    int seen = 0;
    for (const auto& pair : vectors["mrz_old_french_id"]["valid"]) {
        const auto lines = pair.get<Lines>();
        const auto* layout = layout_of(lines);
        REQUIRE(layout != nullptr);
        CHECK(solve_text(*layout, lines).all_agreed());
        ++seen;
    }
    for (const auto& row : vectors["mrz_icao_examples"]["check_digit"]) {
        CHECK(check_digit(row[0].get<std::string>()) == row[1].get<std::string>().front());
        ++seen;
    }
    const Lines licence{vectors["mrz_french_driving_licence_1line"]["valid"][0].get<std::string>()};
    REQUIRE(layout_of(licence) != nullptr);
    CHECK(solve_text(*layout_of(licence), licence).all_agreed());
    CHECK(seen == 5);
}

TEST_CASE("the two likeliest ways of fitting a check digit are found") {
    // 5 2 0 7 2 7 gives 3; the second place is seen as Z, the likelier letter.
    const std::vector<Choices> places{
        {{'5', 0}},
        {{'Z', -0.1F}, {'2', -2.5F}},
        {{'0', 0}},
        {{'7', 0}},
        {{'2', 0}},
        {{'7', 0}},
        {{'3', 0}}};
    const auto fittings = fit_check_digit(places);
    REQUIRE(fittings.best);
    CHECK(fittings.best->letters == "5207273");
    CHECK(fittings.best->score == doctest::Approx(-2.5));
    CHECK_FALSE(fittings.second);
    auto more = places;
    more[6].emplace_back('2', -1); // 5 Z 0 7 2 7 gives 2: Z counts 35
    const auto others = fit_check_digit(more);
    REQUIRE(others.second);
    CHECK(others.best->letters == "5Z07272");
    CHECK(others.second->letters == "5207273");
    CHECK_FALSE(fit_check_digit({{{'1', 0}}, {{'1', 0}}}).best);
}

TEST_CASE("two digits of a year find their century, or leave it open") {
    struct Row {
        const char* digits;
        const char* day;
        bool either;
    };
    const auto rows = std::to_array<Row>({
        {"680314", "1968-03-14", false},
        {"270101", "1927-01-01", false},
        {"150314", "2015-03-14", true},
        {"050314", "2005-03-14", false},
        {"740231", "", false},
        {"74<<<<", "", false},
    });
    for (const auto& row : rows) {
        CAPTURE(row.digits);
        const auto day = birth_day(row.digits, today_here, today_here);
        CHECK((day ? to_iso(day->date) : "") == row.day);
        CHECK((day && day->either_century) == row.either);
    }
    CHECK(to_iso(*expiry_day("261231", today_here)) == "2026-12-31");
    CHECK(to_iso(*expiry_day("961210", today_here)) == "1996-12-10");
    CHECK(to_iso(last_day_of_issue("8802", today_here)) == "1988-02-29");
    CHECK(last_day_of_issue("88AB", today_here) == today_here);
}
