// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/call_json.hpp"

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace guichet::app {

namespace {

using call::Errand;
using call::PointErrand;
using call::PointNews;

[[noreturn]] void refuse() {
    throw Json::other_error::create(501, "not a word of ours", nullptr);
}

std::string text(const Json& json, const char* key) {
    return json.at(key).get<std::string>();
}

/// A word that must be one of ours.
template <typename Word>
Word word(const Json& json, const char* key, std::optional<Word> (*read)(std::string_view)) {
    const auto found = read(text(json, key));
    if (!found)
        refuse();
    return *found;
}

template <typename Word>
std::optional<Word>
maybe_word(const Json& json, const char* key, std::optional<Word> (*read)(std::string_view)) {
    if (!json.contains(key))
        return std::nullopt;
    return word(json, key, read);
}

/// The steady clock is one for all processes of a machine.
Json what_json(const Errand::Open& open) {
    const auto& request = open.request;
    Json json{
        {"what", "open"},
        {"place", request.place},
        {"procedure", request.procedure},
        {"step", request.step},
        {"language", request.language},
        {"needs", request.needs},
        {"reason", call::to_name(request.reason)},
        {"urgent", request.urgent},
        {"test", request.test}};
    if (open.pressed)
        json["pressed"] = open.pressed->time_since_epoch().count();
    return json;
}

Json what_json(const Errand::AddReason& why) {
    return {{"what", "reason"}, {"reason", call::to_name(why.reason)}};
}

Json what_json(const Errand::Here& here) {
    return {{"what", "here"}, {"code", here.code}};
}

Json what_json(const Errand::End& end) {
    return {{"what", "end"}, {"outcome", call::to_name(end.outcome)}};
}

Errand::Open to_open(const Json& json) {
    Errand::Open open;
    open.request = {.id = text(json, "id"), .place = text(json, "place")};
    open.request.procedure = text(json, "procedure");
    open.request.step = text(json, "step");
    open.request.language = text(json, "language");
    json.at("needs").get_to(open.request.needs);
    open.request.reason = word(json, "reason", call::to_reason);
    json.at("urgent").get_to(open.request.urgent);
    json.at("test").get_to(open.request.test);
    if (json.contains("pressed"))
        open.pressed = Instant{std::chrono::milliseconds{json.at("pressed").get<std::int64_t>()}};
    return open;
}

Json what_json(const PointErrand::Answer& answer) {
    return {{"what", "answer"}, {"accepted", answer.accepted}};
}

Json what_json(const PointErrand::Shown& shown) {
    auto json = to_json(shown.layout);
    json["what"] = "layout";
    return json;
}

Json what_json(const PointErrand::Stop&) {
    return {{"what", "stop"}};
}

call::Layout to_layout(const Json& json) {
    call::Layout layout;
    for (const auto& each : json.at("marks")) {
        call::Mark mark{text(each, "id"), text(each, "role"), text(each, "name")};
        each.at("x").get_to(mark.x);
        each.at("y").get_to(mark.y);
        each.at("width").get_to(mark.width);
        each.at("height").get_to(mark.height);
        layout.marks.push_back(std::move(mark));
    }
    return layout;
}

Json news_json(const PointNews::Asked& asked) {
    return {{"what", "asked"}, {"mediator", asked.mediator}};
}

Json news_json(const PointNews::At& at) {
    return {{"what", "at"}, {"mark", at.mark}};
}

Json news_json(const PointNews::Over&) {
    return {{"what", "over"}};
}

Json report_json(const call::Stored&) {
    return {{"what", "stored"}};
}

Json report_json(const call::Acknowledged&) {
    return {{"what", "acknowledged"}};
}

Json report_json(const call::Claimed& claimed) {
    return {{"what", "claimed"}, {"mediator", claimed.mediator}};
}

Json report_json(const call::Released&) {
    return {{"what", "released"}};
}

Json report_json(const call::Unreachable&) {
    return {{"what", "unreachable"}};
}

Json report_json(const call::Replied& replied) {
    return {{"what", "replied"}, {"reply", call::to_name(replied.reply)}};
}

} // namespace

Json to_json(const Errand& errand) {
    auto json = std::visit([](const auto& what) { return what_json(what); }, errand.what);
    json["id"] = errand.id;
    return json;
}

Errand to_errand(const Json& json) {
    const auto what = text(json, "what");
    const auto id = text(json, "id");
    if (what == "open")
        return {id, to_open(json)};
    if (what == "reason")
        return {id, Errand::AddReason{word(json, "reason", call::to_reason)}};
    if (what == "here")
        return {id, Errand::Here{text(json, "code")}};
    if (what != "end")
        refuse();
    return {id, Errand::End{word(json, "outcome", call::to_outcome)}};
}

Json to_json(const PointErrand& errand) {
    auto json = std::visit([](const auto& what) { return what_json(what); }, errand.what);
    json["id"] = errand.id;
    return json;
}

PointErrand to_point_errand(const Json& json) {
    const auto what = text(json, "what");
    const auto id = text(json, "id");
    if (what == "answer")
        return {id, PointErrand::Answer{json.at("accepted").get<bool>()}};
    if (what == "layout")
        return {id, PointErrand::Shown{to_layout(json)}};
    if (what != "stop")
        refuse();
    return {id, PointErrand::Stop{}};
}

Json to_json(const call::Layout& layout) {
    auto marks = Json::array();
    for (const auto& mark : layout.marks)
        marks.push_back(
            {{"id", mark.id},
             {"role", mark.role},
             {"name", mark.name},
             {"x", mark.x},
             {"y", mark.y},
             {"width", mark.width},
             {"height", mark.height}}
        );
    return {{"marks", std::move(marks)}};
}

Json to_json(const PointNews& news) {
    auto json = std::visit([](const auto& what) { return news_json(what); }, news.what);
    json["id"] = news.id;
    return json;
}

PointNews to_point_news(const Json& json) {
    const auto what = text(json, "what");
    const auto id = text(json, "id");
    if (what == "asked")
        return {id, PointNews::Asked{text(json, "mediator")}};
    if (what == "at")
        return {id, PointNews::At{text(json, "mark")}};
    if (what != "over")
        refuse();
    return {id, PointNews::Over{}};
}

Json to_json(const call::Report& report) {
    return std::visit([](const auto& what) { return report_json(what); }, report);
}

call::Report to_report(const Json& json) {
    const auto what = text(json, "what");
    if (what == "stored")
        return call::Stored{};
    if (what == "acknowledged")
        return call::Acknowledged{};
    if (what == "claimed")
        return call::Claimed{text(json, "mediator")};
    if (what == "released")
        return call::Released{};
    if (what == "unreachable")
        return call::Unreachable{};
    if (what != "replied")
        refuse();
    return call::Replied{word(json, "reply", call::to_reply)};
}

Json to_json(const call::Progress& progress) {
    return {
        {"in_use", progress.in_use},
        {"procedure", progress.procedure},
        {"step", progress.step},
        {"steps", progress.steps},
        {"same_screen", progress.same_screen.count()},
        {"exercise", progress.exercise}};
}

call::Progress to_progress(const Json& json) {
    call::Progress progress;
    json.at("in_use").get_to(progress.in_use);
    json.at("procedure").get_to(progress.procedure);
    json.at("step").get_to(progress.step);
    json.at("steps").get_to(progress.steps);
    progress.same_screen = std::chrono::seconds{json.at("same_screen").get<std::int64_t>()};
    json.at("exercise").get_to(progress.exercise);
    return progress;
}

Json to_json(const call::Activity& activity) {
    Json json{
        {"theme", activity.theme},
        {"minutes", activity.lasted.count()},
        {"finished", activity.finished}};
    if (activity.doer)
        json["doer"] = call::to_name(*activity.doer);
    if (activity.mood)
        json["mood"] = call::to_name(*activity.mood);
    return json;
}

call::Activity to_activity(const Json& json) {
    call::Activity activity{.theme = text(json, "theme")};
    activity.lasted = std::chrono::minutes{json.at("minutes").get<std::int64_t>()};
    json.at("finished").get_to(activity.finished);
    activity.doer = maybe_word(json, "doer", call::to_doer);
    activity.mood = maybe_word(json, "mood", call::to_mood);
    return activity;
}

} // namespace guichet::app
