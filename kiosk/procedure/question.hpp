// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/message.hpp"
#include "logic/expression.hpp"

#include <optional>
#include <string>
#include <vector>

namespace guichet::procedure {

class Type;

/// One option of a choice.
struct Option {
    std::string id;
    i18n::Message label;
    i18n::Message help{};

    bool operator==(const Option&) const = default;
};

/// One question of a procedure, as its file describes it. Immutable once loaded.
struct Question {
    std::string id;
    const Type* type{};  ///< never null; lives as long as the program
    i18n::Message label; ///< the question as a sentence: the heading of its screen
    i18n::Message
        name{}; ///< the answer's short name on the check page and the sheet; the label when empty
    i18n::Message help{};
    std::vector<std::string>
        read{}; ///< document fields that can answer it, "identite.nom", surest first
    std::optional<logic::Expression> when{}; ///< asked only while this holds
    bool required{true};                     ///< may not be left empty
    i18n::Message none{}; ///< "Je n’ai pas de prénom", the answer HasNone; empty: not offered
    i18n::Message unlisted{}; ///< commune: "Ma commune n’est pas dans la liste", which keeps what
                              ///< was typed; empty: not offered
    bool partial{false};      ///< date: the day, or the day and the month, may be 00
    bool may_skip{true}; ///< "Je ne sais pas" is offered (`unknown: false` in the file forbids it)
    std::optional<long>
        min{}; ///< number, money (euros), many-choices and list (how many), text (characters)
    std::optional<long> max{};
    std::vector<Option> options{};    ///< choice and many-choices
    bool other{false};                ///< the choice has "autre", in the person's own words
    std::vector<Question> items{};    ///< list: the questions of one item, the first one names it
    i18n::Message item_name{};        ///< list: "Enfant"
    std::vector<std::string> kinds{}; ///< document: the kinds asked for
    std::string pattern{};            ///< reference: what it looks like, see pattern.hpp
    i18n::Message notes{};            ///< for the mediator at their side
    int line{0};                      ///< where the file says it, for messages to authors

    const i18n::Message& short_name() const { return name.empty() ? label : name; }
};

} // namespace guichet::procedure
