// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/amount.hpp"
#include "procedure/types/calendar.hpp"
#include "procedure/types/one_box.hpp"

#include <cstdlib>

namespace guichet::procedure::type {

namespace {

class MoneyType : public Type {
public:
    std::string_view name() const override { return "money"; }
    Input input() const override { return Input::Boxes; }
    /// Euros.
    logic::Type logic_type(const Question&) const override {
        return {.kind = logic::Type::Kind::Double};
    }
    logic::Value to_logic(const Value& value) const override {
        const auto* money = std::get_if<Money>(&value);
        return money == nullptr ? logic::Value(logic::Unknown{})
                                : logic::Value(static_cast<double>(money->cents) / 100.0);
    }

    std::vector<Part> parts(const Question&) const override {
        return {
            {.keyboard = Keyboard::Amount, .longest = 20, .width = 12, .suffix = i18n::tr("€")}};
    }

    std::string group(std::string_view typed) const override { return group_thousands(typed); }

    tl::expected<Value, Rejection>
    parse(const Question& question, const Draft& draft) const override {
        const auto amount = read_amount(tidy(draft), draft.language);
        if (!amount)
            return reject(i18n::tr("Écrivez une somme, par exemple 1 234,50."));
        if (amount->decimals.size() > 2)
            return reject(i18n::tr("Écrivez deux chiffres au plus après la virgule."));
        auto cents = std::abs(amount->whole) * 100;
        if (!amount->decimals.empty())
            cents += std::int64_t{*small_number(amount->decimals)} *
                     (amount->decimals.size() == 1 ? 10 : 1);
        if (amount->negative)
            cents = -cents;
        if (const auto say = out_of_limits(question, cents, Unit::Euros))
            return reject(*say);
        return Value(Money{.cents = cents});
    }

    Draft draft(const Question&, const Value& value) const override {
        const auto* money = std::get_if<Money>(&value);
        if (money == nullptr)
            return {.parts = {""}};
        const auto cents = std::abs(money->cents);
        auto text = (money->cents < 0 ? "-" : "") + std::to_string(cents / 100);
        if (cents % 100 != 0)
            text += "," + two_digits(static_cast<unsigned>(cents % 100));
        return {.parts = {group(text)}};
    }

    std::string
    format(const Question&, const Value& value, const i18n::Catalogue& words) const override {
        const auto* money = std::get_if<Money>(&value);
        return money == nullptr ? std::string() : words.money(money->cents);
    }

    std::vector<std::string_view> keys() const override { return {"min", "max"}; }
};

} // namespace

const Type& money() {
    static const MoneyType type;
    return type;
}

} // namespace guichet::procedure::type
