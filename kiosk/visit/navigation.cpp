// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/flow.hpp"
#include "visit/stops.hpp"

#include <algorithm>

namespace guichet::visit {
namespace {

/// Back from the explained exit, to the answer that led to it.
void leave_exit(Turn& turn) {
    const auto* stop = stop_at(turn.visit, turn.visit.path);
    if (stop == nullptr)
        stop = previous_stop(turn.visit, turn.visit.path);
    if (stop == nullptr)
        return show(turn, Screen::Need);
    ask(turn, procedure::Path{stop->path});
}

void leave_check(Turn& turn) {
    turn.visit.changing = false;
    const auto* stop = previous_stop(turn.visit, {});
    if (stop == nullptr)
        return show(turn, Screen::Need);
    ask(turn, procedure::Path{stop->path});
}

/// Another procedure asks other questions: what was answered belongs to the first one.
void start_over(Visit& visit, std::shared_ptr<const procedure::Procedure> procedure) {
    visit.procedure = std::move(procedure);
    visit.answers = {};
    visit.path.clear();
    visit.drafts.clear();
    visit.changing = false;
    visit.agree_again = false;
    visit.documents.clear();
    visit.confirmed.clear();
    visit.hints.clear();
    visit.papers.clear();
    visit.delivery = {};
    refresh(visit);
}

} // namespace

void on(Turn& turn, const did::ChooseProcedure& event) {
    auto& visit = turn.visit;
    if (visit.screen != Screen::Catalogue)
        return;
    const auto& all = visit.offer->procedures;
    const auto found = std::ranges::find(all, event.id, [](const auto& each) { return each->id; });
    if (found == all.end())
        return;
    if (visit.procedure != *found)
        start_over(visit, *found);
    show(turn, Screen::Need);
}

void on(Turn& turn, const did::Continue&) {
    switch (turn.visit.screen) {
    case Screen::Welcome:
        return show(turn, Screen::Catalogue);
    case Screen::Need:
        return follow(turn, {});
    case Screen::Question:
        return answer(turn);
    case Screen::Confirm:
        return accept_reading(turn);
    case Screen::Check:
        return finish_checking(turn);
    case Screen::Exit:
    case Screen::Done:
        return leave(turn);
    case Screen::Catalogue: // a procedure is chosen by touching it
        return;
    case Screen::Scan:
        return go_on_from_scan(turn);
    }
}

void on(Turn& turn, const did::Back&) {
    if (turn.visit.panel != Panel::None)
        return close_panel(turn.visit);
    switch (turn.visit.screen) {
    case Screen::Welcome:
        return;
    case Screen::Catalogue:
        return show(turn, Screen::Welcome);
    case Screen::Need:
        return show(turn, Screen::Catalogue);
    case Screen::Question:
        return retreat(turn);
    case Screen::Scan:
        return go_back_from_scan(turn);
    case Screen::Confirm:
        return leave_confirm(turn);
    case Screen::Check:
        return leave_check(turn);
    case Screen::Exit:
        return leave_exit(turn);
    case Screen::Done:
        return open_check(turn);
    }
}

} // namespace guichet::visit
