// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"
#include "procedure/types/options.hpp"

namespace guichet::procedure::type {

namespace {

class Choice : public FromOptions {
public:
    std::string_view name() const override { return "choice"; }
    Input input() const override { return Input::OneOf; }
    /// The option's id.
    logic::Type logic_type(const Question&) const override {
        return {.kind = logic::Type::Kind::String};
    }
    logic::Value to_logic(const Value& value) const override {
        const auto* chosen = std::get_if<Chosen>(&value);
        if (chosen == nullptr || chosen->ids.empty())
            return logic::Value(logic::Unknown{});
        return logic::Value(chosen->ids.front());
    }

    tl::expected<Value, Rejection>
    parse(const Question& question, const Draft& draft) const override {
        auto chosen = check_options(question, draft);
        if (!chosen)
            return tl::unexpected(chosen.error());
        if (chosen->ids.empty())
            return reject(i18n::tr("Choisissez une réponse de la liste."));
        if (chosen->ids.size() > 1)
            return reject(i18n::tr("Choisissez une seule réponse."));
        return Value(std::move(*chosen));
    }

    std::string format(const Question& question, const Value& value, const i18n::Catalogue& words)
        const override {
        const auto* chosen = std::get_if<Chosen>(&value);
        if (chosen == nullptr || chosen->ids.empty())
            return {};
        return option_words(question, *chosen, chosen->ids.front(), words);
    }

    std::vector<std::string_view> keys() const override { return {"options", "other"}; }
};

} // namespace

const Type& choice() {
    static const Choice type;
    return type;
}

} // namespace guichet::procedure::type
