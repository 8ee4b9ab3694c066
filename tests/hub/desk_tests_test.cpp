// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"
#include "hub/heard.hpp"
#include "hub/running_hub.hpp"

#include <algorithm>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

const std::string calls = "/api/v1/kiosk/calls";
const std::string page_events = "/api/v1/console/events?console=page";
const Json test_call{{"id", "t-1"}, {"test", true}};

Json board_of(Asker& mediator) {
    return Json::parse(mediator.get("/api/v1/console/board?console=page").body);
}

Json kiosk_on(const Json& board, const std::string& id) {
    const auto& kiosks = board.at("kiosks");
    const auto found =
        std::ranges::find_if(kiosks, [&](const Json& each) { return each.at("id") == id; });
    REQUIRE(found != kiosks.end());
    return *found;
}

bool is_asked(Asker& kiosk) {
    return Json::parse(kiosk.post("/api/v1/kiosk/heartbeat").body).at("test").get<bool>();
}

} // namespace

TEST_CASE("a test call goes the whole way and back, and is shown as nothing but a proof") {
    const Site site;
    auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    Asker nadia(hub->port());
    nadia.sign_in("nadia");
    CHECK_FALSE(is_asked(kiosk)); // nobody is there to hear it
    CHECK_FALSE(kiosk_on(board_of(nadia), "borne-1").contains("proven_s"));
    Heard at_kiosk(hub->port(), "/api/v1/kiosk/events", kiosk_key("borne-1"));
    at_kiosk.wait("hello");
    Heard at_console(hub->port(), page_events, "", nadia.headers());
    at_console.wait("board");
    CHECK_FALSE(is_asked(kiosk)); // nobody said yet whether they are
    nadia.declare("present");
    CHECK(is_asked(kiosk));

    CHECK(kiosk.post(calls, test_call).status == 201);
    CHECK(at_console.wait("test").at("id") == "t-1");
    CHECK(board_of(nadia).at("calls").empty());
    CHECK(nadia.act("t-1", "claim") == 404);
    CHECK(nadia.act("t-1", "transfer", {{"to", "omar"}}) == 404);
    CHECK_FALSE(is_asked(kiosk)); // one is on its way
    CHECK(nadia.act("t-1", "ack") == 200);
    CHECK(at_kiosk.wait_state("received").at("id") == "t-1");
    const auto shown = kiosk_on(board_of(nadia), "borne-1");
    CHECK(shown.at("proven_s").get<int>() <= 10);
    CHECK(shown.at("failed_tests") == 0);
    CHECK(kiosk.get("/metrics").body.find("guichet_tests_arrived_total 1") != std::string::npos);
    CHECK(kiosk.get("/metrics").body.find("guichet_calls_opened_total 0") != std::string::npos);

    hub.reset();
    hub = start_hub(site.settings());
    Asker again(hub->port());
    again.sign_in("nadia");
    CHECK(kiosk_on(board_of(again), "borne-1").contains("proven_s"));
}

TEST_CASE("a page that opens while a test is on its way receives it") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    Asker nadia(hub->port());
    nadia.sign_in("nadia");
    REQUIRE(kiosk.post(calls, test_call).status == 201);
    Heard at_console(hub->port(), page_events, "", nadia.headers());
    CHECK(at_console.wait("test").at("id") == "t-1");
}

TEST_CASE("a console asks a kiosk of its own site for a test call") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    Asker nadia(hub->port());
    nadia.sign_in("nadia");
    CHECK_FALSE(is_asked(kiosk));
    CHECK(nadia.post("/api/v1/console/kiosks/borne-9/test").status == 404); // of another site
    CHECK(nadia.post("/api/v1/console/kiosks/borne-1/test").status == 200);
    CHECK(is_asked(kiosk));
    REQUIRE(kiosk.post(calls, test_call).status == 201);
    CHECK_FALSE(is_asked(kiosk));
}

TEST_CASE("staff whom two tests in a row did not reach is out of reach, and is again at once") {
    const Site site;
    auto store = Store::open(site.settings().store, read_wall_clock());
    REQUIRE(store);
    Desk desk(*store, read_wall_clock(), now());
    REQUIRE(desk.start(now()));
    const KioskEntry kiosk{"borne-1", "Poste 1", "salle 1", "lilas", "print"};
    const Account nadia{.name = "nadia", .shown = "Nadia", .site = "lilas"};
    REQUIRE(store->put(Session{"print", "nadia", now(), now()}));
    desk.heard(nadia, {.id = "page", .session = "print", .declared = call::Declared::Present});
    const auto staff = [&] { return desk.heard(kiosk, {}, "a").staff; };
    for (int test = 0; test < 2; test++) {
        CHECK(staff() == call::Staff::Present);
        const auto id = "t-" + std::to_string(test);
        REQUIRE(desk.open(kiosk, {.id = id, .place = "Poste 1", .test = true}, 0ms));
        desk.tick(now() + 31s);
    }
    CHECK(staff() == call::Staff::Nobody);
    CHECK(desk.figures().tests_failed == 2);
    CHECK(desk.figures().open_calls == 0);
    auto board = Json::parse(desk.board_json(nadia, "page"));
    CHECK(board.at("staff") == "present");
    CHECK(board.at("calls_arrive") == false);
    CHECK(kiosk_on(board, "borne-1").at("failed_tests") == 2);

    REQUIRE(desk.open(kiosk, {.id = "t-9", .place = "Poste 1", .test = true}, 0ms));
    REQUIRE(desk.change("t-9", [](call::Ticket& test) { return call::acknowledge(test, now()); }));
    CHECK(staff() == call::Staff::Present);
    CHECK(Json::parse(desk.board_json(nadia, "page")).at("calls_arrive") == true);
}

} // namespace guichet::hub
