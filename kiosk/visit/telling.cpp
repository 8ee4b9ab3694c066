// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/flow.hpp"

namespace guichet::visit {
namespace {

call::Progress where(const Visit& visit) {
    if (visit.over || !is_in_use(visit))
        return {};
    const auto at = progress(visit);
    return {
        .in_use = true,
        .procedure = visit.procedure == nullptr ? std::string{} : visit.procedure->id,
        .step = at.step,
        .steps = at.steps};
}

} // namespace

Before look_at(const Visit& visit) {
    const auto* answer = visit.answers.find(visit.path);
    return {
        .in_use = is_in_use(visit),
        .screen = visit.screen,
        .panel = visit.panel,
        .path = visit.path,
        .answer = answer == nullptr ? std::nullopt : std::optional{*answer},
        .items = visit.answers.items(visit.path),
        .procedure = visit.procedure,
        .version = visit.answers.version(),
        .scanning = visit.scanning.state,
        .call = visit.call.state,
        .mediator = visit.call.mediator};
}

void tell_progress(Turn& turn, const Before& before) {
    auto& visit = turn.visit;
    if (!before.in_use && is_in_use(visit))
        visit.began = turn.now;
    auto at = where(visit);
    const bool moved = visit.screen != before.screen || visit.path != before.path;
    if (at == visit.shown_progress && !(moved && at.in_use))
        return;
    visit.shown_progress = at;
    turn.effects.emplace_back(please::ShowProgress{std::move(at)});
}

void count_visit(Turn& turn) {
    auto& visit = turn.visit;
    const bool has_called = visit.calls > visit.calls_counted;
    visit.calls_counted = visit.calls;
    if (visit.procedure == nullptr && !has_called)
        return;
    turn.effects.emplace_back(please::Count{
        {.theme = visit.procedure == nullptr ? std::string{} : visit.procedure->theme,
         .lasted = std::chrono::round<std::chrono::minutes>(visit.touched - visit.began),
         .finished = visit.delivery.sheet == Delivery::State::Done,
         .doer = visit.doer,
         .mood = visit.mood}});
}

} // namespace guichet::visit
