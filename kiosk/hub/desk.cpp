// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"

#include "hub/log.hpp"
#include "hub/secrets.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

constexpr int most_attempts = 16;
constexpr auto ping_every = 10s;
constexpr auto clean_every = 10min;
constexpr auto longest_wait = 1h; ///< a press longer ago is taken as that

} // namespace

Desk::Desk(
    Store& store, const WallClock& clock, Instant started, const call::Escalation& escalation
)
    : m_store(store), m_clock(clock), m_board(started, escalation), m_codes(clock),
      m_pinged(started) {}

call::Ticket Desk::not_later(call::Ticket ticket, Instant now) {
    ticket.opened = std::min(ticket.opened, now);
    if (ticket.claim)
        ticket.claim->since = std::min(ticket.claim->since, now);
    return ticket;
}

Result<void> Desk::start(Instant now) {
    const std::lock_guard lock(m_guard);
    const auto kiosks = m_store.kiosks();
    if (!kiosks)
        return tl::unexpected(kiosks.error());
    for (const auto& kiosk : *kiosks)
        remember(kiosk);
    const auto proofs = m_store.proofs();
    if (!proofs)
        return tl::unexpected(proofs.error());
    for (auto [kiosk, proof] : *proofs) {
        proof.tried = std::min(proof.tried, std::optional(now));
        proof.proven = std::min(proof.proven, std::optional(now));
        m_board.put(kiosk, proof);
    }
    auto calls = m_store.open_calls();
    if (!calls)
        return tl::unexpected(calls.error());
    for (auto& ticket : *calls)
        m_board.put(not_later(std::move(ticket), now));
    return {};
}

void Desk::remember(const KioskEntry& kiosk) {
    if (m_board.kiosk(kiosk.id) == nullptr)
        m_board.add({.id = kiosk.id, .site = kiosk.site, .room = kiosk.room, .place = kiosk.place});
}

Result<Desk::Changed> Desk::open(
    const KioskEntry& kiosk, const call::Request& request, std::chrono::milliseconds waited
) {
    const std::lock_guard lock(m_guard);
    remember(kiosk);
    heard_locked(*m_board.kiosk(kiosk.id), ""); // whoever calls is there
    call::Ticket ticket{
        .request = request, .kiosk = kiosk.id, .site = kiosk.site, .room = kiosk.room};
    ticket.request.place = kiosk.place;
    ticket.secret = make_token();
    ticket.opened = now() - std::clamp<std::chrono::milliseconds>(waited, 0ms, longest_wait);
    const bool known = m_board.find(request.id) != nullptr;
    auto kept = m_store.insert(ticket);
    if (!kept) {
        m_figures.store_failures++;
        log_event("call-not-kept", {{"kiosk", kiosk.id}, {"why", kept.error().detail}});
        return tl::unexpected(kept.error());
    }
    if (kept->kiosk != kiosk.id)
        return Changed{call::Verdict::NotYours, {}};
    if (known || kept->ended)
        return Changed{call::Verdict::Already, std::move(*kept)};
    const bool is_new = kept->version == 1;
    m_board.put(*kept);
    if (kept->request.test) {
        begin_test(*kept);
    } else {
        m_figures.opened += is_new ? 1 : 0;
        log_event("call", {{"kiosk", kiosk.id}, {"call", request.id}});
    }
    tell_call(*kept);
    tell_peers({{"call", request.id}});
    return Changed{is_new ? call::Verdict::Done : call::Verdict::Already, std::move(*kept)};
}

Result<call::Ticket> Desk::current(const std::string& id) {
    if (const auto* ticket = m_board.find(id))
        return *ticket;
    auto kept = m_store.find(id);
    if (!kept)
        return tl::unexpected(kept.error());
    if (!*kept)
        return fail(Error::Kind::NotFound, "no such call");
    return not_later(std::move(**kept), now());
}

Result<Desk::Changed> Desk::change_locked(const std::string& id, const Change& rule) {
    for (int attempt = 0; attempt < most_attempts; attempt++) {
        auto ticket = current(id);
        if (!ticket && ticket.error().kind == Error::Kind::NotFound)
            return Changed{call::Verdict::Unknown, {}};
        if (!ticket)
            return tl::unexpected(ticket.error());
        const auto before = *ticket;
        const auto verdict = rule(*ticket);
        if (verdict != call::Verdict::Done)
            return Changed{verdict, before};
        auto saved = m_store.save(*ticket);
        if (!saved) {
            m_figures.store_failures++;
            return tl::unexpected(saved.error());
        }
        if (*saved) {
            m_board.put(**saved);
            count(before, **saved);
            tell_call(**saved);
            tell_peers({{"call", id}});
            return Changed{verdict, std::move(**saved)};
        }
        // Another process was first: what it made of the call counts, and who listens here hears
        // of it now. Its own message finds nothing new.
        if (auto read = read_call(id); !read)
            return tl::unexpected(read.error());
    }
    return fail(Error::Kind::Unreachable, "a call changed again and again");
}

Result<Desk::Changed> Desk::change(const std::string& id, const Change& rule) {
    const std::lock_guard lock(m_guard);
    return change_locked(id, rule);
}

