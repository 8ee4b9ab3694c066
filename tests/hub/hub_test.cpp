// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/heard.hpp"
#include "hub/hub.hpp"
#include "hub/running_hub.hpp"

#include <atomic>
#include <thread>
#include <vector>

namespace guichet::hub {
namespace {

const std::string calls = "/api/v1/kiosk/calls";
const std::string page_events = "/api/v1/console/events?console=page";

std::string own(const std::string& call, const std::string& what) {
    return calls + "/" + call + "/" + what;
}

} // namespace

TEST_CASE("a call goes from a kiosk to a mediator and back, and each word is true") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    Asker nadia(hub->port());
    nadia.sign_in("nadia");
    Heard at_kiosk(hub->port(), "/api/v1/kiosk/events", kiosk_key("borne-1"));
    CHECK(at_kiosk.wait("hello").at("staff") == "nobody");

    const auto opened = kiosk.post(
        calls,
        {{"id", "v-1"},
         {"procedure", "css"},
         {"step", "foyer"},
         {"language", "ar"},
         {"needs", {"read-aloud"}}}
    );
    CHECK(opened.status == 201);
    CHECK(state_in(opened) == "stored");

    Heard at_console(hub->port(), page_events, "", nadia.headers());
    const auto board = at_console.wait("board");
    REQUIRE(board.at("calls").size() == 1);
    CHECK(board.at("calls")[0].at("place") == "Poste 1");
    CHECK(board.at("calls")[0].at("rings") == true);
    nadia.declare("present");
    CHECK(at_kiosk.wait("staff").at("staff") == "present");

    CHECK(nadia.act("v-1", "ack") == 200);
    at_kiosk.wait_state("received");
    CHECK(nadia.act("v-1", "reply", {{"reply", "coming"}}) == 409); // not before the claim
    CHECK(nadia.act("v-1", "claim") == 200);
    CHECK(at_kiosk.wait_state("claimed").at("mediator") == "Nadia");
    CHECK(nadia.act("v-1", "reply", {{"reply", "two-minutes"}}) == 200);
    CHECK(at_kiosk.wait_state("claimed").at("reply") == "two-minutes");
    CHECK(kiosk.post(own("v-1", "reason"), {{"reason", "unwell"}}).status == 200);
    const auto urgent =
        at_console.wait("call", [](const Json& call) { return call.at("urgent").get<bool>(); });
    CHECK(urgent.at("rings") == true);
    const auto code = urgent.at("code").get<std::string>();
    const auto* wrong = code == "0000" ? "0001" : "0000";
    CHECK(kiosk.post(own("v-1", "here"), {{"code", wrong}}).status == 403);
    CHECK(state_in(kiosk.post(own("v-1", "here"), {{"code", code}})) == "here");
    CHECK(nadia.act("v-1", "release") == 409);
    CHECK(state_in(kiosk.post(own("v-1", "end"), {{"outcome", "helped"}})) == "ended");
    CHECK(at_console.wait("gone").at("id") == "v-1");
    CHECK(state_in(kiosk.post(calls, {{"id", "v-1"}})) == "ended"); // a late copy opens nothing
}

TEST_CASE("the same call twice is one call, and no kiosk speaks for another") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker one(hub->port(), kiosk_key("borne-1"));
    Asker two(hub->port(), kiosk_key("borne-2"));
    CHECK(one.post(calls, {{"id", "v-1"}}).status == 201);
    CHECK(one.post(calls, {{"id", "v-1"}, {"procedure", "other"}}).status == 200);
    CHECK(two.post(calls, {{"id", "v-1"}}).status == 409);
    CHECK(two.post(own("v-1", "end"), {{"outcome", "left"}}).status == 409);
    CHECK(two.post(own("v-1", "here")).status == 404);
    CHECK(two.post(own("v-7", "end"), {{"outcome", "left"}}).status == 200);
    CHECK(state_in(two.post(calls, {{"id", "v-7"}})) == "ended"); // it came after its own end
}

