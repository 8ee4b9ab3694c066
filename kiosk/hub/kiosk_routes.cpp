// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/routes.hpp"

#include <chrono>
#include <map>

namespace guichet::hub {
namespace {

using Answer = std::optional<HttpResponse>;
using Done = Result<Desk::Changed>;

constexpr std::int64_t longest_count = 100000;
constexpr std::int64_t a_day_in_ms = 86'400'000;

HttpResponse kiosk_answer(const Done& done, int status = 200) {
    if (!done)
        return unavailable();
    switch (done->verdict) {
    case call::Verdict::Unknown:
        return refuse(404, "unknown");
    case call::Verdict::NotYours:
        return refuse(409, "not-yours");
    case call::Verdict::TooLate:
        return refuse(409, "too-late");
    default:
        return json_answer(
            done->verdict == call::Verdict::Done ? status : 200,
            {{"call", kiosk_call_json(done->ticket)}}
        );
    }
}

/// A rule on a call of this kiosk, and of no other.
Done change_own(Context& context, const Desk::Change& rule) {
    return context.services.desk.change(context.id, [&](call::Ticket& ticket) {
        return ticket.kiosk == context.kiosk.id ? rule(ticket) : call::Verdict::Unknown;
    });
}

Answer open_call(Context& context) {
    auto& body = context.body;
    call::Request request;
    request.id = body.word("id");
    request.procedure = body.word("procedure");
    request.step = body.word("step");
    request.language = body.word("language");
    request.needs = body.words("needs", 8);
    request.urgent = body.truth("urgent");
    request.test = body.truth("test");
    const auto waited = body.number("waited_ms", a_day_in_ms);
    if (body.has("reason"))
        request.reason = body.one_of("reason", call::to_reason);
    request.urgent = request.urgent || request.reason == call::Reason::Unwell;
    if (!body.is_right() || request.id.empty())
        return refuse(400, "invalid");
    const std::chrono::milliseconds since(waited);
    return kiosk_answer(context.services.desk.open(context.kiosk, request, since), 201);
}

Answer add_reason(Context& context) {
    const auto reason = context.body.one_of("reason", call::to_reason);
    if (!context.body.is_right())
        return refuse(400, "invalid");
    return kiosk_answer(change_own(context, [&](call::Ticket& ticket) {
        return call::add_reason(ticket, reason);
    }));
}

Answer confirm_here(Context& context) {
    const auto code = context.body.text("code", 4);
    if (!context.body.is_right())
        return refuse(400, "invalid");
    const auto checked = context.services.desk.check_code(context.id, code, context.now);
    if (!checked)
        return unavailable();
    if (*checked == CodeCheck::Wrong)
        return refuse(403, "forbidden");
    if (*checked == CodeCheck::TooMany) {
        auto answer = refuse(429, "slow-down");
        answer.headers.emplace_back("Retry-After", "60");
        return answer;
    }
    return kiosk_answer(change_own(context, [&](call::Ticket& ticket) {
        return call::confirm_here(ticket, context.now);
    }));
}

Answer end_call(Context& context) {
    const auto outcome = context.body.one_of("outcome", call::to_outcome);
    if (!context.body.is_right())
        return refuse(400, "invalid");
    return kiosk_answer(context.services.desk.end(context.kiosk, context.id, outcome));
}

Answer heartbeat(Context& context) {
    auto& body = context.body;
    call::Progress progress;
    progress.in_use = body.truth("in_use");
    progress.procedure = body.word("procedure");
    progress.step = static_cast<int>(body.number("step", longest_count));
    progress.steps = static_cast<int>(body.number("steps", longest_count));
    progress.same_screen = std::chrono::seconds(body.number("same_screen_s", longest_count));
    progress.exercise = body.truth("exercise");
    const auto instance = body.word("instance");
    if (!body.is_right())
        return refuse(400, "invalid");
    const auto heard = context.services.desk.heard(context.kiosk, progress, instance);
    return json_answer(200, {{"staff", to_name(heard.staff)}, {"next_s", 5}, {"test", heard.test}});
}

Answer events(Context& context) {
    context.services.points.came_anew(context.kiosk.id);
    context.services.desk.listen(context.kiosk, open_stream(context));
    return std::nullopt;
}

constexpr std::array table{
    Route{"POST", "/api/v1/kiosk/calls", Who::Kiosk, open_call},
    Route{"POST", "/api/v1/kiosk/calls/{id}/reason", Who::Kiosk, add_reason},
    Route{"POST", "/api/v1/kiosk/calls/{id}/here", Who::Kiosk, confirm_here},
    Route{"POST", "/api/v1/kiosk/calls/{id}/end", Who::Kiosk, end_call},
    Route{"POST", "/api/v1/kiosk/heartbeat", Who::Kiosk, heartbeat},
    Route{"GET", "/api/v1/kiosk/events", Who::Kiosk, events},
};

} // namespace

std::span<const Route> kiosk_routes() {
    return table;
}

} // namespace guichet::hub
