// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/partial_date.hpp"
#include "procedure/types/all.hpp"
#include "procedure/types/calendar.hpp"
#include "procedure/types/one_box.hpp"

namespace guichet::procedure::type {

namespace {

constexpr std::chrono::day no_day{0};

unsigned last_day(Month month) {
    return static_cast<unsigned>((month / std::chrono::last).day());
}

i18n::Message too_many_days(Month month) {
    const auto days = std::to_string(last_day(month));
    if (month.month() == std::chrono::February)
        return i18n::tr("En {year}, février a {days} jours.")
            .with("year", std::to_string(static_cast<int>(month.year())))
            .with("days", days);
    return i18n::tr("Ce mois a {days} jours.").with("days", days);
}

/// What identity papers print for a day or a month that nobody wrote down.
bool is_not_known(const std::string& typed) {
    return !typed.empty() && typed.find_first_not_of('0') == std::string::npos;
}

i18n::Message write_day(const Question& question) {
    return question.partial ? i18n::tr("Écrivez le jour, ou 00 s’il n’est pas connu.")
                            : i18n::tr("Écrivez le jour.");
}

tl::expected<int, Rejection> check_day(const Question& question, const std::string& typed) {
    const auto day = small_number(typed);
    if (typed.empty())
        return reject(write_day(question));
    if (!day)
        return reject(i18n::tr("Écrivez le jour avec des chiffres."));
    if (*day == 0 && !question.partial)
        return reject(i18n::tr("Si le jour n’est pas connu, appelez quelqu’un."));
    if (*day > 31)
        return reject(i18n::tr("Le jour va de 1 à 31."));
    return *day;
}

std::string spoken_in_part(Date date, const i18n::Catalogue& words) {
    const auto year = std::to_string(static_cast<int>(date.year()));
    if (date.month() == std::chrono::month{0})
        return words.text(i18n::tr("{year}, jour et mois non connus").with("year", year));
    return words.text(
        i18n::tr("{month} {year}, jour non connu")
            .with("month", words.text(month_name(static_cast<unsigned>(date.month()))))
            .with("year", year)
    );
}

class DateType : public Type {
public:
    std::string_view name() const override { return "date"; }
    Input input() const override { return Input::Boxes; }
    logic::Type logic_type(const Question&) const override {
        return {.kind = logic::Type::Kind::Timestamp};
    }
    logic::Value to_logic(const Value& value) const override {
        const auto* date = std::get_if<Date>(&value);
        return date == nullptr || is_partial(*date) ? logic::Value(logic::Unknown{})
                                                    : to_timestamp(*date);
    }

    std::vector<Part> parts(const Question&) const override {
        return {day_box(), month_box(), year_box()};
    }

    // The boxes are checked in their order, so that the person corrects the first one first.
    tl::expected<Value, Rejection>
    parse(const Question& question, const Draft& draft) const override {
        const auto day = check_day(question, tidy(draft, 0));
        if (!day)
            return tl::unexpected(day.error());
        if (*day == 0 && is_not_known(tidy(draft, 1)))
            return check_year(tidy(draft, 2), 2).map([](int year) {
                return Value(Date{std::chrono::year{year}, std::chrono::month{0}, no_day});
            });
        const auto month = check_month(tidy(draft, 1), tidy(draft, 2), 2);
        if (!month)
            return tl::unexpected(month.error());
        if (static_cast<unsigned>(*day) > last_day(*month))
            return reject(too_many_days(*month), 0);
        return Value(Date{
            month->year(), month->month(), std::chrono::day{static_cast<unsigned>(*day)}});
    }

    Draft draft(const Question&, const Value& value) const override {
        const auto* date = std::get_if<Date>(&value);
        if (date == nullptr)
            return {.parts = {"", "", ""}};
        return {
            .parts = {
                two_digits(static_cast<unsigned>(date->day())),
                two_digits(static_cast<unsigned>(date->month())),
                std::to_string(static_cast<int>(date->year()))}};
    }

    Draft read(const Question&, std::string_view value) const override {
        const auto text = tidy(value);
        if (text.size() == 10 && text[4] == '-' && text[7] == '-') // 1968-03-14
            return {.parts = {text.substr(8), text.substr(5, 2), text.substr(0, 4)}};
        if (text.size() == 10) // 14/03/1968, as printed
            return {.parts = {text.substr(0, 2), text.substr(3, 2), text.substr(6)}};
        return {.parts = {"", "", ""}};
    }

    std::string
    format(const Question&, const Value& value, const i18n::Catalogue& words) const override {
        const auto* date = std::get_if<Date>(&value);
        return date == nullptr ? std::string() : words.date(*date);
    }

    std::string
    spoken(const Question&, const Value& value, const i18n::Catalogue& words) const override {
        const auto* date = std::get_if<Date>(&value);
        if (date == nullptr)
            return {};
        if (is_partial(*date))
            return spoken_in_part(*date, words);
        const auto day = static_cast<unsigned>(date->day());
        const auto pattern =
            day == 1 ? i18n::tr("1er {month} {year}") : i18n::tr("{day} {month} {year}");
        return words.text(
            pattern.with("day", std::to_string(day))
                .with("month", words.text(month_name(static_cast<unsigned>(date->month()))))
                .with("year", std::to_string(static_cast<int>(date->year())))
        );
    }

    std::vector<std::string_view> keys() const override { return {"partial"}; }
};

} // namespace

const Type& date() {
    static const DateType type;
    return type;
}

} // namespace guichet::procedure::type
