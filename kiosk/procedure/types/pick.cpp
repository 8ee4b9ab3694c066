// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/pick.hpp"

#include "procedure/places.hpp"
#include "procedure/types/one_box.hpp"

namespace guichet::procedure::type {

logic::Type Pick::logic_type(const Question&) const {
    return {.kind = logic::Type::Kind::String};
}

logic::Value Pick::to_logic(const Value& value) const {
    return logic::Value(words_of(value));
}

std::vector<Part> Pick::parts(const Question&) const {
    return {
        {.label = i18n::tr("Écrivez les premières lettres"),
         .keyboard = Keyboard::Mixed,
         .longest = 60,
         .width = 28}};
}

tl::expected<Value, Rejection> Pick::parse(const Question&, const Draft& draft) const {
    if (!draft.chosen.empty()) {
        auto option = find(draft.chosen.front());
        if (!option.label.empty())
            return Value(std::move(option.id));
        return reject(i18n::tr("Choisissez une réponse de la liste."));
    }
    const auto typed = fold(tidy(draft));
    const auto found = matches(typed);
    if (found.empty())
        return reject(i18n::tr("Vérifiez le nom, puis choisissez dans la liste."));
    if (found.size() == 1 &&
        (fold(found.front().label.id) == typed || fold(found.front().id) == typed))
        return Value(found.front().id);
    return reject(i18n::tr("Choisissez une réponse de la liste."));
}

Draft Pick::draft(const Question&, const Value& value) const {
    const auto option = find(words_of(value));
    if (option.label.empty())
        return {.parts = {""}};
    return {.parts = {option.label.id}, .chosen = {option.id}};
}

Draft Pick::read(const Question& question, std::string_view value) const {
    const auto text = tidy(value);
    const auto option = find(text);
    if (!option.label.empty())
        return draft(question, Value(option.id));
    const auto found = matches(text);
    return found.size() == 1 ? draft(question, Value(found.front().id)) : Draft{.parts = {text}};
}

std::string Pick::format(const Question&, const Value& value, const i18n::Catalogue& words) const {
    const auto option = find(words_of(value));
    return option.label.empty() ? words_of(value) : words.text(option.label);
}

} // namespace guichet::procedure::type
