// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/calendar.hpp"
#include "procedure/types/one_box.hpp"

namespace guichet::procedure::type {

namespace {

class MonthType : public Type {
public:
    std::string_view name() const override { return "month"; }
    Input input() const override { return Input::Boxes; }
    logic::Type logic_type(const Question&) const override {
        return {.kind = logic::Type::Kind::Timestamp};
    }
    /// The first day of the month.
    logic::Value to_logic(const Value& value) const override {
        const auto* month = std::get_if<Month>(&value);
        return month == nullptr ? logic::Value(logic::Unknown{})
                                : to_timestamp(*month / std::chrono::day{1});
    }

    std::vector<Part> parts(const Question&) const override { return {month_box(), year_box()}; }

    tl::expected<Value, Rejection> parse(const Question&, const Draft& draft) const override {
        return check_month(tidy(draft, 0), tidy(draft, 1), 1).map([](Month month) {
            return Value(month);
        });
    }

    Draft draft(const Question&, const Value& value) const override {
        const auto* month = std::get_if<Month>(&value);
        if (month == nullptr)
            return {.parts = {"", ""}};
        return {
            .parts = {
                two_digits(static_cast<unsigned>(month->month())),
                std::to_string(static_cast<int>(month->year()))}};
    }

    Draft read(const Question&, std::string_view value) const override {
        const auto text = tidy(value);
        if (text.size() >= 7 && text[4] == '-') // 1968-03 or 1968-03-14
            return {.parts = {text.substr(5, 2), text.substr(0, 4)}};
        return {.parts = {"", ""}};
    }

    std::string
    format(const Question&, const Value& value, const i18n::Catalogue& words) const override {
        const auto* month = std::get_if<Month>(&value);
        return month == nullptr ? std::string() : words.month(*month);
    }

    std::string
    spoken(const Question&, const Value& value, const i18n::Catalogue& words) const override {
        const auto* month = std::get_if<Month>(&value);
        if (month == nullptr)
            return {};
        return words.text(
            i18n::tr("{month} {year}")
                .with("month", words.text(month_name(static_cast<unsigned>(month->month()))))
                .with("year", std::to_string(static_cast<int>(month->year())))
        );
    }
};

} // namespace

const Type& month() {
    static const MonthType type;
    return type;
}

} // namespace guichet::procedure::type
