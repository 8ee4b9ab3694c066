// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"
#include "hub/log.hpp"
#include "hub/peer_words.hpp"

#include <chrono>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::hub {
void Desk::mute(const std::string& console, const std::string& site, const std::string& call) {
    const std::lock_guard lock(m_guard);
    const auto* ticket = m_board.find(call);
    if (ticket == nullptr || ticket->site != site || ticket->request.test)
        return;
    m_board.mute(console, call);
    tell_call(*ticket);
    tell_peers({{"mute", {{"console", console}, {"call", call}}}});
}

HeartbeatAnswer
Desk::heard(const KioskEntry& kiosk, call::Progress progress, const std::string& instance) {
    const std::lock_guard lock(m_guard);
    remember(kiosk);
    call::Kiosk state{
        .id = kiosk.id,
        .site = kiosk.site,
        .room = kiosk.room,
        .place = kiosk.place,
        .progress = std::move(progress)};
    tell_peers({{"kiosk", peer_json(state, instance)}});
    heard_locked(std::move(state), instance);
    const bool somebody = m_board.staff(kiosk.site) != call::Staff::Nobody;
    return {
        m_board.staff_in_reach(kiosk.site),
        m_wanted_tests.contains(kiosk.id) ||
            call::is_test_due(m_board.proof(kiosk.id), somebody, now())};
}

void Desk::heard_locked(call::Kiosk kiosk, const std::string& instance) {
    const auto present = now();
    const auto id = kiosk.id;
    const bool had_twins = m_twins.has(id, present);
    if (m_twins.note(id, instance, present))
        log_event("two-kiosks-one-key", {{"kiosk", id}});
    const auto* known = m_board.kiosk(id);
    const bool was_lost = known != nullptr && !known->reachable;
    if (m_board.heard(std::move(kiosk), present) || had_twins != m_twins.has(id, present))
        m_changed_kiosks.insert(id);
    if (was_lost)
        for (const auto* ticket : m_board.of_kiosk(id))
            tell_call(*ticket);
}

std::string Desk::console_id(const Account& account, const std::string& page) {
    return account.name + "/" + page;
}

void Desk::heard(const Account& account, const PageState& page) {
    const std::lock_guard lock(m_guard);
    heard_locked(account, page);
}

void Desk::heard_locked(const Account& account, const PageState& page) {
    call::Console console{
        .id = console_id(account, page.id),
        .account = account.name,
        .session = page.session,
        .name = account.shown,
        .site = account.site,
        .rooms = page.rooms.value_or(account.rooms),
        .backup = account.backup,
        .declared = page.declared,
        .noticed = page.noticed};
    tell_peers({{"console", peer_json(console)}});
    heard_locked(std::move(console));
}

void Desk::heard_locked(call::Console console) {
    const auto site = console.site;
    if (m_board.heard(std::move(console), now()))
        m_changed_sites.insert(site);
}

void Desk::signed_out(const std::string& session) {
    const std::lock_guard lock(m_guard);
    tell_peers({{"signed_out", session}});
    signed_out_locked(session);
}

void Desk::signed_out_locked(const std::string& session) {
    for (const auto& id : m_board.consoles_of(session)) {
        m_changed_sites.insert(m_board.console(id)->site);
        m_board.gone(id);
    }
    m_streams.drop([&](const Listener& each) { return !each.is_kiosk() && each.session == session; }
    );
}

} // namespace guichet::hub
