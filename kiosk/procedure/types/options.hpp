#pragma once

#include "procedure/question.hpp"
#include "procedure/type.hpp"

#include <string>
#include <string_view>

namespace guichet::procedure::type {

/// nullptr when the question has no such option.
const Option* find_option(const Question& question, std::string_view id);

/// The option of that id or, forgiving accents and case, with that label.
const Option* option_said(const Question& question, std::string_view words);

/// The box for the person's own words beside "autre"; none when the question has no "autre".
std::vector<Part> other_box(const Question& question);

/// The words for one option; those of the person for "autre".
std::string option_words(
    const Question& question,
    const Chosen& chosen,
    std::string_view id,
    const i18n::Catalogue& words
);

/// The answer, when the options exist and the words for "autre" are there.
tl::expected<Chosen, Rejection> check_options(const Question& question, const Draft& draft);

/// What stands in the boxes and is touched for `chosen`.
Draft draft_options(const Question& question, const Chosen& chosen);

} // namespace guichet::procedure::type
