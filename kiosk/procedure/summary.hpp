// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/catalogue.hpp"
#include "procedure/answers.hpp"
#include "procedure/procedure.hpp"
#include "procedure/route.hpp"

#include <string>
#include <vector>

namespace guichet::procedure {

/// One line of the check page and of the sheet.
struct Line {
    Path path;
    i18n::Message name;
    i18n::Message value; ///< formatted answer (verbatim), "Je ne sais pas", "Pas de réponse"…
    Answer answer{};
    bool answered{false};
};

/// The lines of one step, or of one item of a list ("Enfant : Lina").
struct Section {
    i18n::Message title;
    std::vector<Line> lines;
};

/// Everything asked and answered, in order, for reading once more.
std::vector<Section> summary(
    const Procedure& procedure,
    const Answers& answers,
    const Route& route,
    const i18n::Catalogue& words
);

/// The words for an answer: formatted by its type, "Je ne sais pas" or "Je n’ai pas de prénom".
i18n::Message show(const Question& question, const Value& value, const i18n::Catalogue& words);

/// "écrit par vous", "lu sur : Carte d’identité", "écrit par Nadia, à votre demande".
i18n::Message show(const Origin& origin, const i18n::Catalogue& words);

} // namespace guichet::procedure