Result<Desk::Changed>
Desk::acknowledge(const Account& account, const std::string& page, const std::string& id) {
    const std::lock_guard lock(m_guard);
    const auto* console = m_board.console(console_id(account, page));
    const bool shown = console != nullptr && call::in_reach(*console);
    return change_locked(id, [&](call::Ticket& ticket) {
        if (ticket.site != account.site)
            return call::Verdict::Unknown;
        return shown ? call::acknowledge(ticket, now()) : call::Verdict::NotThere;
    });
}

Result<Desk::Changed>
Desk::end(const KioskEntry& kiosk, const std::string& id, call::Outcome outcome) {
    const std::lock_guard lock(m_guard);
    auto done = change_locked(id, [&](call::Ticket& ticket) {
        return ticket.kiosk == kiosk.id ? call::end(ticket, outcome) : call::Verdict::NotYours;
    });
    if (!done || done->verdict != call::Verdict::Unknown)
        return done;
    // It never arrived. A late copy of it must not open it now.
    call::Ticket ticket{.kiosk = kiosk.id, .site = kiosk.site};
    ticket.request.id = id;
    ticket.opened = now();
    ticket.ended = outcome;
    auto kept = m_store.insert(ticket);
    if (!kept)
        return tl::unexpected(kept.error());
    return Changed{call::Verdict::Done, std::move(*kept)};
}

void Desk::count(const call::Ticket& before, const call::Ticket& after) {
    const auto& id = after.request.id;
    if (after.request.test) {
        count_test(before, after);
        return;
    }
    if (!before.ended && after.ended) {
        m_figures.ended++;
        log_event("ended", {{"call", id}, {"outcome", std::string(call::to_name(*after.ended))}});
        return;
    }
    if (!before.acknowledged && after.acknowledged) {
        m_figures.acknowledged++;
        m_figures.acknowledged_seconds +=
            std::chrono::duration<double>(*after.acknowledged - after.opened).count();
    }
    if (!before.claim && after.claim) {
        m_figures.claimed++;
        log_event("claimed", {{"call", id}, {"account", after.claim->who.account}});
    }
    if (before.claim && !after.claim)
        log_event("unclaimed", {{"call", id}, {"account", before.claim->who.account}});
}

Result<CodeCheck> Desk::check_code(const std::string& id, const std::string& given, Instant now) {
    const std::lock_guard lock(m_guard);
    if (given.empty())
        return CodeCheck::Right;
    const auto ticket = current(id);
    if (!ticket && ticket.error().kind != Error::Kind::NotFound)
        return tl::unexpected(ticket.error());
    if (!ticket || ticket->ended)
        return CodeCheck::Right;
    tick_codes(now);
    return m_codes.check(*ticket, given, now);
}

void Desk::tick(Instant now) {
    const bool hears = m_store.follow_clock().has_value(); // consoles are let in by what it keeps
    const std::lock_guard lock(m_guard);
    if (!hears)
        m_board.could_not_hear(now);
    const auto due = m_board.tick(now);
    for (const auto& id : due.take_back) {
        log_event("lease-over", {{"call", id}});
        (void)change_locked(id, [](call::Ticket& ticket) { return call::take_back(ticket); });
    }
    for (const auto& id : due.tests)
        end_test(id);
    for (const auto& id : due.remind) {
        auto text = make_event("remind", to_text(Json{{"id", id}}));
        const auto* ticket = m_board.find(id);
        if (ticket == nullptr || !ticket->claim)
            continue;
        m_streams.tell(
            [&](const Listener& each) { return each.account == ticket->claim->who.account; },
            [&](const Listener&) { return text; }
        );
    }
    for (const auto& id : due.louder)
        tell_call(*m_board.find(id));
    for (const auto& id : due.kiosks) {
        log_event("kiosk-lost", {{"kiosk", id}});
        m_changed_kiosks.insert(id);
        for (const auto* ticket : m_board.of_kiosk(id))
            tell_call(*ticket);
    }
    m_changed_sites.insert(due.sites.begin(), due.sites.end());
    tell_kiosks();
    for (const auto& site : std::exchange(m_changed_sites, {}))
        tell_site(site);
    tick_codes(now);
    housekeeping(now);
}

void Desk::tick_codes(Instant now) {
    if (!m_codes.minute_began(now))
        return;
    for (const auto* ticket : m_board.all())
        if (ticket->claim && !ticket->here)
            tell_call(*ticket);
}

void Desk::housekeeping(Instant now) {
    if (now - m_pinged >= ping_every) {
        m_pinged = now;
        m_streams.ping();
        let_go_locked();
    }
    if (now - m_cleaned < clean_every)
        return;
    m_cleaned = now;
    const auto calls = m_store.forget_ended(now);
    const auto sessions = m_store.forget_sessions(now);
    const auto acts = m_store.forget_acts(now);
    const auto notes = m_store.forget_notes(now);
    if (!calls || !sessions || !acts || !notes)
        m_figures.store_failures++;
}

void Desk::close_streams() {
    const std::lock_guard lock(m_guard);
    m_streams.drop([](const Listener&) { return true; });
}

Figures Desk::figures() const {
    const std::lock_guard lock(m_guard);
    auto figures = m_figures;
    for (const auto* ticket : m_board.all()) {
        if (ticket->request.test)
            continue;
        figures.open_calls++;
        figures.waiting_calls += ticket->claim || ticket->here ? 0 : 1;
    }
    figures.kiosk_streams = m_streams.kiosks();
    figures.console_streams = m_streams.consoles();
    return figures;
}

} // namespace guichet::hub
