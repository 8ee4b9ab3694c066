// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"
#include "hub/heard.hpp"
#include "hub/kept_stream.hpp"
#include "hub/running_hub.hpp"

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

const std::string call_route = "/api/v1/kiosk/calls";
const Json unnoticed{{"noticed", false}};

std::string state_of(Asker& kiosk, const std::string& call) {
    return state_in(kiosk.post(call_route, {{"id", call}})
    ); // told again, it says what became of it
}

std::string staff_told(Asker& kiosk) {
    const auto reply = kiosk.post("/api/v1/kiosk/heartbeat");
    return Json::parse(reply.body).at("staff").get<std::string>();
}

} // namespace

TEST_CASE("a call is received where somebody who is there would notice it, and nowhere else") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    Asker nadia(hub->port());
    nadia.sign_in("nadia");
    REQUIRE(kiosk.post(call_route, {{"id", "v-1"}}).status == 201);
    CHECK(nadia.act("v-1", "ack") == 409); // a page nobody heard of
    Heard page(hub->port(), "/api/v1/console/events?console=page", "", nadia.headers());
    CHECK(page.wait("board").at("people").empty());
    CHECK(nadia.act("v-1", "ack") == 409); // it has not said
    nadia.declare("absent");
    CHECK(nadia.act("v-1", "ack") == 409);
    nadia.declare("present", unnoticed);
    CHECK(nadia.act("v-1", "ack") == 409);
    CHECK(nadia.act("v-9", "ack") == 404);
    CHECK(state_of(kiosk, "v-1") == "stored");
    CHECK(staff_told(kiosk) == "nobody");
    const auto person =
        Json::parse(nadia.get("/api/v1/console/board?console=page").body).at("people")[0];
    CHECK(person.at("present") == true);
    CHECK(person.at("noticed") == false);

    nadia.declare("busy", {{"noticed", true}});
    CHECK(staff_told(kiosk) == "busy");
    CHECK(nadia.act("v-1", "ack") == 200);
    CHECK(state_of(kiosk, "v-1") == "received");
    nadia.declare("absent");
    REQUIRE(kiosk.post(call_route, {{"id", "v-2"}}).status == 201);
    CHECK(nadia.act("v-2", "claim") == 200); // whoever claims it has seen it
}

TEST_CASE("of two pages the one that would be noticed counts") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    Asker nadia(hub->port());
    nadia.sign_in("nadia");
    const auto declare = [&](const char* page, bool noticed) {
        const Json body{{"declared", "present"}, {"noticed", noticed}};
        const auto path = std::string("/api/v1/console/presence?console=") + page;
        REQUIRE(nadia.post(path, body).status == 200);
    };
    declare("a-phone", false);
    declare("desk", true);
    declare("z-phone", false);
    CHECK(staff_told(kiosk) == "present");
    const auto people =
        Json::parse(nadia.get("/api/v1/console/board?console=desk").body).at("people");
    REQUIRE(people.size() == 1);
    CHECK(people[0].at("noticed") == true);
}

TEST_CASE("a test call arrives no further than a call would") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    Asker nadia(hub->port());
    nadia.sign_in("nadia");
    nadia.declare("present", unnoticed);
    const auto asked = Json::parse(kiosk.post("/api/v1/kiosk/heartbeat").body).at("test");
    CHECK(asked == false); // nobody would hear it
    REQUIRE(kiosk.post(call_route, {{"id", "t-1"}, {"test", true}}).status == 201);
    CHECK(nadia.act("t-1", "ack") == 409);
    CHECK(kiosk.get("/metrics").body.find("guichet_tests_arrived_total 0") != std::string::npos);
    nadia.declare("present");
    CHECK(nadia.act("t-1", "ack") == 200);
}

TEST_CASE("how long a call waits before it rings further is the site's to say") {
    const Site site;
    for (const auto& [after, ring] : {std::pair{30s, "room"}, std::pair{5s, "site"}}) {
        CAPTURE(ring);
        auto settings = site.settings();
        settings.escalation.site = after;
        const auto hub = start_hub(settings);
        Asker kiosk(hub->port(), kiosk_key("borne-1"));
        Asker nadia(hub->port());
        nadia.sign_in("nadia");
        nadia.declare("present");
        const auto id = std::string("v-") + ring;
        REQUIRE(kiosk.post(call_route, {{"id", id}, {"waited_ms", 10'000}}).status == 201);
        const auto board = nadia.get("/api/v1/console/board?console=page").body;
        CHECK(Json::parse(board).at("calls").back().at("ring") == ring);
    }
}

TEST_CASE("what a page says of itself counts at every hub") {
    const TemporaryFolder folder;
    const Account nadia{.name = "nadia", .shown = "Nadia", .site = "lilas"};
    const KioskEntry kiosk{"borne-1", "Poste 1", "salle 1", "lilas", "print"};
    auto store = Store::open(folder.file("hub.db"), read_wall_clock());
    REQUIRE(store);
    Desk one(*store, read_wall_clock(), now());
    Desk other(*store, read_wall_clock(), now());
    one.set_peers([&](const std::string& json) { other.hear_peer("[" + json + "]"); });
    const auto staff = [&] { return other.heard(kiosk, {}, "a").staff; };
    REQUIRE(other.open(kiosk, {.id = "v-1", .place = "Poste 1"}, 0ms));
    for (const bool noticed : {false, true}) {
        one.heard(
            nadia,
            {.id = "page",
             .session = "print",
             .declared = call::Declared::Present,
             .noticed = noticed}
        );
        CHECK(staff() == (noticed ? call::Staff::Present : call::Staff::Nobody));
        const auto done = other.acknowledge(nadia, "page", "v-1");
        REQUIRE(done);
        CHECK(done->verdict == (noticed ? call::Verdict::Done : call::Verdict::NotThere));
    }
    one.listen(nadia, {.id = "later", .session = "print"}, std::make_shared<KeptStream>());
    CHECK(other.acknowledge(nadia, "later", "v-1")->verdict == call::Verdict::NotThere);
}

} // namespace guichet::hub
