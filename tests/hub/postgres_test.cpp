// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/claim_race.hpp"
#include "hub/desk.hpp"
#include "hub/heard.hpp"
#include "hub/postgres.hpp"
#include "hub/running_hub.hpp"

#include <atomic>
#include <thread>
#include <vector>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

call::Ticket make_ticket(const std::string& id) {
    call::Ticket ticket;
    ticket.request = {.id = id, .place = "Borne 2", .procedure = "css", .needs = {"read-aloud"}};
    ticket.kiosk = "borne-2";
    ticket.site = "lilas";
    ticket.opened = now();
    return ticket;
}

} // namespace

TEST_CASE("PostgreSQL keeps what SQLite keeps, and lets one claim win between two processes") {
    const Postgres server;
    if (server.url().empty()) {
        MESSAGE("PostgreSQL is not installed: not tried");
        return;
    }
    auto first = Store::open(server.url(), read_wall_clock());
    REQUIRE_MESSAGE(first, first.error().detail);
    auto second = Store::open(server.url(), read_wall_clock());
    REQUIRE_MESSAGE(second, second.error().detail);
    for (int call = 0; call < 40; call++) {
        const auto fresh = first->insert(make_ticket("a-" + std::to_string(call)));
        REQUIRE_MESSAGE(fresh, fresh.error().detail);
        CHECK(fresh->rank == call + 1);
        const ClaimRace race(*first, *second, *fresh);
        CHECK(race.winners == 1);
        CHECK(race.errors == 0);
    }
    auto ended = **second->find("a-7");
    CHECK(ended.claim.has_value());
    ended.ended = call::Outcome::Left;
    REQUIRE(first->save(ended));
    CHECK(second->open_calls()->size() == 39);
    CHECK(first->insert(make_ticket("a-7"))->ended == call::Outcome::Left);

    REQUIRE(first->put(Account{
        "nadia", "Nadia", Role::Librarian, "lilas", {"salle 1"}, true, "hash"}));
    CHECK(second->account("nadia")->value().rooms == std::vector<std::string>{"salle 1"});
    REQUIRE(first->put(KioskEntry{"borne-2", "Borne 2", "salle 1", "lilas", "print"}));
    CHECK(second->kiosks()->size() == 1);
    REQUIRE(first->put(Session{"token", "nadia", now(), now()}));
    CHECK(second->session("token")->value().account == "nadia");
    REQUIRE(first->put_link("print", "nadia", now() + 1min));
    CHECK(second->take_link("print", now())->value() == "nadia");
    CHECK_FALSE(first->take_link("print", now())->has_value());
    REQUIRE(first->note({now(), "lilas", "nadia", "claim a-1"}));
    CHECK(second->acts("lilas", 10)->size() == 1);
    const Activity helped{.day = "2026-11-22", .half = "pm", .site = "lilas", .kind = "individuel"};
    REQUIRE(first->count(helped));
    REQUIRE(second->count(helped));
    CHECK(first->activities("lilas")->front().count == 2);
    REQUIRE(first->forget_ended(now() + 25h));
    CHECK_FALSE(first->find("a-7")->has_value());
}

TEST_CASE("two hubs on one PostgreSQL act as one, and one of them may go") {
    const Postgres server;
    if (server.url().empty()) {
        MESSAGE("PostgreSQL is not installed: not tried");
        return;
    }
    const Site site(server.url());
    auto one = start_hub(site.settings());
    const auto other = start_hub(site.settings());
    const std::string events = "/api/v1/console/events?console=page";
    Asker kiosk(one->port(), kiosk_key("borne-1"));
    Asker nadia(other->port());
    nadia.sign_in("nadia");
    Asker omar(one->port());
    omar.sign_in("omar");
    Heard at_kiosk(one->port(), "/api/v1/kiosk/events", kiosk_key("borne-1"));
    at_kiosk.wait("hello");
    Heard at_nadia(other->port(), events, "", nadia.headers());
    CHECK(at_nadia.wait("board").at("calls").empty());
    nadia.declare("present");
    CHECK(at_kiosk.wait("staff").at("staff") == "present"); // measured at the other hub

    REQUIRE(kiosk.post("/api/v1/kiosk/heartbeat", {{"in_use", true}}).status == 200);
    REQUIRE(kiosk.post("/api/v1/kiosk/calls", {{"id", "v-1"}}).status == 201);
    at_nadia.wait("call", [](const Json& call) { return call.at("id") == "v-1"; });
    CHECK(nadia.act("v-1", "ack") == 200);
    at_kiosk.wait_state("received");

    for (int round = 0; round < 50; round++) {
        const auto id = "r-" + std::to_string(round);
        REQUIRE(kiosk.post("/api/v1/kiosk/calls", {{"id", id}}).status == 201);
        std::atomic<int> won{0};
        {
            std::jthread here([&] { won += nadia.act(id, "claim") == 200 ? 1 : 0; });
            std::jthread there([&] { won += omar.act(id, "claim") == 200 ? 1 : 0; });
        }
        CHECK(won == 1);
    }

    // Pointing works across them: the page is at one, the kiosk at the other.
    CHECK(nadia.act("v-1", "claim") == 200);
    const auto asked = nadia.post("/api/v1/console/calls/v-1/point?console=page");
    REQUIRE(asked.status == 200);
    const auto point = Json::parse(asked.body).at("point").get<std::string>();
    const auto wish = at_kiosk.wait("point");
    CHECK(wish.at("id") == point);
    CHECK(
        kiosk.post("/api/v1/kiosk/points/" + point + "/answer", {{"accepted", true}}).status == 200
    );
    at_nadia.wait("point", [](const Json& event) { return event.at("state") == "allowed"; });
    const Json mark{
        {"id", "nom"},
        {"role", "text-box"},
        {"name", "Votre nom"},
        {"x", 0},
        {"y", 0},
        {"width", 0.5},
        {"height", 0.1}};
    CHECK(
        kiosk.post(
                 "/api/v1/kiosk/points/" + point + "/layout", {{"marks", Json::array({mark})}}
        ).status == 200
    );
    at_nadia.wait("point", [](const Json& event) { return event.contains("layout"); });
    CHECK(
        nadia.post(
                 "/api/v1/console/points/" + point + "/at?console=page", {{"mark", "nom"}}
        ).status == 200
    );
    const auto at = at_kiosk.wait("point", [](const Json& e) { return e.at("what") == "at"; });
    CHECK(at.at("mark") == "nom");

    one.reset(); // whoever listened there comes to the other
    Asker moved(other->port(), kiosk_key("borne-1"));
    CHECK(nadia.act("v-1", "claim") == 200);
    Heard again(other->port(), "/api/v1/kiosk/events", kiosk_key("borne-1"));
    const auto hello = again.wait("hello");
    CHECK(hello.at("calls").size() == 51);
    CHECK(state_in(moved.post("/api/v1/kiosk/calls/v-1/end", {{"outcome", "helped"}})) == "ended");
    CHECK(at_nadia.wait("gone").at("id") == "v-1");
}

