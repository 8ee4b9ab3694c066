// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/layout.hpp"
#include "scan/mrz/parts.hpp"
#include "scan/mrz/solve.hpp"
#include "scan/mrz/states.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

constexpr Date today_here{std::chrono::year(2026), std::chrono::November, std::chrono::day(22)};

std::string value(const std::vector<MrzPart>& parts, const std::string& name) {
    const auto found = std::ranges::find(parts, name, &MrzPart::name);
    return found == parts.end() ? "" : found->value;
}

bool proven(const std::vector<MrzPart>& parts, const std::string& name) {
    const auto found = std::ranges::find(parts, name, &MrzPart::name);
    return found != parts.end() && found->proven;
}

/// Scores of a printed letter: sure, or torn between it and another.
GlyphScores seen(char letter, char rival = 0) {
    GlyphScores scores;
    scores.fill(-14);
    scores[glyph_letters.find(letter)] = rival == 0 ? -0.001F : -0.6F;
    if (rival != 0)
        scores[glyph_letters.find(rival)] = -0.9F;
    return scores;
}

std::vector<std::vector<GlyphScores>> seen(const std::vector<std::string>& lines) {
    std::vector<std::vector<GlyphScores>> all;
    for (const auto& line : lines) {
        all.emplace_back();
        for (const char letter : line)
            all.back().push_back(seen(letter));
    }
    return all;
}

const Layout& layout(std::string_view name) {
    return *std::ranges::find(layouts(), name, &Layout::name);
}

const std::vector<std::string> icao_passport{
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"};
const std::vector<std::string> french_card{
    "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6"};

} // namespace

TEST_CASE("check digits are those of Doc 9303") {
    CHECK(check_digit("520727") == '3');
    CHECK(check_digit("AB2134<<<") == '5');
}

TEST_CASE("published zones keep all their check digits") {
    const std::vector<std::vector<std::string>> zones{
        icao_passport,
        french_card,
        {"IDFRATEST<NAME<<<<<<<<<<<<<<<<0CHE02", "1710GVA123451ROBERTA<<<<<<<9112311F2"},
        {"I<UTOD231458907<<<<<<<<<<<<<<<",
         "7408122F1204159UTO<<<<<<<<<<<6",
         "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"},
        {"I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"}};
    for (const auto& zone : zones) {
        CAPTURE(zone.front());
        const auto* found = layout_of(zone);
        REQUIRE(found != nullptr);
        CHECK(solve_text(*found, zone).all_agreed());
    }
}

TEST_CASE("one changed character breaks a check digit") {
    for (std::size_t i = 0; i < 9; ++i) {
        auto zone = icao_passport;
        zone[1][i] = zone[1][i] == '5' ? '6' : '5';
        CAPTURE(zone[1]);
        CHECK_FALSE(solve_text(layout("TD3"), zone).all_agreed());
    }
}

TEST_CASE("a long document number goes on in the optional data") {
    const std::vector<std::string> zone{
        "I<UTOD23145890<AB1124<<<<<<<<<",
        "7408122F1204159UTO<<<<<<<<<<<0",
        "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"};
    const auto digit = check_digit("D23145890AB112");
    auto right = zone;
    right[0][20] = digit;
    CHECK(agrees(layout("TD1"), layout("TD1").checks[0], right));
    right[0][20] = digit == '0' ? '1' : '0';
    CHECK_FALSE(agrees(layout("TD1"), layout("TD1").checks[0], right));
}

TEST_CASE("a passport says who, when and until when") {
    const auto parts = parts_of_text(icao_passport, today_here);
    CHECK(value(parts, "primary-identifier") == "ERIKSSON");
    CHECK(value(parts, "secondary-identifier") == "ANNA MARIA");
    CHECK(value(parts, "birth-date") == "1974-08-12");
    CHECK(value(parts, "expiry-date") == "2012-04-15");
    CHECK(value(parts, "document-number") == "L898902C3");
    CHECK(proven(parts, "birth-date"));
    CHECK_FALSE(proven(parts, "primary-identifier")); // no check digit covers names
}

