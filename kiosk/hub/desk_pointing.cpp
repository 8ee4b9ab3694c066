// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"

namespace guichet::hub {
namespace {

std::optional<PointSight>
see(const call::Board& board, const std::string& call, const std::string& page) {
    const auto* ticket = board.find(call);
    if (ticket == nullptr || ticket->ended)
        return std::nullopt;
    const auto* kiosk = board.kiosk(ticket->kiosk);
    const auto* console = board.console(page);
    PointSight sight{.kiosk = ticket->kiosk, .site = ticket->site};
    if (ticket->claim) {
        sight.account = ticket->claim->who.account;
        sight.mediator = ticket->claim->who.name;
    }
    sight.kiosk_reachable = kiosk != nullptr && kiosk->reachable;
    sight.page_present = console != nullptr && console->present;
    return sight;
}

} // namespace

PointWorld Desk::point_world() {
    return {
        .look =
            [this](const std::string& call, const std::string& page) {
                const std::lock_guard lock(m_guard);
                return see(m_board, call, page);
            },
        .tell =
            [this](const std::string& listener, const SharedText& text) {
                const std::lock_guard lock(m_guard);
                return m_streams.tell_one(listener, text);
            },
        .tell_peers =
            [this](const Json& message) {
                const std::lock_guard lock(m_guard);
                tell_peers(message);
            }};
}

} // namespace guichet::hub
