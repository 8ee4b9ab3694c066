// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/protocol/protocol_line.hpp"

#include "app/calls/call_json.hpp"
#include "app/protocol/protocol_json.hpp"

#include <utility>

namespace guichet::app {

namespace {

using visit::happened::CallKept;
using visit::happened::CallRefused;
using visit::happened::CallReported;
using visit::happened::PointTold;
using visit::happened::StaffSeen;

/// {"do": "tell", "about": …, "it": …}: the same both ways.
Json about(const char* what, Json it) {
    return {{"about", what}, {"it", std::move(it)}};
}

Json tells_json(const call::Errand& errand) {
    return about("call", to_json(errand));
}
Json tells_json(const call::PointErrand& errand) {
    return about("point", to_json(errand));
}
Json tells_json(const call::Progress& progress) {
    return about("progress", to_json(progress));
}
Json tells_json(const call::Activity& activity) {
    return about("activity", to_json(activity));
}

Json says_json(const CallReported& news) {
    auto json = about("report", to_json(news.report));
    json["call"] = news.id;
    return json;
}
Json says_json(const CallRefused& news) {
    return about("refused", to_json(news.errand));
}
Json says_json(const CallKept& news) {
    return about("kept", to_json(news.errand));
}
Json says_json(const StaffSeen& news) {
    return about("staff", news.staff ? Json(static_cast<int>(*news.staff)) : Json());
}
Json says_json(const PointTold& news) {
    return about("point", to_json(news.news));
}

Packet to_packet(int job, const char* action, Json json) {
    json["job"] = job;
    json["do"] = action;
    return {to_text(json), {}};
}

Result<LineSays> to_staff_seen(const Json& json) {
    if (json.is_null())
        return StaffSeen{};
    const int staff = json.get<int>();
    if (staff < 0 || staff > static_cast<int>(call::Staff::Present))
        return fail(Error::Kind::Invalid, "no such staff");
    return StaffSeen{static_cast<call::Staff>(staff)};
}

Result<LineSays> says(const std::string& what, const Json& json) {
    const auto& it = json.at("it");
    if (what == "report")
        return CallReported{to_report(it), json.at("call").get<std::string>()};
    if (what == "refused")
        return CallRefused{to_errand(it)};
    if (what == "kept")
        return CallKept{to_errand(it)};
    if (what == "point")
        return PointTold{to_point_news(it)};
    if (what == "staff")
        return to_staff_seen(it);
    return fail(Error::Kind::Invalid, "a courier does not say that");
}

Result<LineTells> tells(const std::string& what, const Json& it) {
    if (what == "call")
        return to_errand(it);
    if (what == "point")
        return to_point_errand(it);
    if (what == "progress")
        return to_progress(it);
    if (what == "activity")
        return to_activity(it);
    return fail(Error::Kind::Invalid, "a visit does not tell that");
}

} // namespace

Packet to_packet(int job, const LineJob& work) {
    auto errands = Json::array();
    for (const auto& errand : work.errands)
        errands.push_back(to_json(errand));
    return to_packet(
        job,
        "line",
        {{"url", work.hub.url},
         {"key", work.hub.key},
         {"authorities", work.hub.authorities},
         {"instance", work.instance},
         {"progress", to_json(work.progress)},
         {"errands", std::move(errands)},
         {"stops", work.stops},
         {"opening", work.opening}}
    );
}

Packet to_packet(int job, const LineTells& word) {
    return to_packet(
        job, "tell", std::visit([](const auto& each) { return tells_json(each); }, word)
    );
}

Packet to_packet(int job, const LineSays& news) {
    return to_packet(
        job, "hear", std::visit([](const auto& each) { return says_json(each); }, news)
    );
}

Result<LineJob> to_line_job(const Packet& packet) {
    return reading<LineJob>(packet, [](const Json& json) -> Result<LineJob> {
        const auto text = [&](const char* key) { return json.at(key).get<std::string>(); };
        if (text("do") != "line")
            return fail(Error::Kind::Invalid, "no line");
        LineJob work{{text("url"), text("key"), text("authorities")}, text("instance")};
        work.progress = to_progress(json.at("progress"));
        for (const auto& errand : json.at("errands"))
            work.errands.push_back(to_errand(errand));
        json.at("stops").get_to(work.stops);
        json.at("opening").get_to(work.opening);
        return work;
    });
}

Result<LineTells> to_line_tells(const Packet& packet) {
    return reading<LineTells>(packet, [](const Json& json) -> Result<LineTells> {
        if (json.at("do") != "tell")
            return fail(Error::Kind::Invalid, "nothing to tell");
        return tells(json.at("about").get<std::string>(), json.at("it"));
    });
}

Result<LineSays> to_line_says(const Packet& packet) {
    return reading<LineSays>(packet, [](const Json& json) -> Result<LineSays> {
        if (json.at("do") != "hear")
            return fail(Error::Kind::Invalid, "nothing to hear");
        return says(json.at("about").get<std::string>(), json);
    });
}

} // namespace guichet::app
