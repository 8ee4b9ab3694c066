// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/gate.hpp"

#include "hub/kept_for.hpp"
#include "hub/log.hpp"
#include "hub/secrets.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

constexpr auto renew_every = 1min;
constexpr auto clocks_differ = 1min; ///< of several hubs
constexpr std::chrono::milliseconds read_kiosks_every = 2s;
constexpr std::chrono::milliseconds keys_are_good = 60s;
constexpr std::size_t longest_password = 256;

std::string header(const HttpRequest& request, const std::string& name) {
    const auto found = request.headers.find(name);
    return found == request.headers.end() ? std::string{} : found->second;
}

} // namespace

std::string session_token(const HttpRequest& request) {
    constexpr std::string_view name = "guichet_session=";
    const auto cookies = header(request, "cookie");
    for (std::size_t at = 0; at < cookies.size();) {
        const auto end = std::min(cookies.find(';', at), cookies.size());
        auto cookie = std::string_view(cookies).substr(at, end - at);
        cookie.remove_prefix(std::min(cookie.find_first_not_of(' '), cookie.size()));
        if (cookie.starts_with(name))
            return std::string(cookie.substr(name.size()));
        at = end + 1;
    }
    return {};
}

const KioskEntry* Gate::known_kiosk(const std::string& id, const std::string& print) const {
    const auto found = m_kiosks.find(id);
    return found != m_kiosks.end() && same(found->second.key_print, print) ? &found->second
                                                                           : nullptr;
}

Result<std::optional<KioskEntry>> Gate::kiosk(const HttpRequest& request, Instant now) {
    constexpr std::string_view scheme = "Bearer ";
    const auto given = header(request, "authorization");
    const auto dot = given.find('.');
    if (!given.starts_with(scheme) || dot == std::string::npos)
        return std::optional<KioskEntry>{};
    const auto id = given.substr(scheme.size(), dot - scheme.size());
    const auto print = fingerprint(std::string_view(given).substr(dot + 1));
    const std::lock_guard lock(m_guard);
    // A key may have been added or replaced since: looked up again, but not for every wrong one.
    const auto age = m_kiosks_read ? now - *m_kiosks_read : std::chrono::milliseconds::max();
    const bool is_known = known_kiosk(id, print) != nullptr;
    if (age >= (is_known ? keys_are_good : read_kiosks_every))
        read_kiosks(now);
    if (const auto* known = known_kiosk(id, print))
        return std::optional(*known);
    if (m_kiosks_missed)
        return fail(Error::Kind::Unreachable, "the kiosks cannot be read");
    return std::optional<KioskEntry>{};
}

void Gate::keys_changed() {
    const std::lock_guard lock(m_guard);
    m_kiosks_read.reset();
}

void Gate::read_kiosks(Instant now) {
    m_kiosks_read = now;
    const auto kiosks = m_store.kiosks();
    m_kiosks_missed = !kiosks;
    if (!kiosks)
        return; // those we knew still count
    m_kiosks.clear();
    for (const auto& each : *kiosks)
        m_kiosks[each.id] = each;
}

std::chrono::seconds Gate::ends_in(const Session& session, Instant now) {
    if (session.started > now + clocks_differ || session.used > now + clocks_differ)
        return {}; // the computer's clock was set back since
    const auto end = std::min<Instant>(
        session.used + kept_for::unused_session, session.started + kept_for::session
    );
    return std::chrono::duration_cast<std::chrono::seconds>(end - now);
}

Result<std::optional<SignedIn>> Gate::signed_in(const HttpRequest& request, Instant now) {
    const auto token = session_token(request);
    if (token.empty())
        return std::optional<SignedIn>{};
    const auto session = m_store.session(fingerprint(token));
    if (!session)
        return tl::unexpected(session.error());
    if (!*session || ends_in(**session, now) <= 0s)
        return std::optional<SignedIn>{};
    const auto account = m_store.account((*session)->account);
    if (!account)
        return tl::unexpected(account.error());
    if (!*account)
        return std::optional<SignedIn>{};
    SignedIn who{**account, **session, token};
    if (now - who.session.used >= renew_every) {
        who.session.used = now;
        if (!m_store.put(who.session))
            log_event("session-not-renewed", {{"account", who.account.name}});
    }
    return std::optional(std::move(who));
}

bool Gate::is_same_origin(const HttpRequest& request) {
    const auto origin = header(request, "origin");
    const auto from = header(request, "sec-fetch-site");
    if (!from.empty() && from != "same-origin" && from != "none")
        return false;
    if (origin.empty())
        return true;
    const auto at = origin.find("://");
    return at != std::string::npos && origin.substr(at + 3) == header(request, "host");
}

bool Gate::is_ours(const HttpRequest& request, const std::string& token) {
    return is_same_origin(request) && same(header(request, "x-guichet-csrf"), csrf_of(token));
}

std::chrono::seconds Gate::wait(const std::string& account, const std::string& peer, Instant now) {
    const std::lock_guard lock(m_guard);
    return m_lockout.wait(account, peer, now);
}

Result<std::optional<SignedIn>> Gate::begin_session(Account account) {
    const auto present = now();
    SignedIn who{std::move(account), {}, make_token()};
    who.session = {fingerprint(who.token), who.account.name, present, present};
    if (auto kept = m_store.put(who.session); !kept)
        return tl::unexpected(kept.error());
    return std::optional(std::move(who));
}

Result<std::optional<SignedIn>>
Gate::sign_in(const std::string& name, const std::string& password, const std::string& peer) {
    // A name nobody has takes as long as a wrong password.
    static const auto nobody = hash_password(make_token());
    auto account = m_store.account(name);
    if (!account)
        return tl::unexpected(account.error());
    const bool can = *account && !(*account)->password.empty();
    const bool right = password.size() <= longest_password &&
                       check_password(can ? (*account)->password : nobody, password) && can;
    {
        const std::lock_guard lock(m_guard);
        if (right)
            m_lockout.succeeded(name, peer);
        else
            m_lockout.failed(name, peer, now());
    }
    if (!right)
        return std::optional<SignedIn>{};
    return begin_session(std::move(**account));
}

Result<std::optional<SignedIn>> Gate::sign_in_by_link(const std::string& link) {
    const auto name = m_store.take_link(fingerprint(link), now());
    if (!name)
        return tl::unexpected(name.error());
    if (!*name)
        return std::optional<SignedIn>{};
    auto account = m_store.account(**name);
    if (!account)
        return tl::unexpected(account.error());
    if (!*account)
        return std::optional<SignedIn>{};
    return begin_session(std::move(**account));
}

Result<void> Gate::sign_out(const SignedIn& who) {
    return m_store.drop_session(who.session.token_print);
}

} // namespace guichet::hub
