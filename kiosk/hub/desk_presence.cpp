#include "hub/desk.hpp"
#include "hub/log.hpp"
#include "hub/peer_words.hpp"
#include "hub/secrets.hpp"

#include <chrono>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

constexpr auto twins_window = 60s;
constexpr auto twins_shown = 10min;

} // namespace

void Desk::mute(const std::string& console, const std::string& site, const std::string& call) {
    const std::lock_guard lock(m_guard);
    const auto* ticket = m_board.find(call);
    if (ticket == nullptr || ticket->site != site)
        return;
    m_board.mute(console, call);
    tell_call(*ticket);
    tell_peers({{"mute", {{"console", console}, {"call", call}}}});
}

void Desk::note_instance(const std::string& kiosk, const std::string& instance, Instant now) {
    auto& known = m_twins[kiosk];
    if (instance.empty() || instance == known.last)
        return;
    if (instance == known.before && now - known.since < twins_window) {
        if (!has_twins(kiosk, now))
            log_event("two-kiosks-one-key", {{"kiosk", kiosk}});
        known.seen = now;
    }
    known.before = std::exchange(known.last, instance);
    known.since = now;
}

bool Desk::has_twins(const std::string& kiosk, Instant now) const {
    const auto found = m_twins.find(kiosk);
    return found != m_twins.end() && found->second.seen && now - *found->second.seen < twins_shown;
}

call::Staff
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
    return m_board.staff(kiosk.site);
}

void Desk::heard_locked(call::Kiosk kiosk, const std::string& instance) {
    const auto present = now();
    const auto id = kiosk.id;
    const bool had_twins = has_twins(id, present);
    note_instance(id, instance, present);
    const auto* known = m_board.kiosk(id);
    const bool was_lost = known != nullptr && !known->reachable;
    if (m_board.heard(std::move(kiosk), present) || had_twins != has_twins(id, present))
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
        .name = account.shown,
        .site = account.site,
        .rooms = page.rooms.value_or(account.rooms),
        .backup = account.backup,
        .declared = page.declared};
    tell_peers({{"console", peer_json(console)}});
    heard_locked(std::move(console));
}

void Desk::heard_locked(call::Console console) {
    const auto site = console.site;
    if (m_board.heard(std::move(console), now()))
        m_changed_sites.insert(site);
}

void Desk::gone(const std::string& account) {
    const std::lock_guard lock(m_guard);
    tell_peers({{"gone", account}});
    gone_locked(account);
}

void Desk::gone_locked(const std::string& account) {
    for (const auto& id : m_board.consoles_of(account)) {
        m_changed_sites.insert(m_board.console(id)->site);
        m_board.gone(id);
    }
    m_streams.drop([&](const Listener& each) { return each.account == account; });
}

std::string Desk::code(const call::Ticket& ticket, int minutes_ago) const {
    const auto found = m_code_secrets.find(ticket.kiosk);
    const auto secret = found == m_code_secrets.end() ? std::string{} : found->second;
    const auto minute = m_clock.to_wall(now()) / 60000 - minutes_ago;
    return digits_of(secret + ticket.request.id, minute);
}

} // namespace guichet::hub
