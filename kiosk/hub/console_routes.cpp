// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/kept_for.hpp"
#include "hub/log.hpp"
#include "hub/routes.hpp"
#include "hub/secrets.hpp"

#include <array>
#include <ctime>
#include <utility>

namespace guichet::hub {
namespace {

using Answer = std::optional<HttpResponse>;

constexpr int acts_shown = 200;

HttpResponse session_answer(const SignedIn& who, Instant now) {
    return json_answer(
        200,
        {{"account", who.account.name},
         {"name", who.account.shown},
         {"role", to_name(who.account.role)},
         {"site", who.account.site},
         {"csrf", csrf_of(who.token)},
         {"ends_s", Gate::ends_in(who.session, now).count()}}
    );
}

HttpResponse slow_down(std::chrono::seconds wait) {
    auto answer = refuse(429, "slow-down");
    answer.headers.emplace_back("Retry-After", std::to_string(wait.count()));
    return answer;
}

/// The way a session begins, however it was proven.
HttpResponse begun(Context& context, const Result<std::optional<SignedIn>>& who) {
    if (!who)
        return unavailable();
    if (!*who)
        return refuse(401, "signed-out");
    note(context, (*who)->account, "sign-in");
    log_event("sign-in", {{"account", (*who)->account.name}});
    auto answer = session_answer(**who, context.now);
    std::string cookie =
        "guichet_session=" + (*who)->token + "; Path=/api; HttpOnly; SameSite=Strict";
    if (context.request.secure)
        cookie += "; Secure";
    answer.headers.emplace_back("Set-Cookie", cookie);
    return answer;
}

/// On the worker's thread: a copy of what it needs, the request being over by then.
void sign_in_slowly(
    Services& services,
    const HttpRequest& request,
    const std::shared_ptr<Exchange>& exchange,
    const std::pair<std::string, std::string>& given
) {
    Context context{.request = request, .exchange = exchange, .services = services};
    context.now = now();
    const auto who = services.gate.sign_in(given.first, given.second, request.peer);
    if (who && !*who)
        log_event("sign-in-refused", {{"peer", request.peer}});
    send_answer(services, request, *exchange, begun(context, who));
}

Answer sign_in(Context& context) {
    auto& body = context.body;
    const auto account = body.text("account", 64);
    const auto password = body.text("password", 256);
    const auto link = body.text("ticket", 128);
    if (!body.is_right() || (link.empty() && account.empty()))
        return refuse(400, "invalid");
    if (!Gate::is_same_origin(context.request))
        return refuse(403, "forbidden");
    auto& services = context.services;
    const auto& peer = context.request.peer;
    const auto wait = services.gate.wait(account, peer, context.now);
    if (wait > std::chrono::seconds{})
        return slow_down(wait);
    if (!link.empty())
        return begun(context, services.gate.sign_in_by_link(link));
    const bool taken = services.worker.post([&services,
                                             request = context.request,
                                             exchange = context.exchange,
                                             given = std::pair(account, password)] {
        sign_in_slowly(services, request, exchange, given);
    });
    return taken ? Answer{} : slow_down(std::chrono::seconds{2});
}

Answer session(Context& context) {
    return session_answer(context.who, context.now);
}

Answer sign_out(Context& context) {
    if (!context.services.gate.sign_out(context.who))
        return unavailable();
    context.services.desk.signed_out(context.who.session.token_print);
    note(context, context.who.account, "sign-out");
    auto answer = no_content();
    answer.headers.emplace_back(
        "Set-Cookie", "guichet_session=; Path=/api; HttpOnly; SameSite=Strict; Max-Age=0"
    );
    return answer;
}

Answer board(Context& context) {
    const auto& account = context.who.account;
    return HttpResponse{
        200,
        {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
        context.services.desk.board_json(account, context.page)};
}

PageState page_of(const Context& context) {
    return {.id = context.page, .session = context.who.session.token_print};
}

Answer events(Context& context) {
    context.services.points.came_anew(Desk::console_id(context.who.account, context.page));
    context.services.desk.listen(context.who.account, page_of(context), open_stream(context));
    return std::nullopt;
}

Answer presence(Context& context) {
    auto page = page_of(context);
    page.declared = context.body.one_of("declared", call::to_declared);
    if (context.body.has("noticed"))
        page.noticed = context.body.truth("noticed");
    if (context.body.has("rooms"))
        page.rooms = context.body.texts("rooms", 8);
    if (!context.body.is_right())
        return refuse(400, "invalid");
    context.services.desk.heard(context.who.account, page);
    return session_answer(context.who, context.now);
}

HttpResponse taken_by(const call::Ticket& ticket) {
    Json json{{"error", "taken"}};
    if (ticket.claim)
        json["by"] = ticket.claim->who.name;
    return json_answer(409, json);
}

HttpResponse console_answer(const Result<Desk::Changed>& done) {
    if (!done)
        return unavailable();
    switch (done->verdict) {
    case call::Verdict::Unknown:
        return refuse(404, "unknown");
    case call::Verdict::Taken:
        return taken_by(done->ticket);
    case call::Verdict::NotYours:
        return refuse(409, "not-yours");
    case call::Verdict::TooLate:
        return refuse(409, "too-late");
    case call::Verdict::NotThere:
        return refuse(409, "not-there");
    default:
        return json_answer(200, Json::object());
    }
}

/// Which day only, and of no call: nobody's work is timed by it.
void note_day(Context context, const char* act) {
    constexpr std::int64_t a_day_in_ms = 86'400'000;
    const auto& clock = context.services.desk.clock();
    const auto wall = clock.to_wall(context.now);
    context.now = clock.to_instant(wall - wall % a_day_in_ms);
    note(context, context.who.account, act);
}

/// A rule on a call of this mediator's site, and of no other.
HttpResponse change(Context& context, const char* act, const Desk::Change& rule) {
    const auto done = context.services.desk.change(context.id, [&](call::Ticket& ticket) {
        return ticket.site == context.who.account.site ? rule(ticket) : call::Verdict::Unknown;
    });
    if (done && done->verdict == call::Verdict::Done && act != nullptr)
        note_day(context, act);
    return console_answer(done);
}

Answer acknowledge(Context& context) {
    auto& desk = context.services.desk;
    return console_answer(desk.acknowledge(context.who.account, context.page, context.id));
}

Answer claim(Context& context) {
    const auto& account = context.who.account;
    return change(context, "claim", [&](call::Ticket& ticket) {
        return call::claim(ticket, {account.name, account.shown}, context.now);
    });
}

Answer release(Context& context) {
    return change(context, "release", [&](call::Ticket& ticket) {
        return call::release(ticket, context.who.account.name);
    });
}

Answer transfer(Context& context) {
    const auto to = context.body.text("to", 64);
    if (!context.body.is_right() || to.empty())
        return refuse(400, "invalid");
    const auto colleague = context.services.store.account(to);
    if (!colleague)
        return unavailable();
    if (!*colleague || (*colleague)->site != context.who.account.site)
        return refuse(404, "unknown");
    return change(context, "transfer", [&](call::Ticket& ticket) {
        return call::pass(
            ticket, context.who.account.name, {(*colleague)->name, (*colleague)->shown}
        );
    });
}

Answer mute(Context& context) {
    const auto console = Desk::console_id(context.who.account, context.page);
    context.services.desk.mute(console, context.who.account.site, context.id);
    return json_answer(200, Json::object());
}

Answer reply(Context& context) {
    const auto words = context.body.one_of("reply", call::to_reply);
    if (!context.body.is_right())
        return refuse(400, "invalid");
    return change(context, nullptr, [&](call::Ticket& ticket) {
        return call::answer(ticket, context.who.account.name, words);
    });
}

Answer ask_for_test(Context& context) {
    const auto& site = context.who.account.site;
    return context.services.desk.want_test(site, context.id) ? json_answer(200, Json::object())
                                                             : refuse(404, "unknown");
}

Answer colleagues(Context& context) {
    const auto accounts = context.services.store.accounts(context.who.account.site);
    if (!accounts)
        return unavailable();
    auto list = Json::array();
    for (const auto& each : *accounts)
        if (each.name != context.who.account.name)
            list.push_back({{"account", each.name}, {"name", each.shown}});
    return json_answer(200, list);
}

std::string when(std::int64_t wall) {
    const auto seconds = static_cast<std::time_t>(wall / 1000);
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    std::array<char, 32> text{};
    (void)std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

Answer journal(Context& context) {
    const auto acts = context.services.store.acts(context.who.account.site, acts_shown);
    if (!acts)
        return unavailable();
    auto list = Json::array();
    for (const auto& act : *acts)
        list.push_back(
            {{"at", when(context.services.desk.clock().to_wall(act.at))},
             {"account", act.account},
             {"act", act.what}}
        );
    return json_answer(200, list);
}

long in_seconds(std::chrono::seconds time) {
    return static_cast<long>(time.count());
}

/// Nobody needs to sign in to know it.
Answer privacy(Context&) {
    return json_answer(
        200,
        {{"ended_call_s", in_seconds(kept_for::ended_call)},
         {"act_s", in_seconds(kept_for::act)},
         {"note_s", in_seconds(kept_for::note)},
         {"session_s", in_seconds(kept_for::session)},
         {"unused_session_s", in_seconds(kept_for::unused_session)}}
    );
}

constexpr auto anyone = Role::Mediator;
constexpr std::array table{
    Route{"POST", "/api/v1/console/sign-in", Who::Anybody, sign_in},
    Route{"GET", "/api/v1/console/privacy", Who::Anybody, privacy},
    Route{"GET", "/api/v1/console/session", Who::Console, session},
    Route{"POST", "/api/v1/console/sign-out", Who::Console, sign_out},
    Route{"GET", "/api/v1/console/board", Who::Console, board, anyone, true},
    Route{"GET", "/api/v1/console/events", Who::Console, events, anyone, true},
    Route{"POST", "/api/v1/console/presence", Who::Console, presence, anyone, true},
    Route{"POST", "/api/v1/console/calls/{id}/ack", Who::Console, acknowledge, anyone, true},
    Route{"POST", "/api/v1/console/calls/{id}/claim", Who::Console, claim, anyone, true},
    Route{"POST", "/api/v1/console/calls/{id}/release", Who::Console, release, anyone, true},
    Route{"POST", "/api/v1/console/calls/{id}/transfer", Who::Console, transfer, anyone, true},
    Route{"POST", "/api/v1/console/calls/{id}/mute", Who::Console, mute, anyone, true},
    Route{"POST", "/api/v1/console/calls/{id}/reply", Who::Console, reply, anyone, true},
    Route{"POST", "/api/v1/console/kiosks/{id}/test", Who::Console, ask_for_test},
    Route{"GET", "/api/v1/console/colleagues", Who::Console, colleagues},
    Route{"GET", "/api/v1/console/journal", Who::Console, journal, Role::Administrator},
};

} // namespace

std::span<const Route> console_routes() {
    return table;
}

} // namespace guichet::hub
