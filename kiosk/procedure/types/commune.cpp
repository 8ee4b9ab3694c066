// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/communes.hpp"
#include "procedure/types/one_box.hpp"

namespace guichet::procedure::type {

namespace {

class CommuneType : public Type {
public:
    std::string_view name() const override { return "commune"; }
    Input input() const override { return Input::Pick; }
    logic::Type logic_type(const Question&) const override { return commune_logic_type(); }
    logic::Value to_logic(const Value& value) const override {
        const auto* commune = std::get_if<Commune>(&value);
        return commune == nullptr ? logic::Value(logic::Unknown{}) : commune_to_logic(*commune);
    }

    std::vector<Part> parts(const Question&) const override {
        return {
            {.label = i18n::tr("Code postal ou nom"),
             .keyboard = Keyboard::Mixed,
             .longest = 60,
             .width = 28}};
    }

    tl::expected<Value, Rejection> parse(const Question&, const Draft& draft) const override {
        return chosen_commune(draft, tidy(draft), 0).map([](Commune commune) {
            return Value(std::move(commune));
        });
    }

    Draft draft(const Question&, const Value& value) const override {
        const auto* commune = std::get_if<Commune>(&value);
        if (commune == nullptr)
            return {.parts = {""}};
        return {.parts = {commune_words(*commune)}, .chosen = {commune_id(*commune)}};
    }

    Draft read(const Question&, std::string_view value) const override {
        auto found = read_commune(value);
        if (found.words.empty())
            return {.parts = {found.before}};
        return {.parts = {std::move(found.words)}, .chosen = std::move(found.chosen)};
    }

    std::string format(const Question&, const Value& value, const i18n::Catalogue&) const override {
        const auto* commune = std::get_if<Commune>(&value);
        return commune == nullptr ? std::string() : commune_words(*commune);
    }

    std::string spoken(const Question&, const Value& value, const i18n::Catalogue&) const override {
        const auto* commune = std::get_if<Commune>(&value);
        return commune == nullptr
                   ? std::string()
                   : commune->name + ", " + spell(in_groups(commune->postal_code, {2, 3}));
    }

    std::vector<Option> matches(std::string_view typed) const override {
        return match_communes(typed);
    }
};

} // namespace

const Type& commune() {
    static const CommuneType type;
    return type;
}

} // namespace guichet::procedure::type
