// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/board.hpp"

#include <algorithm>
#include <iterator>

namespace guichet::call {
namespace {

using namespace std::chrono_literals;

constexpr auto reminder_after = 2min;
constexpr auto lease = 5min;
constexpr auto console_lost_after = 60s;
/// A page closed for so long is not shown any more.
constexpr auto forget_after = 1h;

bool covers(const Console& console, const Ticket& ticket, Ring ring) {
    if (console.site != ticket.site)
        return false;
    if (ring == Ring::Everybody)
        return true;
    if (console.backup)
        return false;
    return ring == Ring::Site || console.rooms.empty() ||
           std::ranges::find(console.rooms, ticket.room) != console.rooms.end();
}

template <typename Map>
auto of_site(const Map& map, const std::string& site) {
    std::vector<const typename Map::mapped_type*> found;
    for (const auto& [id, each] : map)
        if (each.site == site)
            found.push_back(&each);
    return found;
}

/// Something gave a sign of life. True: more of it changed than when it was seen.
template <typename Seen>
bool hear(std::map<std::string, Seen>& all, Seen seen, Instant now) {
    seen.seen = now;
    auto& known = all[seen.id];
    auto before = known;
    before.seen = now;
    known = std::move(seen);
    return before != known;
}

} // namespace

bool in_reach(const Console& console) {
    return console.present && console.noticed && console.declared &&
           *console.declared != Declared::Absent;
}

void Board::put(Ticket ticket) {
    const auto found = m_calls.find(ticket.request.id);
    const bool known = found != m_calls.end();
    if (known && ticket.version < found->second.ticket.version)
        return;
    if (ticket.ended) {
        std::erase_if(m_muted, [&](const auto& each) { return each.second == ticket.request.id; });
        m_calls.erase(ticket.request.id);
        return;
    }
    auto& kept = m_calls[ticket.request.id];
    if (known && ticket.request.urgent && !kept.ticket.request.urgent)
        std::erase_if(m_muted, [&](const auto& each) { return each.second == ticket.request.id; });
    if (kept.ticket.claim != ticket.claim)
        kept.reminded = false;
    kept.ticket = std::move(ticket);
}

const Ticket* Board::find(const std::string& id) const {
    const auto found = m_calls.find(id);
    return found == m_calls.end() ? nullptr : &found->second.ticket;
}

std::vector<const Ticket*> Board::queue(const std::string& site) const {
    std::vector<const Ticket*> calls;
    for (const auto& [id, kept] : m_calls)
        if (kept.ticket.site == site && !kept.ticket.request.test)
            calls.push_back(&kept.ticket);
    std::ranges::sort(calls, [](const Ticket* one, const Ticket* other) {
        if (one->request.urgent != other->request.urgent)
            return one->request.urgent;
        return one->rank < other->rank;
    });
    return calls;
}

std::vector<const Ticket*> Board::of_kiosk(const std::string& kiosk) const {
    std::vector<const Ticket*> calls;
    for (const auto& [id, kept] : m_calls)
        if (kept.ticket.kiosk == kiosk)
            calls.push_back(&kept.ticket);
    return calls;
}

std::vector<const Ticket*> Board::all() const {
    std::vector<const Ticket*> calls;
    for (const auto& [id, kept] : m_calls)
        calls.push_back(&kept.ticket);
    return calls;
}

bool Board::heard(Kiosk kiosk, Instant now) {
    kiosk.reachable = true;
    return hear(m_kiosks, std::move(kiosk), now);
}

void Board::remove_kiosk(const std::string& id) {
    m_kiosks.erase(id);
    m_proofs.erase(id);
}

std::vector<const Kiosk*> Board::kiosks() const {
    std::vector<const Kiosk*> kiosks;
    for (const auto& [id, kiosk] : m_kiosks)
        kiosks.push_back(&kiosk);
    return kiosks;
}

const Kiosk* Board::kiosk(const std::string& id) const {
    const auto found = m_kiosks.find(id);
    return found == m_kiosks.end() ? nullptr : &found->second;
}

std::vector<const Kiosk*> Board::kiosks(const std::string& site) const {
    return of_site(m_kiosks, site);
}

bool Board::heard(Console console, Instant now) {
    console.present = true;
    return hear(m_consoles, std::move(console), now);
}

bool Board::gone(const std::string& console) {
    std::erase_if(m_muted, [&](const auto& each) { return each.first == console; });
    return m_consoles.erase(console) != 0;
}

const Console* Board::console(const std::string& id) const {
    const auto found = m_consoles.find(id);
    return found == m_consoles.end() ? nullptr : &found->second;
}

std::vector<const Console*> Board::consoles(const std::string& site) const {
    return of_site(m_consoles, site);
}

std::vector<std::string> Board::consoles_of(const std::string& session) const {
    std::vector<std::string> ids;
    for (const auto& [id, console] : m_consoles)
        if (console.session == session)
            ids.push_back(id);
    return ids;
}

std::set<std::string> Board::sessions() const {
    std::set<std::string> sessions;
    for (const auto& [id, console] : m_consoles)
        sessions.insert(console.session);
    return sessions;
}

Staff Board::staff(const std::string& site) const {
    auto staff = Staff::Nobody;
    for (const auto& [id, console] : m_consoles) {
        if (console.site != site || !in_reach(console))
            continue;
        if (console.declared == Declared::Present)
            return Staff::Present;
        staff = Staff::Busy;
    }
    return staff;
}

Staff Board::staff_in_reach(const std::string& site) const {
    return calls_arrive(site) ? staff(site) : Staff::Nobody;
}

Proof Board::proof(const std::string& kiosk) const {
    const auto found = m_proofs.find(kiosk);
    return found == m_proofs.end() ? Proof{} : found->second;
}

bool Board::calls_arrive(const std::string& site) const {
    std::vector<Proof> proofs;
    for (const auto* kiosk : kiosks(site))
        proofs.push_back(proof(kiosk->id));
    return call::calls_arrive(proofs);
}

void Board::mute(const std::string& console, const std::string& call) {
    if (m_calls.contains(call))
        m_muted.emplace(console, call);
}

bool Board::is_muted(const std::string& console, const std::string& call) const {
    return m_muted.contains({console, call});
}

bool Board::someone_present(const Ticket& ticket, Ring ring) const {
    return std::ranges::any_of(m_consoles, [&](const auto& each) {
        return in_reach(each.second) && covers(each.second, ticket, ring);
    });
}

Ring Board::ring(const Ticket& ticket, Instant now) const {
    const auto waited = now - ticket.opened;
    if (ticket.request.urgent || waited >= m_escalation.backup)
        return Ring::Everybody;
    if (waited < m_escalation.site && someone_present(ticket, Ring::Room))
        return Ring::Room;
    return someone_present(ticket, Ring::Site) ? Ring::Site : Ring::Everybody;
}

bool Board::rings(const Ticket& ticket, const Console& console, Instant now) const {
    if (ticket.request.test || ticket.here || is_muted(console.id, ticket.request.id))
        return false;
    if (ticket.claim && !ticket.alarm)
        return false;
    if (ticket.passed_to && ticket.passed_to->account == console.account)
        return true;
    return covers(console, ticket, ring(ticket, now));
}

Instant Board::last_seen(const std::string& account) const {
    auto last = m_hears_since;
    for (const auto& [id, console] : m_consoles)
        if (console.account == account)
            last = std::max(last, console.seen);
    return last;
}

bool Board::lease_is_over(const Ticket& ticket, Instant now) const {
    if (!ticket.claim || ticket.here || now - m_hears_since < console_lost_after)
        return false;
    if (now - ticket.claim->since >= lease)
        return true;
    const auto alive = std::max(last_seen(ticket.claim->who.account), ticket.claim->since);
    return now - alive >= console_lost_after;
}

void Board::tick_calls(Due& due, Instant now) {
    for (auto& [id, kept] : m_calls) {
        const auto& ticket = kept.ticket;
        if (ticket.request.test) {
            if (now - ticket.opened >= test_patience)
                due.tests.push_back(id);
            continue;
        }
        if (lease_is_over(ticket, now)) {
            due.take_back.push_back(id);
            continue;
        }
        const bool waiting = ticket.claim && !ticket.here;
        if (waiting && !kept.reminded && now - ticket.claim->since >= reminder_after) {
            kept.reminded = true;
            due.remind.push_back(id);
        }
        const auto rings_now = ring(ticket, now);
        if (rings_now > kept.ring && !ticket.claim)
            due.louder.push_back(id);
        kept.ring = rings_now;
    }
}

void Board::tick_presence(Due& due, Instant now) {
    for (auto& [id, kiosk] : m_kiosks) {
        if (!kiosk.reachable || now - kiosk.seen < kiosk_patience)
            continue;
        kiosk.reachable = false;
        due.kiosks.push_back(id);
    }
    std::erase_if(m_consoles, [&](const auto& each) {
        return now - each.second.seen >= forget_after;
    });
    for (auto& [id, console] : m_consoles) {
        if (!console.present || now - console.seen < console_patience)
            continue;
        console.present = false;
        due.sites.insert(console.site);
    }
}

Due Board::tick(Instant now) {
    Due due;
    tick_presence(due, now);
    tick_calls(due, now);
    return due;
}

} // namespace guichet::call
