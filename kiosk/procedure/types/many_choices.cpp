// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"
#include "procedure/types/options.hpp"

namespace guichet::procedure::type {

namespace {

class ManyChoices : public FromOptions {
public:
    std::string_view name() const override { return "many-choices"; }
    Input input() const override { return Input::ManyOf; }
    /// The options' ids, in the question's order.
    logic::Type logic_type(const Question&) const override {
        return {
            .kind = logic::Type::Kind::List,
            .of = {logic::Type{.kind = logic::Type::Kind::String}}};
    }
    logic::Value to_logic(const Value& value) const override {
        const auto* chosen = std::get_if<Chosen>(&value);
        if (chosen == nullptr)
            return logic::Value(logic::Unknown{});
        logic::List ids;
        for (const auto& id : chosen->ids)
            ids.emplace_back(id);
        return logic::Value(std::move(ids));
    }

    tl::expected<Value, Rejection>
    parse(const Question& question, const Draft& draft) const override {
        auto chosen = check_options(question, draft);
        if (!chosen)
            return tl::unexpected(chosen.error());
        const auto count = static_cast<long>(chosen->ids.size());
        const auto least = question.min.value_or(question.required ? 1 : 0);
        if (count < least)
            return reject(i18n::tr_count(
                "Choisissez au moins {n} réponse.", "Choisissez au moins {n} réponses.", least
            ));
        if (question.max && count > *question.max)
            return reject(i18n::tr_count(
                "Gardez {n} réponse au plus.", "Gardez {n} réponses au plus.", *question.max
            ));
        return Value(std::move(*chosen));
    }

    std::string format(const Question& question, const Value& value, const i18n::Catalogue& words)
        const override {
        const auto* chosen = std::get_if<Chosen>(&value);
        if (chosen == nullptr)
            return {};
        if (chosen->ids.empty())
            return words.text(i18n::tr("Aucune de ces réponses"));
        std::string list;
        for (const auto& id : chosen->ids) {
            if (!list.empty())
                list += words.text(i18n::tr(", "));
            list += option_words(question, *chosen, id, words);
        }
        return list;
    }

    std::vector<std::string_view> keys() const override {
        return {"options", "other", "min", "max"};
    }
};

} // namespace

const Type& many_choices() {
    static const ManyChoices type;
    return type;
}

} // namespace guichet::procedure::type
