// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/kept_for.hpp"
#include "hub/store_inside.hpp"

namespace guichet::hub {
namespace {

using soci::into;
using soci::use;

struct AccountRow {
    std::string name, shown, role, site, rooms, password;
    long long backup{};
};

Account to_account(const AccountRow& row) {
    return {
        .name = row.name,
        .shown = row.shown,
        .role = to_role(row.role).value_or(Role::Mediator),
        .site = row.site,
        .rooms = split_lines(row.rooms),
        .backup = row.backup != 0,
        .password = row.password};
}

/// Those of a site, or the one of a name.
std::vector<Account>
read_accounts(soci::session& sql, const std::string& where, const std::string& value) {
    AccountRow row;
    soci::statement statement =
        (sql.prepare
             << "SELECT name, shown, role, site, rooms, backup, password FROM accounts WHERE " +
                    where + " ORDER BY name",
         use(value),
         into(row.name),
         into(row.shown),
         into(row.role),
         into(row.site),
         into(row.rooms),
         into(row.backup),
         into(row.password));
    statement.execute();
    std::vector<Account> accounts;
    while (statement.fetch())
        accounts.push_back(to_account(row));
    return accounts;
}

void people_changed(soci::session& sql) {
    sql << "UPDATE people_version SET version = version + 1";
}

void end_sessions(soci::session& sql, const std::string& account) {
    sql << "DELETE FROM sessions WHERE account = :account", use(account);
    sql << "DELETE FROM links WHERE account = :account", use(account);
}

/// Whether there was one.
bool remove_one(soci::session& sql, const std::string& statement, const std::string& value) {
    soci::statement removing = (sql.prepare << statement, use(value));
    removing.execute(true);
    return removing.get_affected_rows() == 1;
}

} // namespace

Result<std::int64_t> Store::people_version() {
    return m_inside->run([&]() -> std::int64_t {
        long long version = 0;
        m_inside->sql << "SELECT version FROM people_version", into(version);
        return version;
    });
}

Result<void> Store::put(const Account& account) {
    return m_inside->run([&] {
        const std::string role(to_name(account.role));
        const auto rooms = join_lines(account.rooms);
        const long long backup = account.backup ? 1 : 0;
        m_inside->sql
            << "INSERT INTO accounts (name, shown, role, site, rooms, backup, password) "
               "VALUES (:name, :shown, :role, :site, :rooms, :backup, :password) "
               "ON CONFLICT (name) DO UPDATE SET shown = excluded.shown, role = excluded.role, "
               "site = excluded.site, rooms = excluded.rooms, backup = excluded.backup, "
               "password = excluded.password",
            use(account.name), use(account.shown), use(role), use(account.site), use(rooms),
            use(backup), use(account.password);
    });
}

Result<std::optional<Account>> Store::account(const std::string& name) {
    return m_inside->run([&]() -> std::optional<Account> {
        auto found = read_accounts(m_inside->sql, "name = :name", name);
        if (found.empty())
            return std::nullopt;
        return std::move(found.front());
    });
}

Result<std::vector<Account>> Store::accounts(const std::string& site) {
    return m_inside->run([&] { return read_accounts(m_inside->sql, "site = :site", site); });
}

Result<bool> Store::remove_account(const std::string& name) {
    return m_inside->run([&] {
        soci::transaction change(m_inside->sql);
        const bool was = remove_one(m_inside->sql, "DELETE FROM accounts WHERE name = :name", name);
        end_sessions(m_inside->sql, name);
        people_changed(m_inside->sql);
        change.commit();
        return was;
    });
}

Result<bool> Store::remove_kiosk(const std::string& id) {
    return m_inside->run([&] {
        soci::transaction change(m_inside->sql);
        const bool was = remove_one(m_inside->sql, "DELETE FROM kiosks WHERE id = :id", id);
        m_inside->sql << "DELETE FROM proofs WHERE kiosk = :id", use(id);
        m_inside->end_calls(id);
        people_changed(m_inside->sql);
        change.commit();
        return was;
    });
}

Result<void> Store::put(const KioskEntry& kiosk) {
    return m_inside->run([&] {
        soci::transaction change(m_inside->sql);
        m_inside->sql
            << "INSERT INTO kiosks (id, place, room, site, key_print) "
               "VALUES (:id, :place, :room, :site, :key) "
               "ON CONFLICT (id) DO UPDATE SET place = excluded.place, room = excluded.room, "
               "site = excluded.site, key_print = excluded.key_print",
            use(kiosk.id), use(kiosk.place), use(kiosk.room), use(kiosk.site), use(kiosk.key_print);
        people_changed(m_inside->sql);
        change.commit();
    });
}

Result<std::vector<KioskEntry>> Store::kiosks() {
    return m_inside->run([&] {
        KioskEntry row;
        soci::statement statement =
            (m_inside->sql.prepare
                 << "SELECT id, place, room, site, key_print FROM kiosks ORDER BY id",
             into(row.id),
             into(row.place),
             into(row.room),
             into(row.site),
             into(row.key_print));
        statement.execute();
        std::vector<KioskEntry> kiosks;
        while (statement.fetch())
            kiosks.push_back(row);
        return kiosks;
    });
}

Result<void> Store::put(const Session& session) {
    return m_inside->run([&] {
        const long long started = m_inside->clock.to_wall(session.started);
        const long long used = m_inside->clock.to_wall(session.used);
        m_inside->sql << "INSERT INTO sessions (token_print, account, started, used) "
                         "VALUES (:token, :account, :started, :used) "
                         "ON CONFLICT (token_print) DO UPDATE SET used = excluded.used",
            use(session.token_print), use(session.account), use(started), use(used);
    });
}

Result<std::optional<Session>> Store::session(const std::string& token_print) {
    return m_inside->run([&]() -> std::optional<Session> {
        Session session{.token_print = token_print};
        long long started = 0;
        long long used = 0;
        m_inside->sql << "SELECT account, started, used FROM sessions WHERE token_print = :token",
            use(token_print), into(session.account), into(started), into(used);
        if (!m_inside->sql.got_data())
            return std::nullopt;
        session.started = m_inside->clock.to_instant(started);
        session.used = m_inside->clock.to_instant(used);
        return session;
    });
}

Result<void> Store::drop_sessions(const std::string& account) {
    return m_inside->run([&] {
        soci::transaction change(m_inside->sql);
        end_sessions(m_inside->sql, account);
        people_changed(m_inside->sql);
        change.commit();
    });
}

Result<std::set<std::string>> Store::sessions() {
    return m_inside->run([&] {
        std::string print;
        soci::statement statement =
            (m_inside->sql.prepare << "SELECT token_print FROM sessions", into(print));
        statement.execute();
        std::set<std::string> prints;
        while (statement.fetch())
            prints.insert(print);
        return prints;
    });
}

Result<void> Store::drop_session(const std::string& token_print) {
    return m_inside->run([&] {
        m_inside->sql << "DELETE FROM sessions WHERE token_print = :token", use(token_print);
    });
}

Result<void> Store::forget_sessions(Instant now) {
    return m_inside->run([&] {
        const long long before = m_inside->clock.to_wall(now - kept_for::session);
        m_inside->sql << "DELETE FROM sessions WHERE started < :before", use(before);
        const long long present = m_inside->clock.to_wall(now);
        m_inside->sql << "DELETE FROM links WHERE until <= :now", use(present);
    });
}

Result<void>
Store::put_link(const std::string& link_print, const std::string& account, Instant until) {
    return m_inside->run([&] {
        const long long wall = m_inside->clock.to_wall(until);
        m_inside->sql
            << "INSERT INTO links (link_print, account, until) VALUES (:link, :account, :until)",
            use(link_print), use(account), use(wall);
    });
}

Result<std::optional<std::string>> Store::take_link(const std::string& link_print, Instant now) {
    return m_inside->run([&]() -> std::optional<std::string> {
        std::string account;
        const long long wall = m_inside->clock.to_wall(now);
        m_inside->sql << "SELECT account FROM links WHERE link_print = :link AND until > :now",
            use(link_print), use(wall), into(account);
        const bool found = m_inside->sql.got_data();
        soci::statement drop =
            (m_inside->sql.prepare << "DELETE FROM links WHERE link_print = :link",
             use(link_print));
        drop.execute(true);
        if (!found || drop.get_affected_rows() != 1) // somebody else was first
            return std::nullopt;
        return account;
    });
}

Result<void> Store::note(const Act& act) {
    return m_inside->run([&] {
        const long long at = m_inside->clock.to_wall(act.at);
        m_inside->sql
            << "INSERT INTO acts (at, site, account, what) VALUES (:at, :site, :account, :what)",
            use(at), use(act.site), use(act.account), use(act.what);
    });
}

Result<void> Store::forget_acts(Instant now) {
    return m_inside->run([&] {
        const long long before = m_inside->clock.to_wall(now - kept_for::act);
        m_inside->sql << "DELETE FROM acts WHERE at < :before", use(before);
    });
}

Result<std::vector<Act>> Store::acts(const std::string& site, int most) {
    return m_inside->run([&] {
        Act row{.site = site};
        long long at = 0;
        soci::statement statement =
            (m_inside->sql.prepare << "SELECT at, account, what FROM acts WHERE site = :site ORDER "
                                      "BY at DESC LIMIT :most",
             use(site),
             use(most),
             into(at),
             into(row.account),
             into(row.what));
        statement.execute();
        std::vector<Act> acts;
        while (statement.fetch()) {
            row.at = m_inside->clock.to_instant(at);
            acts.push_back(row);
        }
        return acts;
    });
}

} // namespace guichet::hub
