// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"
#include "hub/wire.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::hub {
namespace {

std::string_view to_name(call::Ring ring) {
    constexpr std::array<std::string_view, 3> names{"room", "site", "everybody"};
    return names.at(static_cast<std::size_t>(ring));
}

long seconds(std::chrono::milliseconds duration) {
    return std::max(0L, static_cast<long>(duration / std::chrono::seconds(1)));
}

SharedText make_test_event(const call::Ticket& ticket) {
    return make_event("test", to_text(Json{{"id", ticket.request.id}}));
}

Json who_json(const call::Who& who) {
    return {{"account", who.account}, {"name", who.name}};
}

} // namespace

Json Desk::call_json(const call::Ticket& ticket, const Listener& listener) const {
    const auto present = now();
    const auto* console = m_board.console(listener.id);
    const auto* kiosk = m_board.kiosk(ticket.kiosk);
    Json json{
        {"id", ticket.request.id},
        {"rank", ticket.rank},
        {"kiosk", ticket.kiosk},
        {"place", ticket.request.place},
        {"room", ticket.room},
        {"procedure", ticket.request.procedure},
        {"step", ticket.request.step},
        {"language", ticket.request.language},
        {"needs", ticket.request.needs},
        {"reason", call::to_name(ticket.request.reason)},
        {"urgent", ticket.request.urgent},
        {"waited_s", seconds(present - ticket.opened)},
        {"ring", to_name(m_board.ring(ticket, present))},
        {"rings", console != nullptr && m_board.rings(ticket, *console, present)},
        {"muted", m_board.is_muted(listener.id, ticket.request.id)},
        {"acknowledged", ticket.acknowledged.has_value()},
        {"here", ticket.here.has_value()},
        {"kiosk_reachable", kiosk != nullptr && kiosk->reachable}};
    if (ticket.claim) {
        const auto since = present - ticket.claim->since;
        json["claim"] = who_json(ticket.claim->who);
        json["claim"]["since_s"] = seconds(since);
        json["claim"]["reminded"] = !ticket.here && since >= std::chrono::minutes(2);
    }
    if (ticket.passed_to)
        json["passed_to"] = who_json(*ticket.passed_to);
    if (ticket.reply)
        json["reply"] = call::to_name(*ticket.reply);
    if (ticket.claim && ticket.claim->who.account == listener.account && !ticket.here)
        json["code"] = m_codes.code(ticket, present);
    return json;
}

Json Desk::kiosk_json(const call::Kiosk& kiosk) const {
    const auto& progress = kiosk.progress;
    const auto present = now();
    const auto on_screen =
        progress.in_use ? progress.same_screen + (present - kiosk.seen) : progress.same_screen;
    const auto proof = m_board.proof(kiosk.id);
    Json json{
        {"id", kiosk.id},
        {"place", kiosk.place},
        {"room", kiosk.room},
        {"reachable", kiosk.reachable},
        {"in_use", progress.in_use},
        {"procedure", progress.procedure},
        {"step", progress.step},
        {"steps", progress.steps},
        {"same_screen_s",
         seconds(std::chrono::duration_cast<std::chrono::milliseconds>(on_screen))},
        {"exercise", progress.exercise},
        {"twins", m_twins.has(kiosk.id, present)},
        {"failed_tests", proof.failures}};
    if (proof.proven)
        json["proven_s"] = seconds(present - *proof.proven);
    return json;
}

namespace {

/// Of several pages of one mediator the one to go by.
int weight(const call::Console& console) {
    if (call::in_reach(console))
        return 2;
    return console.present ? 1 : 0;
}

/// One line for each mediator who told of themselves, whatever number of pages they have open.
Json people_json(const std::vector<const call::Console*>& consoles) {
    std::map<std::string, const call::Console*> people;
    for (const auto* console : consoles) {
        auto& best = people[console->account];
        if (console->declared && (best == nullptr || weight(*console) > weight(*best)))
            best = console;
    }
    auto list = Json::array();
    for (const auto& [account, console] : people)
        if (console != nullptr)
            list.push_back(
                {{"account", account},
                 {"name", console->name},
                 {"declared", call::to_name(*console->declared)},
                 {"present", console->present},
                 {"noticed", console->noticed}}
            );
    return list;
}

} // namespace

Json Desk::board(const Listener& listener) const {
    Json json{
        {"site", listener.site},
        {"staff", to_name(m_board.staff(listener.site))},
        {"calls_arrive", m_board.calls_arrive(listener.site)},
        {"calls", Json::array()},
        {"kiosks", Json::array()},
        {"people", people_json(m_board.consoles(listener.site))}};
    for (const auto* ticket : m_board.queue(listener.site))
        json["calls"].push_back(call_json(*ticket, listener));
    for (const auto* kiosk : m_board.kiosks(listener.site))
        json["kiosks"].push_back(kiosk_json(*kiosk));
    return json;
}

