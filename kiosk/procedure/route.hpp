// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/answers.hpp"
#include "procedure/procedure.hpp"

#include <vector>

namespace guichet::procedure {

/// One question that is asked now.
struct Stop {
    Path path;
    const Question* question{};
    int step{}; ///< index into Procedure::steps
};

/// The procedure seen with the answers given so far. Made anew after each change; 1,000 questions
/// in under 1 ms.
struct Route {
    std::vector<Stop> stops{}; ///< in order; items of a list follow their list
    std::vector<int> steps{};  ///< steps that have a stop
    const Exit* exit{};        ///< the first exit whose condition holds; null otherwise
};

/// Which questions are asked, given the answers. Conditions that are unknown do not hold,
/// but when a date known in part makes them so and they hold on one of its days (walk.hpp).
Route route(const Procedure& procedure, const Answers& answers, Date today);

/// Something to correct: never an error, always a sentence that says what to do.
struct Finding {
    Path path; ///< empty when it is about the whole
    i18n::Message say;
    int part{0};

    bool operator==(const Finding&) const = default;
};

/// The rules over several answers that do not hold (false; unknown is not a finding).
std::vector<Finding> findings(const Procedure& procedure, const Answers& answers, Date today);

/// A stop without an answer that has to have one; nullptr when all are answered.
const Stop* first_unanswered(const Route& route, const Answers& answers);

} // namespace guichet::procedure
