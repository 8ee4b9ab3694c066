// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/language.hpp"
#include "visit/flow.hpp"

#include <algorithm>

namespace guichet::visit {
namespace {

bool has_something_to_lose(const Visit& visit) {
    const bool is_typing =
        std::ranges::any_of(visit.drafts, [](const auto& entry) { return !entry.second.empty(); });
    return is_typing || !visit.answers.all().empty() || visit.confirming.has_value();
}

} // namespace

void close_panel(Visit& visit) {
    visit.panel = Panel::None;
    visit.removing = -1;
}

void finish(Turn& turn) {
    auto& visit = turn.visit;
    if (is_scanning(visit))
        turn.effects.emplace_back(please::StopScan{});
    stop_pointing(turn);
    const bool came = visit.call.state == call::State::Here;
    end_call(turn, came ? call::Outcome::Helped : call::Outcome::Abandoned);
    count_visit(turn);
    visit.over = true;
}

void leave(Turn& turn) {
    auto& visit = turn.visit;
    if (visit.screen == Screen::Welcome)
        return;
    if (!has_something_to_lose(visit))
        return finish(turn);
    close_panel(visit);
    visit.panel = Panel::Leave;
}

void on(Turn&, const did::Touch&) {}

void on(Turn&, const did::StillHere&) {}

void on(Turn& turn, const did::ChooseLanguage& event) {
    auto& visit = turn.visit;
    const auto& known = i18n::languages();
    if (std::ranges::count(known, event.code, &i18n::Language::code) == 0)
        return;
    visit.language = event.code;
    search(visit);
    if (visit.panel == Panel::Language)
        return close_panel(visit);
    if (visit.screen == Screen::Welcome && visit.panel == Panel::None)
        show(turn, Screen::Catalogue);
}

void on(Turn& turn, const did::ChooseTextSize& event) {
    turn.visit.size = event.size;
}

void on(Turn& turn, const did::ChooseTheme& event) {
    turn.visit.theme = event.theme;
}

void on(Turn& turn, const did::OpenPanel& event) {
    auto& visit = turn.visit;
    // Opened by what they are about only: an item, a wish to point, a call.
    const bool has_call =
        visit.call.state != call::State::Quiet && visit.call.state != call::State::Sending;
    if (event.panel == Panel::RemoveItem || event.panel == Panel::Point ||
        (event.panel == Panel::Code && !has_call))
        return;
    if (event.panel == Panel::Leave)
        return leave(turn);
    close_panel(visit);
    visit.panel = event.panel;
}

void on(Turn& turn, const did::ClosePanel&) {
    close_panel(turn.visit);
}

void on(Turn& turn, const did::Leave&) {
    leave(turn);
}

void on(Turn& turn, const did::ConfirmLeave&) {
    if (turn.visit.panel == Panel::Leave)
        finish(turn);
}

} // namespace guichet::visit
