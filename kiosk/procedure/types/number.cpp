// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/amount.hpp"
#include "procedure/types/one_box.hpp"

#include <algorithm>

namespace guichet::procedure::type {

namespace {

class Number : public Type {
public:
    std::string_view name() const override { return "number"; }
    Input input() const override { return Input::Boxes; }
    logic::Type logic_type(const Question&) const override {
        return {.kind = logic::Type::Kind::Int};
    }
    logic::Value to_logic(const Value& value) const override {
        const auto* number = std::get_if<std::int64_t>(&value);
        return number == nullptr ? logic::Value(logic::Unknown{}) : logic::Value(*number);
    }

    std::vector<Part> parts(const Question& question) const override {
        const bool negative = question.min.value_or(0) < 0;
        const auto width = question.max ? std::to_string(*question.max).size() + 2 : 10;
        return {
            {.keyboard = negative ? Keyboard::Amount : Keyboard::Digits,
             .longest = 20,
             .width = static_cast<int>(std::clamp<std::size_t>(width, 4, 16))}};
    }

    std::string group(std::string_view typed) const override { return group_thousands(typed); }

    tl::expected<Value, Rejection>
    parse(const Question& question, const Draft& draft) const override {
        const auto amount = read_amount(tidy(draft), draft.language);
        if (!amount)
            return reject(i18n::tr("Écrivez seulement des chiffres."));
        if (!amount->decimals.empty())
            return reject(i18n::tr("Écrivez un nombre entier, sans virgule."));
        const auto number = amount->whole;
        if (const auto say = out_of_limits(question, number * 100, Unit::Plain))
            return reject(*say);
        return Value(number);
    }

    Draft draft(const Question&, const Value& value) const override {
        const auto* number = std::get_if<std::int64_t>(&value);
        return {.parts = {number == nullptr ? "" : group(std::to_string(*number))}};
    }

    std::string
    format(const Question&, const Value& value, const i18n::Catalogue& words) const override {
        const auto* number = std::get_if<std::int64_t>(&value);
        return number == nullptr ? std::string() : words.number(*number);
    }

    std::vector<std::string_view> keys() const override { return {"min", "max"}; }
};

} // namespace

const Type& number() {
    static const Number type;
    return type;
}

} // namespace guichet::procedure::type
