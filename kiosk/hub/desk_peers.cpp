// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"
#include "hub/log.hpp"
#include "hub/peer_words.hpp"

#include <utility>

namespace guichet::hub {

void Desk::set_peers(std::function<void(std::string)> tell) {
    const std::lock_guard lock(m_guard);
    m_tell_peers = std::move(tell);
}

void Desk::tell_peers(const Json& message) const {
    if (m_tell_peers)
        m_tell_peers(to_text(message));
}

void Desk::hear_peer(const std::string& json) {
    const std::lock_guard lock(m_guard);
    try {
        for (const auto& message : Json::parse(json))
            hear_one(message);
    } catch (const Json::exception&) {
        log_event("peer-not-understood"); // a hub of another version
    }
}

void Desk::hear_one(const Json& message) {
    if (message.contains("call"))
        (void)read_call(message.at("call").get<std::string>()); // read again before long
    if (message.contains("console"))
        heard_locked(to_console(message.at("console")));
    if (message.contains("signed_out"))
        signed_out_locked(message.at("signed_out").get<std::string>());
    if (message.contains("mute"))
        m_board.mute(
            message.at("mute").at("console").get<std::string>(),
            message.at("mute").at("call").get<std::string>()
        );
    if (message.contains("want_test"))
        m_wanted_tests.insert(message.at("want_test").get<std::string>());
    if (message.contains("proof"))
        if (const auto proofs = m_store.proofs())
            for (const auto& [kiosk, proof] : *proofs)
                put_proof(kiosk, proof);
    if (message.contains("kiosk")) {
        auto [kiosk, instance] = to_kiosk(message.at("kiosk"));
        heard_locked(std::move(kiosk), instance);
    }
}

Result<void> Desk::read_call(const std::string& id) {
    const auto kept = m_store.find(id);
    if (!kept)
        return tl::unexpected(kept.error());
    if (*kept)
        take_up(**kept);
    return {};
}

void Desk::take_up(const call::Ticket& kept) {
    const auto* known = m_board.find(kept.request.id);
    if (known == nullptr && kept.ended)
        return;
    if (known != nullptr && known->version >= kept.version)
        return;
    const auto ticket = not_later(kept, now());
    m_board.put(ticket);
    tell_call(ticket);
}

void Desk::read_again() {
    const std::lock_guard lock(m_guard);
    read_again_locked();
}

void Desk::read_again_locked() {
    const auto open = m_store.open_calls();
    if (!open)
        return;
    std::set<std::string> gone;
    for (const auto* ticket : m_board.all())
        gone.insert(ticket->request.id);
    for (const auto& ticket : *open) {
        gone.erase(ticket.request.id);
        take_up(ticket);
    }
    for (const auto& id : gone)
        (void)read_call(id);
}

} // namespace guichet::hub
