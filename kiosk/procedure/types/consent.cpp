// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

namespace guichet::procedure::type {

namespace {

class Consent : public Type {
public:
    std::string_view name() const override { return "consent"; }
    Input input() const override { return Input::Agree; }
    logic::Type logic_type(const Question&) const override {
        return {.kind = logic::Type::Kind::Bool};
    }
    logic::Value to_logic(const Value& value) const override {
        const auto* agreed = std::get_if<bool>(&value);
        return agreed == nullptr ? logic::Value(logic::Unknown{}) : logic::Value(*agreed);
    }

    tl::expected<Value, Rejection> parse(const Question&, const Draft& draft) const override {
        if (draft.chosen.size() == 1 && draft.chosen.front() == yes)
            return Value(true);
        return reject(i18n::tr("Pour continuer, touchez « Je suis d’accord »."));
    }

    Draft draft(const Question&, const Value& value) const override {
        const auto* agreed = std::get_if<bool>(&value);
        if (agreed == nullptr || !*agreed)
            return {};
        return {.chosen = {std::string(yes)}};
    }

    /// No document can agree in a person's place.
    Draft read(const Question&, std::string_view) const override { return {}; }

    std::string
    format(const Question&, const Value& value, const i18n::Catalogue& words) const override {
        const auto* agreed = std::get_if<bool>(&value);
        if (agreed == nullptr)
            return {};
        return words.text(*agreed ? i18n::tr("Accepté") : i18n::tr("Refusé"));
    }
};

} // namespace

const Type& consent() {
    static const Consent type;
    return type;
}

} // namespace guichet::procedure::type
