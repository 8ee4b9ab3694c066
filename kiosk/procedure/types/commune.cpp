// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/places.hpp"
#include "procedure/types/all.hpp"
#include "procedure/types/communes.hpp"
#include "procedure/types/one_box.hpp"

namespace guichet::procedure::type {

namespace {

const std::vector<std::string> unlisted{std::string(unlisted_option)};

/// One of before, or of before its arrondissements: kept as it is written.
tl::expected<Value, Rejection> unlisted_commune(std::string name) {
    if (fold(name).find_first_not_of("0123456789 ") == std::string::npos)
        return reject(i18n::tr("Écrivez le nom de la commune."));
    return Value(Commune{.code = {}, .name = std::move(name), .postal_code = {}});
}

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

    tl::expected<Value, Rejection>
    parse(const Question& question, const Draft& draft) const override {
        if (!question.unlisted.empty() && draft.chosen == unlisted)
            return unlisted_commune(tidy(draft));
        return chosen_commune(draft, tidy(draft), 0).map([](Commune commune) {
            return Value(std::move(commune));
        });
    }

    Draft draft(const Question&, const Value& value) const override {
        const auto* commune = std::get_if<Commune>(&value);
        if (commune == nullptr)
            return {.parts = {""}};
        if (commune->code.empty())
            return {.parts = {commune->name}, .chosen = unlisted};
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
        if (commune == nullptr)
            return {};
        if (commune->code.empty())
            return commune->name;
        return commune->name + ", " + spell(in_groups(commune->postal_code, {2, 3}));
    }

    std::vector<Option> matches(std::string_view typed) const override {
        return match_communes(typed);
    }

    std::vector<std::string_view> keys() const override { return {"unlisted"}; }
};

} // namespace

const Type& commune() {
    static const CommuneType type;
    return type;
}

} // namespace guichet::procedure::type
