// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"
#include "hub/log.hpp"

#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::hub {

bool Desk::want_test(const std::string& site, const std::string& kiosk) {
    const std::lock_guard lock(m_guard);
    const auto* known = m_board.kiosk(kiosk);
    if (known == nullptr || known->site != site)
        return false;
    m_wanted_tests.insert(kiosk);
    tell_peers({{"want_test", kiosk}});
    return true;
}

void Desk::begin_test(const call::Ticket& ticket) {
    m_wanted_tests.erase(ticket.kiosk);
    auto proof = m_board.proof(ticket.kiosk);
    call::test_began(proof, ticket.opened);
    keep_proof(ticket, proof);
}

void Desk::count_test(const call::Ticket& before, const call::Ticket& after) {
    if (before.acknowledged || !after.acknowledged)
        return;
    m_figures.tests_arrived++;
    auto proof = m_board.proof(after.kiosk);
    call::test_arrived(proof, *after.acknowledged);
    keep_proof(after, proof);
}

void Desk::end_test(const std::string& id) {
    const auto done = change_locked(id, [](call::Ticket& ticket) {
        return call::end(ticket, call::Outcome::Abandoned);
    });
    // Of several hubs, the one whose change was kept counts it.
    if (!done || done->verdict != call::Verdict::Done || done->ticket.acknowledged)
        return;
    const auto& ticket = done->ticket;
    const bool somebody = m_board.staff(ticket.site) != call::Staff::Nobody;
    auto proof = m_board.proof(ticket.kiosk);
    call::test_failed(proof, somebody);
    m_figures.tests_failed += somebody ? 1 : 0;
    log_event(somebody ? "test-failed" : "test-heard-by-nobody", {{"kiosk", ticket.kiosk}});
    keep_proof(ticket, proof);
}

void Desk::keep_proof(const call::Ticket& ticket, const call::Proof& proof) {
    if (!m_store.put(ticket.kiosk, proof))
        m_figures.store_failures++;
    put_proof(ticket.kiosk, proof);
    tell_peers({{"proof", ticket.kiosk}});
}

void Desk::put_proof(const std::string& kiosk, const call::Proof& proof) {
    const auto* known = m_board.kiosk(kiosk);
    const auto site = known != nullptr ? known->site : std::string{};
    const bool arrived = m_board.calls_arrive(site);
    m_board.put(kiosk, proof);
    m_changed_kiosks.insert(kiosk);
    if (arrived != m_board.calls_arrive(site))
        m_changed_sites.insert(site);
}

} // namespace guichet::hub
