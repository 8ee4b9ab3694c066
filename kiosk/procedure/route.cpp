// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/route.hpp"

#include "procedure/type.hpp"
#include "procedure/walk.hpp"

#include <algorithm>
#include <variant>

namespace guichet::procedure {

namespace {

bool is_missing(const Stop& stop, const Answers& answers) {
    const auto& question = *stop.question;
    if (question.type->input() == Input::Read)
        return false;
    if (question.type->input() == Input::Items) {
        const auto items = answers.items(stop.path);
        const auto* answer = answers.find(stop.path);
        if (answer != nullptr && std::holds_alternative<NotKnown>(answer->value))
            return false;
        if (items < question.min.value_or(0))
            return true;
        return question.required && items == 0 && answer == nullptr;
    }
    return question.required && answers.find(stop.path) == nullptr;
}

} // namespace

Route route(const Procedure& procedure, const Answers& answers, Date today) {
    return Walk(procedure, answers, today).take_route();
}

std::vector<Finding> findings(const Procedure& procedure, const Answers& answers, Date today) {
    std::vector<Finding> found;
    if (procedure.checks.empty())
        return found;
    const Walk walk(procedure, answers, today);
    for (const auto& check : procedure.checks) {
        const auto value = walk.value(check.that);
        const auto* holds = value ? std::get_if<bool>(&value->content()) : nullptr;
        if (holds != nullptr && !*holds)
            found.push_back({.path = walk.is_asked(check.at) ? check.at : Path(), .say = check.say}
            );
    }
    return found;
}

const Stop* first_unanswered(const Route& route, const Answers& answers) {
    const auto found = std::ranges::find_if(route.stops, [&answers](const Stop& stop) {
        return is_missing(stop, answers);
    });
    return found == route.stops.end() ? nullptr : &*found;
}

} // namespace guichet::procedure
