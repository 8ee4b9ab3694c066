// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/options.hpp"

#include "procedure/places.hpp"
#include "procedure/types/one_box.hpp"

#include <algorithm>

namespace guichet::procedure::type {

const Option* find_option(const Question& question, std::string_view id) {
    const auto found = std::ranges::find(question.options, id, &Option::id);
    return found == question.options.end() ? nullptr : &*found;
}

const Option* option_said(const Question& question, std::string_view words) {
    if (const auto* option = find_option(question, words))
        return option;
    const auto said = fold(words);
    const auto found = std::ranges::find_if(question.options, [&said](const Option& option) {
        return fold(option.label.id) == said;
    });
    return found == question.options.end() ? nullptr : &*found;
}

std::string option_words(
    const Question& question,
    const Chosen& chosen,
    std::string_view id,
    const i18n::Catalogue& words
) {
    if (id == other_option && !chosen.other.empty())
        return chosen.other;
    const auto* option = find_option(question, id);
    return option == nullptr ? std::string(id) : words.text(option->label);
}

tl::expected<Chosen, Rejection> check_options(const Question& question, const Draft& draft) {
    Chosen chosen;
    for (const auto& option : question.options) // in the question's order, each once
        if (std::ranges::find(draft.chosen, option.id) != draft.chosen.end())
            chosen.ids.push_back(option.id);
    const bool strange = std::ranges::any_of(draft.chosen, [&question](const std::string& id) {
        return find_option(question, id) == nullptr;
    });
    if (strange)
        return reject(i18n::tr("Choisissez une réponse de la liste."));
    if (question.other && std::ranges::find(chosen.ids, other_option) != chosen.ids.end()) {
        chosen.other = tidy(draft);
        if (chosen.other.empty())
            return reject(i18n::tr("Écrivez votre réponse avec vos mots."));
    }
    return chosen;
}

std::vector<Part> FromOptions::parts(const Question& question) const {
    if (!question.other)
        return {};
    return {
        {.label = i18n::tr("Écrivez avec vos mots"),
         .keyboard = Keyboard::Mixed,
         .longest = 200,
         .width = 32}};
}

Draft FromOptions::draft(const Question& question, const Value& value) const {
    const auto* chosen = std::get_if<Chosen>(&value);
    if (chosen == nullptr)
        return {};
    Draft draft{.chosen = chosen->ids};
    if (question.other)
        draft.parts = {chosen->other};
    return draft;
}

Draft FromOptions::read(const Question& question, std::string_view value) const {
    const auto* option = option_said(question, value);
    return option == nullptr ? Draft{} : draft(question, Chosen{.ids = {option->id}});
}

} // namespace guichet::procedure::type
