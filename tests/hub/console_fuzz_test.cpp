// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/heard.hpp"
#include "hub/hub.hpp"
#include "hub/routes.hpp"
#include "hub/running_hub.hpp"

#include <array>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace guichet::hub {
namespace {

const std::string canary = "Kanari-1789";
using Words = std::set<std::string>;

/// A body no page of ours would send.
Json odd_body(std::mt19937& random) {
    static const auto keys = std::to_array<const char*>(
        {"id",    "to",    "reply",   "mark",  "value",    "answer",   "answers",
         "text",  "key",   "press",   "type",  "declared", "outcome",  "state",
         "theme", "rooms", "minutes", "marks", "accepted", "mediator", "procedure"}
    );
    static const std::vector<Json> values{
        canary,
        "coming",
        "present",
        "helped",
        "omar",
        "nom",
        Json::array({canary, 7}),
        Json{{"nom", canary}},
        -1,
        1e300,
        true,
        nullptr,
        std::string(3000, 'k')};
    Json body = Json::object();
    const auto count = random() % 5;
    for (unsigned i = 0; i < count; i++)
        body[keys.at(random() % keys.size())] = values[random() % values.size()];
    return body;
}

std::string filled(std::string path, const std::string& id) {
    if (const auto at = path.find("{id}"); at != std::string::npos)
        path.replace(at, 4, id);
    return path + "?console=page";
}

/// Everything a kiosk can be told, whatever consoles send: nothing that fills, presses or ends.
void check_event(const net::ServerEvent& event) {
    CAPTURE(event.name);
    CAPTURE(event.data);
    CHECK(event.data.find(canary) == std::string::npos);
    static const std::map<std::string, Words> known{
        {"hello", {"place", "site", "staff", "calls"}},
        {"call", {"id", "state", "mediator", "reply"}},
        {"staff", {"staff"}},
        {"point", {"id", "what", "mediator", "mark"}}};
    const auto found = known.find(event.name);
    REQUIRE(found != known.end());
    const auto data = Json::parse(event.data);
    for (const auto& [key, value] : data.items())
        CHECK(found->second.contains(key));
}

} // namespace

TEST_CASE("whatever a console sends, a kiosk hears only calls, presence and where to look") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    Heard at_kiosk(hub->port(), "/api/v1/kiosk/events", kiosk_key("borne-1"));
    at_kiosk.wait("hello");
    REQUIRE(kiosk.post("/api/v1/kiosk/calls", {{"id", "v-1"}}).status == 201);
    Asker nadia(hub->port());
    nadia.sign_in("nadia");
    Heard at_page(hub->port(), "/api/v1/console/events?console=page", "", nadia.headers());
    at_page.wait("board");
    REQUIRE(nadia.act("v-1", "claim") == 200);
    const auto asked = nadia.post("/api/v1/console/calls/v-1/point?console=page");
    REQUIRE(asked.status == 200);
    const auto point = Json::parse(asked.body).at("point").get<std::string>();
    const std::string own = "/api/v1/kiosk/points/" + point;
    REQUIRE(kiosk.post(own + "/answer", {{"accepted", true}}).status == 200);

    std::mt19937 random(1789); // the same each time
    int sent = 0;
    for (int round = 0; round < 25; round++)
        for (const auto& route : routes()) {
            const bool changes = route.who == Who::Console && std::string(route.method) == "POST";
            if (!changes || std::string(route.path).ends_with("/sign-out"))
                continue;
            const auto id = random() % 2 == 0 ? std::string("v-1") : point;
            const auto reply = nadia.post(filled(route.path, id), odd_body(random));
            CAPTURE(route.path);
            CHECK(reply.status < 500);
            sent++;
        }
    CHECK(sent >= 300);
    const auto late = kiosk.post("/api/v1/kiosk/calls", {{"id", "v-1"}});
    CHECK(state_in(late) != "ended"); // and no console ends a call
    for (const auto& event : at_kiosk.all())
        check_event(event);
    CHECK(at_kiosk.all().size() > 3);
}

TEST_CASE("no way leads from a console to what a person answers") {
    const Words harmless{
        "sign-in",
        "sign-out",
        "presence",
        "ack",
        "claim",
        "release",
        "transfer",
        "mute",
        "reply",
        "activity",
        "coop",
        "note", // to colleagues
        "point",
        "at",
        "stop",
        "test"};
    for (const auto& route : routes()) {
        const std::string path = route.path;
        if (route.who == Who::Kiosk || std::string(route.method) == "GET")
            continue;
        CAPTURE(path);
        CHECK(harmless.contains(path.substr(path.rfind('/') + 1)));
    }
}

} // namespace guichet::hub
