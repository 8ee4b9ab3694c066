// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "call/proof.hpp"
#include "call/ticket.hpp"
#include "hub/people.hpp"
#include "hub/wall_clock.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace guichet::hub {

/// What a hub keeps: SQLite in one file, or PostgreSQL at a URL, with the same statements. What a
/// function says is kept survives a kill or a power cut. Errors: Full (no room), Unreadable
/// (damaged), Unreachable (anything else). May be used from several threads.
class Store {
public:
    /// A path, made when it is not there, or postgresql://…; brings older ones up to date. A
    /// damaged file is refused, with what to do in `detail`.
    static Result<Store> open(const std::string& where, const WallClock& clock);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// Answers at all.
    Result<void> check();
    /// As check(); the clock it was opened with goes by PostgreSQL's from then on, also when that
    /// was set: two hubs measure alike what either kept.
    Result<void> follow_clock();
    /// A whole copy into a new file (SQLite only; PostgreSQL has its own tools).
    Result<void> backup(const std::string& file);

    // Calls.
    /// Gives a new call its rank and version. A call with that id that was there already, even
    /// ended, comes back as it is.
    Result<call::Ticket> insert(const call::Ticket& ticket);
    Result<std::optional<call::Ticket>> find(const std::string& id);
    Result<std::vector<call::Ticket>> open_calls();
    /// Keeps a change when nobody else changed it since this version was read: the ticket with its
    /// new version, or nullopt. Of several at once, in any process, one wins. Of an ended call
    /// only its id is left.
    Result<std::optional<call::Ticket>> save(const call::Ticket& ticket);
    /// Forgets what ended over a day ago.
    Result<void> forget_ended(Instant now);

    /// What the test calls of a kiosk showed.
    Result<void> put(const std::string& kiosk, const call::Proof& proof);
    Result<std::map<std::string, call::Proof>> proofs();

    // People and kiosks.
    /// Another number after each change of who is let in, by whatever process.
    Result<std::int64_t> people_version();
    /// Adds it, or replaces the one of that name.
    Result<void> put(const Account& account);
    Result<std::optional<Account>> account(const std::string& name);
    Result<std::vector<Account>> accounts(const std::string& site);
    /// With its sessions and links. False: there is none.
    Result<bool> remove_account(const std::string& name);
    Result<void> put(const KioskEntry& kiosk);
    Result<std::vector<KioskEntry>> kiosks();
    /// Its open calls end as interrupted. False: there is none.
    Result<bool> remove_kiosk(const std::string& id);
    Result<void> put(const Session& session);
    Result<std::optional<Session>> session(const std::string& token_print);
    Result<void> drop_session(const std::string& token_print);
    /// And the links, of an account.
    Result<void> drop_sessions(const std::string& account);
    /// Their prints.
    Result<std::set<std::string>> sessions();
    /// And the links nobody used in time.
    Result<void> forget_sessions(Instant now);
    /// A link that signs in once.
    Result<void> put_link(const std::string& link_print, const std::string& account, Instant until);
    /// The account it signs in, and the link is used up.
    Result<std::optional<std::string>> take_link(const std::string& link_print, Instant now);

    // Acts of staff, and anonymous counts.
    Result<void> note(const Act& act);
    Result<std::vector<Act>> acts(const std::string& site, int most);
    /// Those of over three months ago.
    Result<void> forget_acts(Instant now);
    /// In the place of the one of its site; nothing in it: there is none any more.
    Result<void> put(const PlaceNote& note);
    /// While it is kept.
    Result<std::optional<PlaceNote>> place_note(const std::string& site, Instant now);
    Result<void> forget_notes(Instant now);
    Result<void> count(const Activity& what);
    Result<std::vector<Activity>> activities(const std::string& site);

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;

    explicit Store(std::unique_ptr<Inside> inside);
};

} // namespace guichet::hub