std::string Desk::board_json(const Account& account, const std::string& page) {
    const std::lock_guard lock(m_guard);
    return to_text(board(
        {.site = account.site,
         .id = console_id(account, page),
         .account = account.name,
         .stream = nullptr}
    ));
}

void Desk::listen(const KioskEntry& kiosk, std::shared_ptr<EventStream> stream) {
    const std::lock_guard lock(m_guard);
    remember(kiosk);
    Json hello{
        {"place", kiosk.place},
        {"site", kiosk.site},
        {"staff", to_name(m_board.staff_in_reach(kiosk.site))},
        {"calls", Json::array()}};
    for (const auto* ticket : m_board.of_kiosk(kiosk.id))
        hello["calls"].push_back(kiosk_call_json(*ticket));
    if (stream->send(make_event("hello", to_text(hello))))
        m_streams.add(
            {.site = kiosk.site,
             .id = kiosk.id,
             .session = kiosk.key_print,
             .stream = std::move(stream)}
        );
}

void Desk::listen(const Account& account, PageState page, std::shared_ptr<EventStream> stream) {
    const std::lock_guard lock(m_guard);
    if (const auto* known = m_board.console(console_id(account, page.id))) {
        page.declared = known->declared;
        page.noticed = known->noticed;
        page.rooms = known->rooms;
    }
    heard_locked(account, page);
    Listener listener{
        .site = account.site,
        .id = console_id(account, page.id),
        .account = account.name,
        .session = page.session,
        .stream = std::move(stream)};
    bool listens = listener.stream->send(make_event("board", to_text(board(listener))));
    for (const auto* ticket : m_board.all())
        if (ticket->request.test && ticket->site == account.site && !ticket->acknowledged)
            listens = listens && listener.stream->send(make_test_event(*ticket));
    if (listens)
        m_streams.add(std::move(listener));
}

void Desk::tell_call(const call::Ticket& ticket) {
    auto text = make_event("call", to_text(kiosk_call_json(ticket)));
    m_streams.tell(
        [&](const Listener& each) { return each.is_kiosk() && each.id == ticket.kiosk; },
        [&](const Listener&) { return text; }
    );
    const auto whom = [&](const Listener& each) {
        return !each.is_kiosk() && each.site == ticket.site;
    };
    if (ticket.request.test) {
        auto test = make_test_event(ticket);
        if (!ticket.acknowledged && !ticket.ended)
            m_streams.tell(whom, [&](const Listener&) { return test; });
        return;
    }
    if (ticket.ended) {
        auto gone = make_event("gone", to_text(Json{{"id", ticket.request.id}}));
        m_streams.tell(whom, [&](const Listener&) { return gone; });
        return;
    }
    m_streams.tell(whom, [&](const Listener& each) {
        return make_event("call", to_text(call_json(ticket, each)));
    });
}

void Desk::tell_kiosks() {
    std::map<std::string, Json> changed; // by site
    for (const auto& id : std::exchange(m_changed_kiosks, {}))
        if (const auto* kiosk = m_board.kiosk(id))
            changed[kiosk->site].push_back(kiosk_json(*kiosk));
    for (const auto& of_site : changed) {
        auto text = make_event("kiosks", to_text(of_site.second));
        m_streams.tell(
            [&](const Listener& each) { return !each.is_kiosk() && each.site == of_site.first; },
            [&](const Listener&) { return text; }
        );
    }
}

void Desk::tell_site(const std::string& site) {
    auto people = make_event(
        "people",
        to_text(
            {{"staff", to_name(m_board.staff(site))},
             {"calls_arrive", m_board.calls_arrive(site)},
             {"people", people_json(m_board.consoles(site))}}
        )
    );
    m_streams.tell(
        [&](const Listener& each) { return !each.is_kiosk() && each.site == site; },
        [&](const Listener&) { return people; }
    );
    const auto staff = m_board.staff_in_reach(site);
    const auto told = m_told_staff.find(site);
    if (told != m_told_staff.end() && told->second == staff)
        return;
    m_told_staff[site] = staff;
    auto text = make_event("staff", to_text(Json{{"staff", to_name(staff)}}));
    m_streams.tell(
        [&](const Listener& each) { return each.is_kiosk() && each.site == site; },
        [&](const Listener&) { return text; }
    );
}

} // namespace guichet::hub
