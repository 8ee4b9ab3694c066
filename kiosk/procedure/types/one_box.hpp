// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/type.hpp"

#include <string>
#include <string_view>

namespace guichet::procedure::type {

/// What is left of a draft's box when blanks around and double blanks inside are dropped; empty
/// when the draft has no such box.
std::string tidy(const Draft& draft, std::size_t part = 0);
std::string tidy(std::string_view text);

/// The letters and digits of an identifier, letters as capitals; spaces, dots, hyphens and slashes
/// dropped. Any other character stays, for the check to refuse.
std::string compact(std::string_view text);

bool is_digit(char c);
bool is_letter(char c); ///< A to Z, either case
bool all_digits(std::string_view text);

/// `text` cut into groups of these sizes, with blanks between; the last size goes on for ever.
std::string in_groups(std::string_view text, std::initializer_list<std::size_t> sizes);

/// "06 12 34" as "06, 12, 34"; groups with letters or more than three digits one sign at a time.
std::string spell(std::string_view grouped);

tl::unexpected<Rejection> reject(i18n::Message say, int part = 0);

/// "Il manque 2 chiffres." or "Il y a 1 chiffre de trop." for a number of `wanted` digits.
tl::unexpected<Rejection> wrong_length(std::size_t has, std::size_t wanted);

/// The string a value holds; empty when it is something else.
const std::string& words_of(const Value& value);

/// A type answered in one box, whose value is a string.
class OneBox : public Type {
public:
    Input input() const override { return Input::Boxes; }
    logic::Type logic_type(const Question& question) const override;
    logic::Value to_logic(const Value& value) const override;
    tl::expected<Value, Rejection>
    parse(const Question& question, const Draft& draft) const override;
    Draft draft(const Question& question, const Value& value) const override;
    std::string format(const Question& question, const Value& value, const i18n::Catalogue& words)
        const override;

protected:
    /// The check. `typed` is tidy and not empty.
    virtual tl::expected<std::string, Rejection>
    check(const Question& question, std::string typed) const = 0;
};

/// One box that holds a number with a check digit: said group by group, as it is shown.
class NumberBox : public OneBox {
public:
    std::string spoken(const Question& question, const Value& value, const i18n::Catalogue& words)
        const override;
};

} // namespace guichet::procedure::type
