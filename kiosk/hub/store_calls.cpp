// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/kept_for.hpp"
#include "hub/store_inside.hpp"

namespace guichet::hub {
namespace {

/// A call as columns.
struct Row {
    std::string id, kiosk, site, room, place, procedure, step, language, needs, reason;
    long long urgent{}, test{}, rank{}, opened{}, acknowledged{}, claimed_at{}, alarm{}, here{},
        ended_at{}, version{};
    std::string secret, claimed_by, claimed_name, passed_to, passed_name, reply, outcome;
};

constexpr const char* columns =
    "id, kiosk, site, room, place, procedure_id, step, language, "
    "needs, reason, urgent, test, secret, rank, opened, "
    "acknowledged, claimed_by, claimed_name, claimed_at, alarm, passed_to, "
    "passed_name, reply, here, outcome, "
    "ended_at, version";

Row to_row(const call::Ticket& ticket, const WallClock& clock) {
    const auto wall = [&](const std::optional<Instant>& instant) {
        return instant ? static_cast<long long>(clock.to_wall(*instant)) : 0LL;
    };
    Row row;
    row.id = ticket.request.id;
    row.kiosk = ticket.kiosk;
    row.site = ticket.site;
    row.room = ticket.room;
    row.place = ticket.request.place;
    row.procedure = ticket.request.procedure;
    row.step = ticket.request.step;
    row.language = ticket.request.language;
    row.needs = join_lines(ticket.request.needs);
    row.reason = call::to_name(ticket.request.reason);
    row.urgent = ticket.request.urgent ? 1 : 0;
    row.test = ticket.request.test ? 1 : 0;
    row.secret = ticket.secret;
    row.rank = ticket.rank;
    row.opened = wall(ticket.opened);
    row.acknowledged = wall(ticket.acknowledged);
    row.alarm = ticket.alarm ? 1 : 0;
    row.here = wall(ticket.here);
    row.version = ticket.version;
    if (ticket.claim) {
        row.claimed_by = ticket.claim->who.account;
        row.claimed_name = ticket.claim->who.name;
        row.claimed_at = wall(ticket.claim->since);
    }
    if (ticket.passed_to) {
        row.passed_to = ticket.passed_to->account;
        row.passed_name = ticket.passed_to->name;
    }
    if (ticket.reply)
        row.reply = call::to_name(*ticket.reply);
    return row;
}

/// Only its id is left of a call that ended.
Row ended_row(const call::Ticket& ticket, long long ended_at) {
    Row row;
    row.id = ticket.request.id;
    row.kiosk = ticket.kiosk;
    row.site = ticket.site;
    row.reason = call::to_name(call::Reason::None);
    row.test = ticket.request.test ? 1 : 0;
    row.rank = ticket.rank;
    row.outcome = call::to_name(*ticket.ended);
    row.ended_at = ended_at;
    row.version = ticket.version;
    return row;
}

call::Ticket to_ticket(const Row& row, const WallClock& clock) {
    const auto instant = [&](long long wall) -> std::optional<Instant> {
        return wall == 0 ? std::nullopt : std::optional(clock.to_instant(wall));
    };
    call::Ticket ticket;
    ticket.request = {
        .id = row.id,
        .place = row.place,
        .procedure = row.procedure,
        .step = row.step,
        .language = row.language,
        .needs = split_lines(row.needs),
        .reason = call::to_reason(row.reason).value_or(call::Reason::None),
        .urgent = row.urgent != 0,
        .test = row.test != 0};
    ticket.kiosk = row.kiosk;
    ticket.site = row.site;
    ticket.room = row.room;
    ticket.secret = row.secret;
    ticket.rank = row.rank;
    ticket.opened = clock.to_instant(row.opened);
    ticket.acknowledged = instant(row.acknowledged);
    ticket.alarm = row.alarm != 0;
    ticket.here = instant(row.here);
    ticket.version = row.version;
    if (!row.claimed_by.empty())
        ticket.claim =
            call::Claim{{row.claimed_by, row.claimed_name}, clock.to_instant(row.claimed_at)};
    if (!row.passed_to.empty())
        ticket.passed_to = call::Who{row.passed_to, row.passed_name};
    ticket.reply = call::to_reply(row.reply);
    ticket.ended = call::to_outcome(row.outcome);
    return ticket;
}

/// Every row a statement finds.
std::vector<Row> read_rows(soci::session& sql, const std::string& where, const std::string& value) {
    Row row;
    soci::statement statement =
        (sql.prepare << std::string("SELECT ") + columns + " FROM calls WHERE " + where,
         soci::use(value),
         soci::into(row.id),
         soci::into(row.kiosk),
         soci::into(row.site),
         soci::into(row.room),
         soci::into(row.place),
         soci::into(row.procedure),
         soci::into(row.step),
         soci::into(row.language),
         soci::into(row.needs),
         soci::into(row.reason),
         soci::into(row.urgent),
         soci::into(row.test),
         soci::into(row.secret),
         soci::into(row.rank),
         soci::into(row.opened),
         soci::into(row.acknowledged),
         soci::into(row.claimed_by),
         soci::into(row.claimed_name),
         soci::into(row.claimed_at),
         soci::into(row.alarm),
         soci::into(row.passed_to),
         soci::into(row.passed_name),
         soci::into(row.reply),
         soci::into(row.here),
         soci::into(row.outcome),
         soci::into(row.ended_at),
         soci::into(row.version));
    statement.execute();
    std::vector<Row> rows;
    while (statement.fetch())
        rows.push_back(row);
    return rows;
}

void insert_row(soci::session& sql, const Row& row) {
    sql << std::string("INSERT INTO calls (") + columns +
               ") VALUES (:id, :kiosk, :site, :room, :place, :pro, :step, :lang, :needs, :reason, "
               ":urgent, :test, :secret, "
               "(SELECT COALESCE(MAX(rank), 0) + 1 FROM calls), :opened, :ack, :cby, :cname, :cat, "
               ":alarm, "
               ":pto, "
               ":pname, :reply, :here, :outcome, :ended, 1) ON CONFLICT (id) DO NOTHING",
        soci::use(row.id), soci::use(row.kiosk), soci::use(row.site), soci::use(row.room),
        soci::use(row.place), soci::use(row.procedure), soci::use(row.step),
        soci::use(row.language), soci::use(row.needs), soci::use(row.reason), soci::use(row.urgent),
        soci::use(row.test), soci::use(row.secret), soci::use(row.opened),
        soci::use(row.acknowledged), soci::use(row.claimed_by), soci::use(row.claimed_name),
        soci::use(row.claimed_at), soci::use(row.alarm), soci::use(row.passed_to),
        soci::use(row.passed_name), soci::use(row.reply), soci::use(row.here),
        soci::use(row.outcome), soci::use(row.ended_at);
}

/// Whether nobody else had changed it.
bool update_row(soci::session& sql, const Row& row) {
    soci::statement statement =
        (sql.prepare
             << "UPDATE calls SET room = :room, place = :place, procedure_id = :pro, step = :step, "
                "language = :lang, needs = :needs, reason = :reason, urgent = :urgent, "
                "opened = :opened, acknowledged = :ack, claimed_by = :cby, claimed_name = :cname, "
                "claimed_at = :cat, alarm = :alarm, passed_to = :pto, passed_name = :pname, reply "
                "= :reply, "
                "here = :here, outcome = :outcome, ended_at = :ended, version = version + 1 "
                "WHERE id = :id AND version = :version",
         soci::use(row.room),
         soci::use(row.place),
         soci::use(row.procedure),
         soci::use(row.step),
         soci::use(row.language),
         soci::use(row.needs),
         soci::use(row.reason),
         soci::use(row.urgent),
         soci::use(row.opened),
         soci::use(row.acknowledged),
         soci::use(row.claimed_by),
         soci::use(row.claimed_name),
         soci::use(row.claimed_at),
         soci::use(row.alarm),
         soci::use(row.passed_to),
         soci::use(row.passed_name),
         soci::use(row.reply),
         soci::use(row.here),
         soci::use(row.outcome),
         soci::use(row.ended_at),
         soci::use(row.id),
         soci::use(row.version));
    statement.execute(true);
    return statement.get_affected_rows() == 1;
}

} // namespace

Result<call::Ticket> Store::insert(const call::Ticket& ticket) {
    return m_inside->run([&] {
        const auto& clock = m_inside->clock;
        const auto row =
            ticket.ended ? ended_row(ticket, clock.to_wall(ticket.opened)) : to_row(ticket, clock);
        insert_row(m_inside->sql, row);
        const auto kept = read_rows(m_inside->sql, "id = :id", row.id);
        if (kept.empty())
            throw soci::soci_error("a call just kept is not there");
        return to_ticket(kept.front(), clock);
    });
}

Result<std::optional<call::Ticket>> Store::find(const std::string& id) {
    return m_inside->run([&]() -> std::optional<call::Ticket> {
        const auto rows = read_rows(m_inside->sql, "id = :id", id);
        if (rows.empty())
            return std::nullopt;
        return to_ticket(rows.front(), m_inside->clock);
    });
}

Result<std::vector<call::Ticket>> Store::open_calls() {
    return m_inside->run([&] {
        std::vector<call::Ticket> tickets;
        for (const auto& row : read_rows(m_inside->sql, "outcome = :none ORDER BY rank", ""))
            tickets.push_back(to_ticket(row, m_inside->clock));
        return tickets;
    });
}

Result<std::optional<call::Ticket>> Store::save(const call::Ticket& ticket) {
    return m_inside->run([&]() -> std::optional<call::Ticket> {
        const auto ended_at = m_inside->clock.to_wall(now());
        const auto row =
            ticket.ended ? ended_row(ticket, ended_at) : to_row(ticket, m_inside->clock);
        if (!update_row(m_inside->sql, row))
            return std::nullopt;
        auto kept = ticket;
        kept.version++;
        return kept;
    });
}

void Store::Inside::end_calls(const std::string& kiosk) {
    for (const auto& row : read_rows(sql, "outcome = '' AND kiosk = :kiosk", kiosk)) {
        auto ticket = to_ticket(row, clock);
        ticket.ended = call::Outcome::Interrupted;
        update_row(sql, ended_row(ticket, clock.to_wall(now())));
    }
}

Result<void> Store::forget_ended(Instant now) {
    return m_inside->run([&] {
        const long long before = m_inside->clock.to_wall(now - kept_for::ended_call);
        m_inside->sql << "DELETE FROM calls WHERE outcome <> '' AND ended_at < :before",
            soci::use(before);
    });
}

} // namespace guichet::hub
