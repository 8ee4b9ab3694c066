// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/flow.hpp"

namespace guichet::visit {
namespace {

bool is_framing(const Visit& visit) {
    return visit.screen == Screen::Scan && visit.scanning.state == Scanning::State::Framing;
}

/// Where the person sees the page that was read, or that could not be.
bool shows_a_page(const Visit& visit) {
    if (visit.screen == Screen::Confirm)
        return true;
    const auto state = visit.scanning.state;
    return visit.screen == Screen::Scan &&
           (state == Scanning::State::Failed || state == Scanning::State::Unclear ||
            state == Scanning::State::Looking);
}

} // namespace

void leave_framing(Turn& turn) {
    const auto before = turn.visit.scanning.before;
    enter(turn, before);
    if (before == Scanning::State::Ready)
        show(turn, Screen::Confirm);
}

void on(Turn& turn, const did::FramePicture&) {
    auto& visit = turn.visit;
    auto& scanning = visit.scanning;
    if (!shows_a_page(visit) || !scanning.original.photo || scanning.original.preview == nullptr)
        return;
    scanning.before = visit.screen == Screen::Confirm ? Scanning::State::Ready : scanning.state;
    scanning.corner = 0;
    enter(turn, Scanning::State::Framing);
    show(turn, Screen::Scan);
}

void on(Turn& turn, const did::ChooseCorner& event) {
    const bool exists = event.corner >= 0 && event.corner < static_cast<int>(Corners{}.size());
    if (is_framing(turn.visit) && exists)
        turn.visit.scanning.corner = event.corner;
}

void on(Turn& turn, const did::MoveCorner& event) {
    if (!is_framing(turn.visit))
        return;
    on(turn, did::ChooseCorner{event.corner});
    auto& scanning = turn.visit.scanning;
    scanning.original.corners = with_corner(scanning.original.corners, event.corner, event.to);
}

} // namespace guichet::visit
