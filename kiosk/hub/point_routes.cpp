// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/points.hpp"
#include "hub/routes.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::hub {
namespace {

using Answer = std::optional<HttpResponse>;
using Verdict = Points::Verdict;

constexpr std::size_t most_marks = 150;
constexpr std::size_t longest_id = 128;
constexpr std::size_t longest_name = 1000;
constexpr double rounding = 0.01; ///< what may be beyond the screen’s edges

HttpResponse point_answer(Verdict verdict, const Json& done = Json::object()) {
    switch (verdict) {
    case Verdict::Done:
        return json_answer(200, done);
    case Verdict::Unknown:
        return refuse(404, "unknown");
    case Verdict::NotYours:
        return refuse(409, "not-yours");
    case Verdict::Busy:
        return refuse(409, "busy");
    case Verdict::OutOfReach:
        return refuse(409, "out-of-reach");
    case Verdict::NotAgreed:
        return refuse(403, "forbidden");
    case Verdict::TooSoon:
        break;
    }
    auto answer = refuse(429, "slow-down");
    answer.headers.emplace_back("Retry-After", std::to_string(Points::after_refusal.count()));
    return answer;
}

Points::Page page_of(const Context& context) {
    const auto& account = context.who.account;
    return {Desk::console_id(account, context.page), account.name, account.site};
}

Answer ask(Context& context) {
    const auto asked = context.services.points.ask(page_of(context), context.id, context.now);
    if (asked.verdict == Verdict::Done)
        note(context, context.who.account, "point " + context.id);
    return point_answer(asked.verdict, {{"point", asked.id}});
}

Answer point_at(Context& context) {
    const auto mark = context.body.text("mark", longest_id);
    if (!context.body.is_right() || mark.empty())
        return refuse(400, "invalid");
    return point_answer(context.services.points.at(page_of(context), context.id, mark));
}

Answer stop(Context& context) {
    return point_answer(context.services.points.stop(page_of(context), context.id));
}

Answer answer(Context& context) {
    const bool said = context.body.has("accepted");
    const bool accepted = context.body.truth("accepted");
    if (!context.body.is_right() || !said)
        return refuse(400, "invalid");
    auto& points = context.services.points;
    return point_answer(points.answer(context.kiosk.id, context.id, accepted, context.now));
}

bool is_short(const Json& mark, const char* key, std::size_t longest) {
    return mark.contains(key) && mark[key].is_string() &&
           mark[key].get_ref<const std::string&>().size() <= longest;
}

bool is_place(const Json& mark) {
    constexpr std::array keys{"x", "y", "width", "height"};
    return std::ranges::all_of(keys, [&](const char* key) {
        return mark.contains(key) && mark[key].is_number() &&
               mark[key].get<double>() >= -rounding && mark[key].get<double>() <= 1 + rounding;
    });
}

/// What a mediator may see of a thing and no more, whatever else the kiosk sent.
std::optional<Json> read_mark(const Json& given) {
    const bool fits = given.is_object() && is_short(given, "id", longest_id) &&
                      is_short(given, "role", 64) && is_short(given, "name", longest_name) &&
                      is_place(given);
    if (!fits)
        return std::nullopt;
    Json mark;
    for (const auto* key : {"id", "role", "name", "x", "y", "width", "height"})
        mark[key] = given[key];
    return mark;
}

Answer show(Context& context) {
    const auto* given = context.body.list("marks", most_marks);
    if (given == nullptr)
        return refuse(400, "invalid");
    auto marks = Json::array();
    for (const auto& each : *given) {
        auto mark = read_mark(each);
        if (!mark)
            return refuse(400, "invalid");
        marks.push_back(std::move(*mark));
    }
    return point_answer(context.services.points.show(context.kiosk.id, context.id, marks));
}

Answer stop_by_kiosk(Context& context) {
    return point_answer(context.services.points.stop_by_kiosk(context.kiosk.id, context.id));
}

constexpr auto anyone = Role::Mediator;
constexpr std::array table{
    Route{"POST", "/api/v1/console/calls/{id}/point", Who::Console, ask, anyone, true},
    Route{"POST", "/api/v1/console/points/{id}/at", Who::Console, point_at, anyone, true},
    Route{"POST", "/api/v1/console/points/{id}/stop", Who::Console, stop, anyone, true},
    Route{"POST", "/api/v1/kiosk/points/{id}/answer", Who::Kiosk, answer},
    Route{"POST", "/api/v1/kiosk/points/{id}/layout", Who::Kiosk, show},
    Route{"POST", "/api/v1/kiosk/points/{id}/stop", Who::Kiosk, stop_by_kiosk},
};

} // namespace

std::span<const Route> point_routes() {
    return table;
}

} // namespace guichet::hub