TEST_CASE("who is not let in sees and changes nothing") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    REQUIRE(kiosk.post(calls, {{"id", "v-1"}}).status == 201);
    Asker stranger(hub->port());
    Asker forger(hub->port(), "borne-1.guess");
    for (const auto& route : std::vector<std::string>{"v-1/claim", "v-1/ack", "v-1/mute"})
        CHECK(stranger.post("/api/v1/console/calls/" + route + "?console=page").status == 401);
    CHECK(stranger.get("/api/v1/console/board?console=page").status == 401);
    CHECK(stranger.get("/api/v1/kiosk/events").status == 401);
    CHECK(forger.post(calls, {{"id", "v-2"}}).status == 401);

    Asker omar(hub->port());
    omar.sign_in("omar");
    CHECK(omar.get("/api/v1/console/journal").status == 403); // administrators only
    CHECK(omar.get("/api/v1/console/activity.csv").status == 403);
    const auto headers = omar.headers();
    omar.headers() = {headers[0]};
    CHECK(omar.act("v-1", "claim") == 403); // no token
    omar.headers() = {headers[0], "X-Guichet-Csrf: " + std::string(64, 'a')};
    CHECK(omar.act("v-1", "claim") == 403);
    omar.headers() = {headers[0], headers[1], "Origin: http://evil.example"};
    CHECK(omar.act("v-1", "claim") == 403); // another site's page
    omar.headers() = {headers[0], headers[1], "Sec-Fetch-Site: cross-site"};
    CHECK(omar.act("v-1", "claim") == 403);
    omar.headers() = headers;
    CHECK(omar.act("v-1", "claim") == 200);

    Asker zoe(hub->port());
    zoe.sign_in("zoe"); // of another site
    CHECK(zoe.act("v-1", "release") == 404);
    CHECK(Json::parse(zoe.get("/api/v1/console/board?console=page").body).at("calls").empty());
    CHECK(omar.act("v-1", "transfer", {{"to", "zoe"}}) == 404);
    CHECK(omar.act("v-1", "transfer", {{"to", "nadia"}}) == 200);

    omar.declare("present");
    CHECK(omar.post("/api/v1/console/sign-out").status == 204);
    CHECK(omar.act("v-1", "claim") == 401); // the cookie is worth nothing now
    Asker nadia(hub->port());
    nadia.sign_in("nadia");
    CHECK(Json::parse(nadia.get("/api/v1/console/board?console=page").body).at("people").empty());
    for (const auto& act : Json::parse(nadia.get("/api/v1/console/journal").body)) {
        CHECK(act.at("act").get<std::string>().find("v-1") == std::string::npos);
        if (act.at("act") == "claim") // who came when is nobody's business
            CHECK(act.at("at").get<std::string>().ends_with("T00:00:00Z"));
    }
}

TEST_CASE("a link signs in once; wrong passwords wait longer and longer") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker asker(hub->port());
    const auto reply = asker.post("/api/v1/console/sign-in", {{"ticket", "once"}});
    REQUIRE(reply.status == 200);
    const auto cookie = reply.headers.at("set-cookie");
    CHECK(cookie.find("HttpOnly") != std::string::npos);
    CHECK(cookie.find("SameSite=Strict") != std::string::npos);
    CHECK(asker.post("/api/v1/console/sign-in", {{"ticket", "once"}}).status == 401);
    const Json guess{{"account", "omar"}, {"password", "prune"}};
    for (int i = 0; i < 5; i++)
        CHECK(asker.post("/api/v1/console/sign-in", guess).status == 401);
    const auto slow = asker.post("/api/v1/console/sign-in", guess);
    CHECK(slow.status == 429);
    CHECK(std::stoi(slow.headers.at("retry-after")) <= 60);
    Asker other(hub->port());
    other.sign_in("nadia"); // a colleague is not held up
}

