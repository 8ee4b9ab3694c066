// SPDX-License-Identifier: GPL-3.0-or-later
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

/// The words for one option; those of the person for "autre".
std::string option_words(
    const Question& question,
    const Chosen& chosen,
    std::string_view id,
    const i18n::Catalogue& words
);

/// The answer, when the options exist and the words for "autre" are there.
tl::expected<Chosen, Rejection> check_options(const Question& question, const Draft& draft);

/// A type answered by touching the question's options, one of which may be "autre" with a box for
/// the person's own words.
class FromOptions : public Type {
public:
    std::vector<Part> parts(const Question& question) const override;
    Draft draft(const Question& question, const Value& value) const override;
    Draft read(const Question& question, std::string_view value) const override;
};

} // namespace guichet::procedure::type