TEST_CASE("the French card of 1988 is not read as an ICAO format") {
    const auto parts = parts_of_text(french_card, today_here);
    CHECK(value(parts, "primary-identifier") == "BERTHIER");
    CHECK(value(parts, "secondary-identifier") == "CORINNE");
    CHECK(value(parts, "birth-date") == "1965-12-06");
    CHECK(value(parts, "sex") == "F");
    CHECK(value(parts, "expiry-date").empty());
    CHECK(proven(parts, "primary-identifier")); // its last digit covers everything
}

TEST_CASE("nobody is born after their card was issued, and a possible centenarian is asked") {
    struct Row {
        const char* birth;
        const char* read;
        bool certain;
    };
    const auto rows =
        std::to_array<Row>({{"680314", "1968-03-14", true}, {"150314", "2015-03-14", false}});
    for (const auto& row : rows) {
        CAPTURE(row.birth);
        auto zone = icao_passport;
        const std::string birth = row.birth;
        zone[1].replace(13, 7, birth + check_digit(birth));
        const auto& line = zone[1];
        zone[1][43] = check_digit(line.substr(0, 10) + line.substr(13, 7) + line.substr(21, 22));
        const auto parts = parts_of_text(zone, today_here);
        CHECK(value(parts, "birth-date") == row.read);
        CHECK(proven(parts, "birth-date") == row.certain);
    }
}

TEST_CASE("a day that does not exist is not proposed") {
    auto zone = icao_passport;
    zone[1].replace(13, 7, std::string("740231") + check_digit("740231"));
    CHECK(value(parts_of_text(zone, today_here), "birth-date").empty());
}

TEST_CASE("a name that fills its field may go on and is doubtful") {
    auto zone = icao_passport;
    zone[0] = "P<UTOERIKSSON<<ANNA<MARIA<CHARLOTTE<ELISABET";
    const auto parts = parts_of_text(zone, today_here);
    const auto given = std::ranges::find(parts, "secondary-identifier", &MrzPart::name);
    REQUIRE(given != parts.end());
    CHECK_FALSE(given->doubtful.empty());
    CHECK(given->confidence <= 0.5);
}

TEST_CASE("check digits choose between two letters that look alike") {
    auto scores = seen(icao_passport);
    scores[1][2] = seen('0', '9'); // printed 9, seen rather as 0
    const auto solved = solve(layout("TD3"), scores);
    CHECK(solved.lines == icao_passport);
    CHECK(solved.all_agreed());
    CHECK(solved.repaired == 1);
}

TEST_CASE("a repaired field is never proven") {
    auto scores = seen(icao_passport);
    scores[1][2] = seen('0', '9');
    const auto parts = parts_of(solve(layout("TD3"), scores), today_here);
    const auto number = std::ranges::find(parts, "document-number", &MrzPart::name);
    REQUIRE(number != parts.end());
    CHECK_FALSE(number->proven);
    CHECK(std::ranges::count(number->doubtful, 2) == 1);
    CHECK(number->confidence < 0.7);
}

TEST_CASE("two repairs that are as good leave what was seen") {
    auto scores = seen(icao_passport);
    auto& torn = scores[1][2]; // printed 9, seen as 0, and near to it
    torn.fill(-14);
    torn[glyph_letters.find('0')] = -0.7F;
    torn[glyph_letters.find('9')] = -2.0F;
    torn[glyph_letters.find('J')] = -2.1F; // counts 19, as 9 does
    const auto solved = solve(layout("TD3"), scores);
    CHECK(solved.lines[1][2] == '0');
    CHECK_FALSE(solved.all_agreed());
    CHECK_FALSE(proven(parts_of(solved, today_here), "document-number"));
}

