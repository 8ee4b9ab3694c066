// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/hub_line_words.hpp"

#include "app/calls/call_json.hpp"
#include "base/json.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::app {

namespace {

/// Shorter than a person's patience (5 s, call/call.cpp).
constexpr std::chrono::milliseconds patience{2500};

struct Told {
    std::string path;
    Json body;
};

Told tell(const call::Errand&, const call::Errand::Open& open, Instant now) {
    const auto& request = open.request;
    Json body{
        {"id", request.id},
        {"procedure", request.procedure},
        {"step", request.step},
        {"language", request.language},
        {"needs", request.needs},
        {"reason", call::to_name(request.reason)},
        {"urgent", request.urgent},
        {"test", request.test}};
    if (open.pressed)
        body["waited_ms"] = std::max(0L, static_cast<long>((now - *open.pressed).count()));
    return {"", std::move(body)};
}

Told tell(const call::Errand& errand, const call::Errand::AddReason& why, Instant) {
    return {"/" + errand.id + "/reason", {{"reason", call::to_name(why.reason)}}};
}

Told tell(const call::Errand& errand, const call::Errand::Here& here, Instant) {
    return {
        "/" + errand.id + "/here", here.code.empty() ? Json::object() : Json{{"code", here.code}}};
}

Told tell(const call::Errand& errand, const call::Errand::End& end, Instant) {
    return {"/" + errand.id + "/end", {{"outcome", call::to_name(end.outcome)}}};
}

Told tell(const call::PointErrand::Answer& answer) {
    return {"/answer", {{"accepted", answer.accepted}}};
}

Told tell(const call::PointErrand::Shown& shown) {
    return {"/layout", to_json(shown.layout)};
}

Told tell(const call::PointErrand::Stop&) {
    return {"/stop", Json::object()};
}

net::Request post(std::string path, const Json& body) {
    return {.method = "POST", .path = std::move(path), .json = to_text(body), .patience = patience};
}

call::PointNews to_point(const Json& json) {
    call::PointNews news{.id = json.at("id").get<std::string>(), .what = call::PointNews::Over{}};
    const auto what = json.at("what").get<std::string>();
    if (what == "asked")
        news.what = call::PointNews::Asked{json.value("mediator", std::string{})};
    else if (what == "at")
        news.what = call::PointNews::At{json.value("mark", std::string{})};
    return news;
}

HubCall to_hub_call(const Json& json) {
    HubCall call;
    json.at("id").get_to(call.id);
    json.at("state").get_to(call.state);
    call.mediator = json.value("mediator", std::string{});
    call.reply = call::to_reply(json.value("reply", std::string{}));
    return call;
}

std::optional<call::Staff> to_staff(const std::string& name) {
    if (name == "present")
        return call::Staff::Present;
    if (name == "busy")
        return call::Staff::Busy;
    return call::Staff::Nobody;
}

} // namespace

net::Request to_request(const call::Errand& errand, Instant now) {
    auto told = std::visit([&](const auto& what) { return tell(errand, what, now); }, errand.what);
    return post("/api/v1/kiosk/calls" + told.path, told.body);
}

net::Request to_request(const call::PointErrand& errand) {
    const auto told = std::visit([](const auto& what) { return tell(what); }, errand.what);
    return post("/api/v1/kiosk/points/" + errand.id + told.path, told.body);
}

net::Request to_request(const call::Activity& activity) {
    Json body{
        {"minutes", activity.lasted.count()},
        {"outcome", activity.finished ? "finished" : "unfinished"}};
    if (!activity.theme.empty())
        body["theme"] = activity.theme;
    if (activity.doer)
        body["how"] = call::to_name(*activity.doer);
    if (activity.mood)
        body["mood"] = call::to_name(*activity.mood);
    return post("/api/v1/kiosk/activity", body);
}

net::Request to_heartbeat(const call::Progress& progress, const std::string& instance) {
    const Json body{
        {"in_use", progress.in_use},
        {"procedure", progress.procedure},
        {"step", progress.step},
        {"steps", progress.steps},
        {"same_screen_s", std::clamp(progress.same_screen.count(), 0L, 86400L)},
        {"exercise", progress.exercise},
        {"instance", instance}};
    return post("/api/v1/kiosk/heartbeat", body);
}

bool asks_for_test(const net::Reply& beat) {
    const auto json = parse_json(beat.body);
    return json && json->is_object() && json->value("test", Json()) == true;
}

std::optional<HubCall> to_hub_call(const net::Reply& reply) {
    try {
        return to_hub_call(Json::parse(reply.body).at("call"));
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

std::optional<HubNews> to_hub_news(const net::ServerEvent& event) {
    HubNews news;
    try {
        const auto json = Json::parse(event.data);
        if (event.name == "call")
            news.calls.push_back(to_hub_call(json));
        else if (event.name == "point")
            news.point = to_point(json);
        else if (event.name == "staff" || event.name == "hello")
            news.staff = to_staff(json.at("staff").get<std::string>());
        else
            return std::nullopt;
        if (event.name == "hello")
            for (const auto& call : json.at("calls"))
                news.calls.push_back(to_hub_call(call));
    } catch (const Json::exception&) {
        return std::nullopt;
    }
    return news;
}

std::vector<call::Report> to_reports(const HubCall& call) {
    if (call.state == "stored")
        return {call::Stored{}};
    if (call.state == "received") // a claim that ended meanwhile is over
        return {call::Released{}, call::Acknowledged{}};
    if (call.state != "claimed")
        return {};
    std::vector<call::Report> reports{call::Claimed{call.mediator}};
    if (call.reply)
        reports.emplace_back(call::Replied{*call.reply});
    return reports;
}

} // namespace guichet::app
