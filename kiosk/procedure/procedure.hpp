// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "i18n/message.hpp"
#include "logic/expression.hpp"
#include "procedure/question.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::procedure {

struct Step {
    std::string id;
    i18n::Message title;
    std::vector<Question> questions;
    std::optional<logic::Expression> when{};
    int line{0}; ///< where the file says it, for messages to authors
};

/// A rule over several answers. Shown as a finding at `at`, or on the check page when empty.
struct Check {
    logic::Expression that;
    i18n::Message say;
    std::string at{}; ///< question id
    int line{0};
};

/// The rule that ends the procedure early: an explained exit with a human, not an error.
struct Exit {
    logic::Expression when;
    i18n::Message title;
    i18n::Message say;
    int line{0};
};

/// The people who can help when the machine cannot. Every procedure has them.
struct Human {
    std::string phone;
    std::string hours;     ///< schema.org openingHours, "Mo-Fr 08:30-17:30"
    i18n::Message help;    ///< who answers there, and who does not; may be empty
    i18n::Message counter; ///< where to go
    std::string paper;     ///< number of the paper form
};

/// A paper to have at hand.
struct Need {
    std::string kind{}; ///< id of a document kind; empty for a paper we cannot read
    i18n::Message label;
    i18n::Message help{};
};

/// What to do with the result: one line of "what happens next".
struct Next {
    i18n::Message say;
};

struct Procedure {
    std::string id;
    i18n::Message title;
    i18n::Message summary{};          ///< one sentence for the catalogue
    std::string theme;                ///< national vocabulary, "social_sante"
    i18n::Message duration{};         ///< "15 minutes"
    std::vector<std::string> words{}; ///< other words people search it by
    Date verified{};
    std::string source; ///< "cerfa 12504*10"
    std::vector<Need> need;
    std::vector<Step> steps;
    std::vector<Check> checks;
    std::vector<Exit> exits;
    std::vector<std::string> deliver; ///< "recap-pdf"…
    std::vector<Next> next;
    i18n::Message send_to{}; ///< where the paper goes, an address on one line
    Human human;
};

/// The question at `path` ("enfants[2].prenom" finds the item's question); nullptr when there is
/// none.
const Question* find_question(const Procedure& procedure, std::string_view path);

} // namespace guichet::procedure
