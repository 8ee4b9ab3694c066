// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"
#include "hub/log.hpp"

#include <map>
#include <vector>

#include <nlohmann/json.hpp>

namespace guichet::hub {

void Desk::let_go() {
    const std::lock_guard lock(m_guard);
    let_go_locked();
}

void Desk::let_go_locked() {
    let_sessions_go();
    const auto kept = m_store.kiosks();
    if (!kept)
        return;
    std::map<std::string, std::string> keys;
    for (const auto& kiosk : *kept)
        keys[kiosk.id] = kiosk.key_print;
    std::vector<std::string> gone;
    for (const auto* kiosk : m_board.kiosks())
        if (!keys.contains(kiosk->id))
            gone.push_back(kiosk->id);
    if (!gone.empty())
        read_again_locked(); // its calls ended
    for (const auto& id : gone)
        let_kiosk_go(id);
    m_streams.drop([&](const Listener& each) {
        const auto key = keys.find(each.id);
        return each.is_kiosk() && (key == keys.end() || key->second != each.session);
    });
}

/// Signed out, over, or of an account that is no more: its pages hear nothing any more.
void Desk::let_sessions_go() {
    const auto kept = m_store.sessions();
    if (!kept)
        return;
    for (const auto& session : m_board.sessions())
        if (!kept->contains(session))
            signed_out_locked(session);
    m_streams.drop([&](const Listener& each) {
        return !each.is_kiosk() && !kept->contains(each.session);
    });
}

void Desk::let_kiosk_go(const std::string& id) {
    const auto site = m_board.kiosk(id)->site;
    log_event("kiosk-removed", {{"kiosk", id}});
    m_board.remove_kiosk(id);
    m_changed_kiosks.erase(id);
    m_changed_sites.insert(site);
    m_streams.tell(
        [&](const Listener& each) { return !each.is_kiosk() && each.site == site; },
        [&](const Listener& each) { return make_event("board", to_text(board(each))); }
    );
}

} // namespace guichet::hub