TEST_CASE("a letter that counts like another is not proven by the check digit") {
    auto scores = seen(icao_passport);
    auto& torn = scores[1][7]; // printed C
    torn[glyph_letters.find('C')] = -0.05F;
    torn[glyph_letters.find('M')] = -3.0F; // counts 22, C counts 12
    const auto solved = solve(layout("TD3"), scores);
    CHECK(solved.lines == icao_passport);
    const auto parts = parts_of(solved, today_here);
    CHECK_FALSE(proven(parts, "document-number"));
    CHECK(proven(parts, "birth-date"));
}

TEST_CASE("a name that an unclear filler cuts in two is doubtful") {
    auto scores = seen(icao_passport);
    scores[0][19] = seen('<', 'Q'); // after ANNA
    for (const auto& part : parts_of(solve(layout("TD3"), scores), today_here)) {
        CAPTURE(part.name);
        CHECK(part.doubtful.empty() == (part.name != "secondary-identifier"));
    }
}

TEST_CASE("names with two double fillers are doubtful") {
    auto zone = icao_passport;
    zone[0] = "P<UTOAL<<AABI<<ALI<HAMAD<<<<<<<<<<<<<<<<<<<<";
    int doubtful = 0;
    for (const auto& part : parts_of(solve(layout("TD3"), seen(zone)), today_here))
        doubtful += part.doubtful.empty() ? 0 : 1;
    CHECK(doubtful == 2);
}

TEST_CASE("a misread filler after the names is put right and told") {
    auto scores = seen(icao_passport);
    scores[0][36] = seen('K', '<');
    const auto solved = solve(layout("TD3"), scores);
    CHECK(solved.lines == icao_passport);
    REQUIRE(solved.repairs.size() == 1);
    CHECK(solved.repairs.front().seen == 'K');
    CHECK(solved.is_repaired(0, 36));
}

TEST_CASE("an unclear code of a state becomes one that exists, and is doubtful") {
    auto scores = seen(icao_passport);
    scores[1][11] = seen('Y', 'T'); // UYO is no state
    const auto solved = solve(layout("TD3"), scores);
    CHECK(solved.lines == icao_passport);
    const auto parts = parts_of(solved, today_here);
    const auto state = std::ranges::find(parts, "nationality", &MrzPart::name);
    REQUIRE(state != parts.end());
    CHECK(state->doubtful == std::vector{1});
}

TEST_CASE("a code that stands for no state is doubtful, and digits printed for it are kept") {
    for (const char* code : {"UYO", "132"}) {
        CAPTURE(code);
        auto zone = icao_passport;
        zone[1].replace(10, 3, code);
        const auto solved = solve(layout("TD3"), seen(zone));
        CHECK(solved.lines == zone);
        const auto parts = parts_of(solved, today_here);
        const auto state = std::ranges::find(parts, "nationality", &MrzPart::name);
        REQUIRE(state != parts.end());
        CHECK(state->doubtful.size() == 3);
    }
}

TEST_CASE("codes of states are those of ISO 3166 and Doc 9303") {
    for (const char* code : {"FRA", "ZWE", "ABW", "D<<", "UTO", "XXA", "GBN", "RKS"}) {
        CAPTURE(code);
        CHECK(is_state(code));
    }
    for (const char* code : {"FRX", "F<<", "", "<<<", "FR"}) {
        CAPTURE(code);
        CHECK_FALSE(is_state(code));
    }
}

TEST_CASE("a printed digit that is wrong stays as printed, and nothing under it is proven") {
    auto zone = icao_passport;
    zone[1][19] = '5'; // printed 2
    const auto solved = solve(layout("TD3"), seen(zone));
    CHECK(solved.lines[1][19] == '5');
    CHECK_FALSE(solved.all_agreed());
    CHECK_FALSE(proven(parts_of(solved, today_here), "birth-date"));
}

TEST_CASE("text that is no zone gives nothing") {
    CHECK(parts_of_text({}, today_here).empty());
    CHECK(parts_of_text({"Bonjour", "à tous"}, today_here).empty());
    CHECK(parts_of_text({std::string(44, '<'), std::string(44, '<')}, today_here).empty());
}
