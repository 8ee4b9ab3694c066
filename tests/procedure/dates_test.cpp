// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"
#include "procedure/partial_date.hpp"

#include <array>
#include <ostream>

using namespace guichet;
using namespace guichet::procedure;

namespace {

Date day(int year, unsigned month, unsigned number) {
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

} // namespace

TEST_CASE("a date that cannot be says which box to correct") {
    struct Case {
        const char* day;
        const char* month;
        const char* year;
        int part;
        const char* say; ///< nullptr: it is a date
    };
    const auto cases = std::to_array<Case>({
        {"14", "03", "1968", 0, nullptr},
        {"1", "3", "1968", 0, nullptr},
        {" 29", "2", "2024 ", 0, nullptr},
        {"", "3", "1968", 0, "Écrivez le jour."},
        {"32", "1", "1968", 0, "Le jour va de 1 à 31."},
        {"00", "00", "1968", 0, "Si le jour n’est pas connu, appelez quelqu’un."},
        {"x", "1", "1968", 0, "Écrivez le jour avec des chiffres."},
        {"14", "", "1968", 1, "Écrivez le mois."},
        {"14", "13", "1968", 1, "Le mois va de 1 à 12."},
        {"14", "mars", "1968", 1, "Écrivez le mois avec des chiffres."},
        {"14", "3", "", 2, "Écrivez l’année."},
        {"14", "3", "68", 2, "Écrivez l’année avec quatre chiffres, comme 1968."},
        {"14", "3", "1068", 2, "Vérifiez l’année."},
        {"14", "3", "19680", 2, "Écrivez l’année avec quatre chiffres."},
        {"31", "4", "1968", 0, "Ce mois a {days} jours."},
        {"29", "2", "1900", 0, "En {year}, février a {days} jours."},
    });
    const auto question = question_of("date");
    for (const auto& row : cases) {
        CAPTURE(row.day);
        CAPTURE(row.month);
        CAPTURE(row.year);
        const auto parsed =
            question.type->parse(question, {.parts = {row.day, row.month, row.year}});
        CHECK(parsed.has_value() == (row.say == nullptr));
        if (!parsed && row.say != nullptr) {
            CHECK(parsed.error().say.id == row.say);
            CHECK(parsed.error().part == row.part);
        }
    }
}

TEST_CASE("dates and months are shown, spoken, reckoned with and changed again") {
    const i18n::Catalogue french;
    const auto date = question_of("date");
    const Value value{day(1968, 3, 1)};
    CHECK(date.type->parse(date, {.parts = {"1", "3", "1968"}}) == value);
    CHECK(date.type->draft(date, value).parts == std::vector<std::string>{"01", "03", "1968"});
    CHECK(date.type->format(date, value, french) == "01/03/1968");
    CHECK(date.type->spoken(date, value, french) == "1er mars 1968");
    CHECK(date.type->spoken(date, day(2000, 12, 25), french) == "25 décembre 2000");
    CHECK(date.type->to_logic(value) == logic::Value(logic::Timestamp{.seconds = -57974400}));
    CHECK(
        date.type->read(date, "1968-03-01").parts == std::vector<std::string>{"01", "03", "1968"}
    );
    CHECK(date.type->read(date, "01/03/1968") == date.type->read(date, "1968-03-01"));
    CHECK(date.type->parts(date).size() == 3);

    const auto month = question_of("month");
    const Value march{Month{std::chrono::year{2026}, std::chrono::month{3}}};
    CHECK(month.type->parse(month, {.parts = {"3", "2026"}}) == march);
    CHECK(month.type->draft(month, march).parts == std::vector<std::string>{"03", "2026"});
    CHECK(month.type->spoken(month, march, french) == "mars 2026");
    CHECK(month.type->parse(month, {.parts = {"3", "26"}}).error().part == 1);
}

TEST_CASE("a birth that nobody wrote down is written as it stands on the card") {
    struct Case {
        const char* day;
        const char* month;
        const char* year;
        const char* shown; ///< nullptr: refused
        const char* says;  ///< the words spoken, or why it is refused
    };
    const auto cases = std::to_array<Case>({
        {"00", "00", "1960", "00/00/1960", "1960, jour et mois non connus"},
        {"0", "7", "1960", "00/07/1960", "juillet 1960, jour non connu"},
        {"14", "07", "1960", "14/07/1960", "14 juillet 1960"},
        {"14", "00", "1960", nullptr, "Le mois va de 1 à 12."},
        {"", "00", "1960", nullptr, "Écrivez le jour, ou 00 s’il n’est pas connu."},
        {"00", "", "1960", nullptr, "Écrivez le mois."},
        {"00", "00", "60", nullptr, "Écrivez l’année avec quatre chiffres, comme 1968."},
    });
    const i18n::Catalogue french;
    auto question = question_of("date");
    question.partial = true;
    for (const auto& row : cases) {
        CAPTURE(row.says);
        const auto parsed =
            question.type->parse(question, {.parts = {row.day, row.month, row.year}});
        REQUIRE(parsed.has_value() == (row.shown != nullptr));
        if (!parsed) {
            CHECK(parsed.error().say.id == row.says);
            continue;
        }
        CHECK(question.type->format(question, *parsed, french) == row.shown);
        CHECK(question.type->spoken(question, *parsed, french) == row.says);
        CHECK(question.type->parse(question, question.type->draft(question, *parsed)) == *parsed);
    }
    CHECK(question.type->read(question, "1960-00-00").parts.front() == "00");
}

TEST_CASE("a date known in part may be any day of its month or year") {
    CHECK_FALSE(is_partial(day(1960, 7, 14)));
    CHECK(is_partial(day(1960, 7, 0)));
    CHECK(is_partial(day(1960, 0, 0)));
    CHECK(possible_days(day(1960, 7, 0)) == 31);
    CHECK(possible_days(day(1961, 2, 0)) == 28);
    CHECK(possible_days(day(1960, 0, 0)) == 366);
    CHECK(possible_day(day(1960, 7, 0), 0) == day(1960, 7, 1));
    CHECK(possible_day(day(1960, 7, 0), 300) == day(1960, 7, 31));
    CHECK(possible_day(day(1960, 0, 0), 0) == day(1960, 1, 1));
    CHECK(possible_day(day(1960, 0, 0), 365) == day(1960, 12, 31));
    CHECK(possible_day(day(1961, 0, 0), 365) == day(1961, 12, 31));
}
