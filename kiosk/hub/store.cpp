// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/store.hpp"

#include "hub/migrations.hpp"
#include "hub/postgres_url.hpp"
#include "hub/store_inside.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace guichet::hub {
namespace {

// sqlite3.h: the result codes.
constexpr int sqlite_corrupt = 11;
constexpr int sqlite_full = 13;
constexpr int sqlite_not_a_database = 26;
/// An answer takes its time: less than this is no difference.
constexpr std::chrono::milliseconds clocks_are_one{1000};

std::string damaged(const std::string& where) {
    return "the database " + where +
           " is damaged. Stop the hub, move this file away and put the last backup in its place "
           "(guichet hub backup makes them), then start again. Without a backup, start without the "
           "file: accounts and kiosks must be added again";
}

/// Durable at once, several processes at a time, and a file that is whole.
void prepare_sqlite(soci::session& sql) {
    std::string answer;
    sql << "PRAGMA quick_check(1)", soci::into(answer);
    if (answer != "ok")
        throw soci::sqlite3_soci_error("quick_check: " + answer, sqlite_corrupt);
    sql << "PRAGMA journal_mode = WAL", soci::into(answer);
    sql << "PRAGMA synchronous = FULL";
    sql << "PRAGMA foreign_keys = ON";
}

long long schema_version(soci::session& sql) {
    long long known = 0;
    soci::indicator there{};
    sql << "SELECT MAX(version) FROM schema_version", soci::into(known, there);
    return there == soci::i_null ? 0 : known;
}

/// All or nothing, and by one process at a time.
void bring_up_to_date(soci::session& sql, bool is_sqlite) {
    soci::transaction change(sql);
    if (!is_sqlite) {
        sql << "SET LOCAL statement_timeout = 0"; // as long as another hub takes, or this one
        sql << "SELECT pg_advisory_xact_lock(3141)";
    }
    sql << "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)";
    const auto& steps = migrations();
    for (auto step = static_cast<std::size_t>(schema_version(sql)); step < steps.size(); step++) {
        for (const auto& statement : steps[step])
            sql << statement;
        const auto version = static_cast<long long>(step) + 1;
        sql << "INSERT INTO schema_version (version) VALUES (:v)", soci::use(version);
    }
    change.commit();
}

} // namespace

Error Store::Inside::explain(const soci::soci_error& error) {
    const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
    if (sqlite != nullptr && sqlite->result() == sqlite_full)
        return {Error::Kind::Full, "no room left for the hub's database"};
    const bool is_damaged = sqlite != nullptr && (sqlite->result() == sqlite_corrupt ||
                                                  sqlite->result() == sqlite_not_a_database);
    if (is_damaged)
        return {Error::Kind::Unreadable, "the hub's database is damaged"};
    const bool lost = error.get_error_category() == soci::soci_error::connection_error;
    is_lost = !is_sqlite && (lost || !sql.is_connected());
    return {Error::Kind::Unreachable, std::string("the hub's database: ") + error.what()};
}

int Store::Inside::socket() {
    // Of a server only; the library tells no types at run time.
    const auto* server = static_cast<soci::postgresql_session_backend*>(sql.get_backend());
    return server != nullptr && server->conn_ != nullptr ? PQsocket(server->conn_) : -1;
}

void Store::Inside::take_time() {
    long long wall = 0;
    sql << "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)", soci::into(wall);
    const auto present = now();
    if (std::abs(wall - clock.to_wall(present)) >= clocks_are_one.count())
        clock.bind(present, wall);
}

bool Store::Inside::come_back() {
    if (!is_lost)
        return false;
    const auto begin = now();
    if (begin < next_try)
        return false;
    try {
        sql.reconnect();
        is_lost = false;
    } catch (const soci::soci_error&) { // still away: the statement said so
        next_try = now() + 2 * (now() - begin);
    }
    return !is_lost;
}

Store::Store(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Result<Store> Store::open(const std::string& where, const WallClock& clock) {
    auto inside = std::make_unique<Inside>(clock);
    inside->is_sqlite = !is_postgres(where);
    if (!inside->is_sqlite)
        inside->watch = std::make_unique<AnswerWatch>(answer_patience);
    std::error_code ignored;
    if (inside->is_sqlite && std::filesystem::path(where).has_parent_path())
        std::filesystem::create_directories(std::filesystem::path(where).parent_path(), ignored);
    auto opened = inside->run([&] {
        if (inside->is_sqlite) {
            inside->sql.open(soci::sqlite3, "db=" + where + " timeout=5");
            prepare_sqlite(inside->sql);
        } else if (!inside->sql.is_connected()) {
            inside->sql.open(soci::postgresql, with_patience(where));
        }
        bring_up_to_date(inside->sql, inside->is_sqlite);
        if (!inside->is_sqlite)
            inside->take_time();
    });
    if (!opened && opened.error().kind == Error::Kind::Unreadable)
        return fail(Error::Kind::Unreadable, damaged(where));
    if (!opened)
        return tl::unexpected(opened.error());
    return Store(std::move(inside));
}

Result<void> Store::check() {
    return m_inside->run([this] {
        long long version = 0;
        m_inside->sql << "SELECT MAX(version) FROM schema_version", soci::into(version);
    });
}

Result<void> Store::follow_clock() {
    if (m_inside->is_sqlite)
        return check();
    return m_inside->run([this] { m_inside->take_time(); });
}

Result<void> Store::backup(const std::string& file) {
    if (!m_inside->is_sqlite)
        return fail(Error::Kind::Invalid, "PostgreSQL is backed up with pg_dump");
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored))
        return fail(Error::Kind::Refused, file + " is there already; nothing was overwritten");
    return m_inside->run([&] { m_inside->sql << "VACUUM INTO :file", soci::use(file); });
}

std::string join_lines(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines)
        text += line + "\n";
    return text;
}

std::vector<std::string> split_lines(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

} // namespace guichet::hub
