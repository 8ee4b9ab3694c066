#include "scan/mrz/layout.hpp"
#include "scan/mrz/parts.hpp"
#include "scan/mrz/solve.hpp"

#include <algorithm>
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
    const Row rows[] = {{"680314", "1968-03-14", true}, {"150314", "2015-03-14", false}};
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
