// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/http.hpp"
#include "hub/lockout.hpp"
#include "hub/store.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace guichet::hub {

/// Somebody signed in at a console.
struct SignedIn {
    Account account;
    Session session;
    std::string token{}; ///< the cookie's
};

/// Who asks: kiosks by their key, mediators by their session. Nullopt: nobody it knows. An Error:
/// the store does not say, which is no reason to send anybody away. Safe from several threads.
class Gate {
public:
    explicit Gate(Store& store) : m_store(store) {}

    /// By `Authorization: Bearer <id>.<token>`.
    Result<std::optional<KioskEntry>> kiosk(const HttpRequest& request, Instant now);

    /// The keys are read again before the next kiosk is let in.
    void keys_changed();

    /// By its cookie; renews what is used.
    Result<std::optional<SignedIn>> signed_in(const HttpRequest& request, Instant now);
    /// A page of ours asks, not another site's: its token and, when sent, its origin.
    static bool is_ours(const HttpRequest& request, const std::string& token);
    static bool is_same_origin(const HttpRequest& request);
    static std::chrono::seconds ends_in(const Session& session, Instant now);

    /// Before a password is looked at.
    std::chrono::seconds wait(const std::string& account, const std::string& peer, Instant now);
    /// Slow on purpose: not for a thread that serves others. Nullopt: wrong, counted.
    Result<std::optional<SignedIn>>
    sign_in(const std::string& name, const std::string& password, const std::string& peer);
    Result<std::optional<SignedIn>> sign_in_by_link(const std::string& link);
    Result<void> sign_out(const SignedIn& who);

private:
    Store& m_store;
    std::mutex m_guard{};
    Lockout m_lockout{};
    std::map<std::string, KioskEntry> m_kiosks{};
    std::optional<Instant> m_kiosks_read{};
    bool m_kiosks_missed{}; ///< that reading failed

    const KioskEntry* known_kiosk(const std::string& id, const std::string& print) const;
    void read_kiosks(Instant now);
    Result<std::optional<SignedIn>> begin_session(Account account);
};

/// The value of `guichet_session` among a request's cookies; empty: none.
std::string session_token(const HttpRequest& request);

} // namespace guichet::hub
