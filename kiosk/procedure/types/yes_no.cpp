// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/places.hpp"
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

#include <algorithm>
#include <array>

namespace guichet::procedure::type {

namespace {

class YesNo : public Type {
public:
    std::string_view name() const override { return "yes-no"; }
    Input input() const override { return Input::YesNo; }
    logic::Type logic_type(const Question&) const override {
        return {.kind = logic::Type::Kind::Bool};
    }
    logic::Value to_logic(const Value& value) const override {
        const auto* answer = std::get_if<bool>(&value);
        return answer == nullptr ? logic::Value(logic::Unknown{}) : logic::Value(*answer);
    }

    tl::expected<Value, Rejection> parse(const Question&, const Draft& draft) const override {
        if (draft.chosen.size() == 1 && draft.chosen.front() == yes)
            return Value(true);
        if (draft.chosen.size() == 1 && draft.chosen.front() == no)
            return Value(false);
        return reject(i18n::tr("Touchez « Oui » ou « Non »."));
    }

    Draft draft(const Question&, const Value& value) const override {
        const auto* answer = std::get_if<bool>(&value);
        if (answer == nullptr)
            return {};
        return {.chosen = {std::string(*answer ? yes : no)}};
    }

    Draft read(const Question&, std::string_view value) const override {
        constexpr std::array<std::string_view, 3> agreeing{"yes", "oui", "true"};
        constexpr std::array<std::string_view, 3> refusing{"no", "non", "false"};
        const auto word = fold(value);
        if (std::ranges::find(agreeing, word) != agreeing.end())
            return {.chosen = {std::string(yes)}};
        if (std::ranges::find(refusing, word) != refusing.end())
            return {.chosen = {std::string(no)}};
        return {};
    }

    std::string
    format(const Question&, const Value& value, const i18n::Catalogue& words) const override {
        const auto* answer = std::get_if<bool>(&value);
        if (answer == nullptr)
            return {};
        return words.text(*answer ? i18n::tr("Oui") : i18n::tr("Non"));
    }
};

} // namespace

const Type& yes_no() {
    static const YesNo type;
    return type;
}

} // namespace guichet::procedure::type