TEST_CASE("a database that is away for a moment signs nobody out") {
    Postgres server;
    if (server.url().empty()) {
        MESSAGE("PostgreSQL is not installed: not tried");
        return;
    }
    const Site site(server.url());
    const auto hub = start_hub(site.settings());
    Asker nadia(hub->port());
    nadia.sign_in("nadia");
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    const auto presence = [&] {
        return nadia.post(
                        "/api/v1/console/presence?console=page", {{"declared", "present"}}
        ).status;
    };
    CHECK(presence() == 200);
    server.stop();
    CHECK(presence() == 503);
    CHECK(nadia.get("/api/v1/console/session").status == 503);
    CHECK(
        kiosk.post("/api/v1/kiosk/heartbeat").status == 503
    ); // whether it knows it, it cannot say
    server.start();
    CHECK(presence() == 200); // the first one already
    server.stop();
    server.start();
    CHECK(presence() == 200);
}

TEST_CASE("a database that acknowledges and answers nothing freezes no hub") {
    Postgres server;
    if (server.url().empty()) {
        MESSAGE("PostgreSQL is not installed: not tried");
        return;
    }
    const Site site(server.url());
    auto hub = start_hub(site.settings());
    Asker asker(hub->port());
    REQUIRE(asker.get("/healthz").status == 200);
    server.freeze();
    const net::Request health{.path = "/healthz", .patience = 60s};
    CHECK(asker.ask(health).status == 503);
    server.thaw();
    int status = 0;
    for (const auto end = now() + 30s; status != 200 && now() < end;)
        status = asker.ask(health).status;
    CHECK(status == 200);
    server.freeze();
    hub.reset(); // it can be stopped all the same
    server.thaw();
}

TEST_CASE("claims outlast a database that was away") {
    Postgres server;
    if (server.url().empty()) {
        MESSAGE("PostgreSQL is not installed: not tried");
        return;
    }
    const auto clock = read_wall_clock();
    auto store = Store::open(server.url(), clock);
    REQUIRE_MESSAGE(store, store.error().detail);
    const auto begin = now();
    Desk desk(*store, clock, begin);
    const KioskEntry kiosk{"borne-2", "Borne 2", "", "lilas", "print"};
    REQUIRE(desk.open(kiosk, {.id = "a-1"}, 0ms));
    REQUIRE(desk.change("a-1", [&](call::Ticket& ticket) {
        return call::claim(ticket, {"nadia", "Nadia"}, begin);
    }));
    server.stop();
    desk.tick(begin + 2min);
    server.start();
    const auto is_claimed = [&] { return store->find("a-1")->value().claim.has_value(); };
    desk.tick(begin + 2min + 59s);
    CHECK(is_claimed());
    desk.tick(begin + 3min);
    CHECK_FALSE(is_claimed());
}

TEST_CASE("hubs on one PostgreSQL go by its clock, whatever their own says") {
    const Postgres server;
    if (server.url().empty()) {
        MESSAGE("PostgreSQL is not installed: not tried");
        return;
    }
    const auto ahead = [] {
        const auto present = now();
        const auto wall = read_wall_clock().to_wall(present);
        return WallClock{present, wall + std::chrono::milliseconds(10min).count()};
    };
    const auto is_right = [](const WallClock& clock) { // the server is on this computer
        const auto present = now();
        return std::abs(clock.to_wall(present) - read_wall_clock().to_wall(present)) < 5000;
    };
    const auto clock = ahead();
    auto store = Store::open(server.url(), clock);
    REQUIRE_MESSAGE(store, store.error().detail);
    CHECK(is_right(clock));
    const auto wrong = ahead();
    clock.bind(now(), wrong.to_wall(now())); // as if the server's had been set since
    CHECK_FALSE(is_right(clock));
    Desk desk(*store, clock, now());
    desk.tick(now());
    CHECK(is_right(clock));
    CHECK(is_right(desk.clock()));
}

} // namespace guichet::hub