TEST_CASE("bad input is refused and the hub goes on") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    const auto raw = [&](const std::string& json) {
        return kiosk.ask({.method = "POST", .path = calls, .json = json}).status;
    };
    for (const auto* json :
         {"{",
          "[]",
          "\"v-1\"",
          "{\"id\":1}",
          R"({"id":""})",
          R"({"id":"a b"})",
          R"({"id":"v","needs":3})",
          R"({"id":"v","reason":"because"})",
          R"({"id":"v","waited_ms":-1})",
          R"({"id":"v","step":"Marie Curie"})",
          R"({"id":"v","urgent":"yes"})",
          "\xff\xfe"}) {
        CAPTURE(json);
        CHECK(raw(json) == 400);
    }
    CHECK(raw("{\"id\":\"" + std::string(20'000, 'x') + "\"}") == 413);
    net::Client big(
        {.url = "http://127.0.0.1:" + std::to_string(hub->port()), .key = kiosk_key("borne-1")}
    );
    const auto cut =
        big.ask({.method = "POST", .path = calls, .json = std::string(8'000'000, 'x')});
    CHECK((!cut || cut->status >= 400));
    CHECK(kiosk.ask({.method = "DELETE", .path = own("v-1", "end")}).status == 405);
    CHECK(kiosk.get("/api/v1/nothing").status == 404);
    CHECK(kiosk.get("/../../etc/passwd").status == 404);
    CHECK(
        kiosk
            .ask(
                {.method = "POST",
                 .path = calls,
                 .json = "a=b",
                 .headers = {"Content-Type: text/plain"}}
            )
            .status != 201
    );
    CHECK(kiosk.post(calls, {{"id", "v-1"}}).status == 201);
}

TEST_CASE("every answer carries what guards it") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker asker(hub->port());
    for (const auto* path : {"/", "/healthz", "/metrics", "/api/v1/console/session", "/nothing"}) {
        CAPTURE(path);
        const auto reply = asker.get(path);
        CHECK(reply.headers.at("content-security-policy").starts_with("default-src 'none'"));
        CHECK(reply.headers.at("x-content-type-options") == "nosniff");
        CHECK(reply.headers.at("referrer-policy") == "no-referrer");
    }
    CHECK(asker.get("/healthz").body == R"({"status":"ok"})");
    CHECK(asker.get("/").body.find("console") != std::string::npos);
}

TEST_CASE("of mediators who claim in the same instant one wins, the others are told who") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    std::vector<std::unique_ptr<Asker>> mediators;
    for (const auto* name : {"nadia", "omar"}) {
        mediators.push_back(std::make_unique<Asker>(hub->port()));
        mediators.back()->sign_in(name);
    }
    for (int round = 0; round < 100; round++) {
        const auto id = "v-" + std::to_string(round);
        REQUIRE(kiosk.post(calls, {{"id", id}}).status == 201);
        std::atomic<int> won{0};
        std::atomic<int> told{0};
        {
            std::vector<std::jthread> threads;
            threads.reserve(mediators.size());
            for (const auto& each : mediators)
                threads.emplace_back([&] {
                    const auto status = each->act(id, "claim");
                    won += status == 200 ? 1 : 0;
                    told += status == 409 ? 1 : 0;
                });
        }
        CHECK(won == 1);
        CHECK(told == 1);
    }
}

TEST_CASE("a kiosk’s state is shown, and two kiosks with one key are found out") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    Asker nadia(hub->port());
    nadia.sign_in("nadia");
    const auto beat = [&](const char* instance) {
        const auto reply = kiosk.post(
            "/api/v1/kiosk/heartbeat",
            {{"in_use", true},
             {"procedure", "css"},
             {"step", 3},
             {"steps", 6},
             {"same_screen_s", 70},
             {"instance", instance}}
        );
        CHECK(reply.status == 200);
    };
    const auto shown = [&] {
        const auto board = Json::parse(nadia.get("/api/v1/console/board?console=page").body);
        for (const auto& each : board.at("kiosks"))
            if (each.at("id") == "borne-1")
                return each;
        return Json{};
    };
    CHECK(shown().at("reachable") == false);
    beat("a");
    CHECK(shown().at("step") == 3);
    CHECK(shown().at("same_screen_s").get<int>() >= 70);
    CHECK(shown().at("twins") == false);
    beat("b"); // it started again
    CHECK(shown().at("twins") == false);
    beat("a");
    CHECK(shown().at("twins") == true);
}

} // namespace guichet::hub
