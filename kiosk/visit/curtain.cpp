// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/flow.hpp"

namespace guichet::visit {

bool can_hide(const Visit& visit) {
    const auto state = visit.call.state;
    const bool waits = state != call::State::Quiet && state != call::State::Here;
    return waits && !visit.curtain && visit.screen != Screen::Welcome;
}

void on(Turn& turn, const did::HideScreen&) {
    auto& visit = turn.visit;
    if (!can_hide(visit))
        return;
    close_panel(visit);
    stop_looking(turn); // nobody sees any more what a camera sees
    visit.curtain = true;
}

/// Only this shows the screen again: neither who comes nor the end of the call does.
void on(Turn& turn, const did::ShowScreen&) {
    auto& visit = turn.visit;
    if (!visit.curtain || visit.panel != Panel::None)
        return;
    visit.curtain = false;
    visit.struggle.screen_since = turn.now; // it was not in sight before
}

} // namespace guichet::visit
