// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/activity.hpp"
#include "hub/coop_link.hpp"
#include "hub/coop_report.hpp"
#include "hub/feedback.hpp"
#include "hub/routes.hpp"

#include <array>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::hub {
namespace {

using Answer = std::optional<HttpResponse>;

constexpr int feedback_days = 30;

Answer keep(Context& context, Teller teller, const std::string& site) {
    auto activity = read_activity(context.body, teller);
    if (!activity)
        return refuse(400, "invalid");
    activity->site = site;
    return context.services.store.count(*activity) ? no_content() : unavailable();
}

Answer of_kiosk(Context& context) {
    return keep(context, Teller::Kiosk, context.kiosk.site);
}

Answer of_mediator(Context& context) {
    return keep(context, Teller::Mediator, context.who.account.site);
}

/// Keeps nothing: it only writes down what the mediator may record themselves.
Answer coop(Context& context) {
    const auto activity = read_activity(context.body, Teller::Mediator);
    const auto procedure = context.body.word("procedure");
    if (!activity || !context.body.is_right())
        return refuse(400, "invalid");
    const auto& titles = context.services.titles;
    const auto title = titles.find(procedure);
    const auto link = coop_link(*activity, title == titles.end() ? "" : title->second);
    if (!link)
        return unavailable();
    const auto rows = qr_rows(*link);
    return json_answer(
        200, {{"link", *link}, {"day", activity->day}, {"qr", rows ? Json(*rows) : Json::array()}}
    );
}

HttpResponse download(const char* type, const char* name, std::string text) {
    return HttpResponse{
        200,
        {{"Content-Type", type},
         {"Content-Disposition", std::string("attachment; filename=\"") + name + "\""},
         {"Cache-Control", "no-store"}},
        std::move(text)};
}

Answer csv(Context& context) {
    const auto activities = context.services.store.activities(context.who.account.site);
    if (!activities)
        return unavailable();
    return download("text/csv; charset=utf-8", "activites.csv", to_csv(*activities));
}

Answer json(Context& context) {
    const auto activities = context.services.store.activities(context.who.account.site);
    if (!activities)
        return unavailable();
    return download("application/json", "activites.json", to_text(to_coop_json(*activities)));
}

Answer feedback(Context& context) {
    const auto activities = context.services.store.activities(context.who.account.site);
    if (!activities)
        return unavailable();
    return json_answer(200, feedback_json(*activities, day_ago(feedback_days)));
}

constexpr std::array table{
    Route{"POST", "/api/v1/kiosk/activity", Who::Kiosk, of_kiosk},
    Route{"POST", "/api/v1/console/activity", Who::Console, of_mediator},
    Route{"POST", "/api/v1/console/coop", Who::Console, coop},
    Route{"GET", "/api/v1/console/activity.csv", Who::Console, csv, Role::Librarian},
    Route{"GET", "/api/v1/console/activity.json", Who::Console, json, Role::Librarian},
    Route{"GET", "/api/v1/console/feedback", Who::Console, feedback, Role::Librarian},
};

} // namespace

std::span<const Route> activity_routes() {
    return table;
}

} // namespace guichet::hub
