// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/raw_socket.hpp"
#include "hub/routes.hpp"
#include "hub/running_hub.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

const std::string calls = "/api/v1/kiosk/calls";

std::string repeat(const std::string& text, int times) {
    std::string all;
    for (int each = 0; each < times; each++)
        all += text;
    return all;
}

bool is_open(Asker& mediator, const std::string& id) {
    const auto board = Json::parse(mediator.get("/api/v1/console/board?console=page").body);
    return std::ranges::any_of(board.at("calls"), [&](const Json& call) {
        return call.at("id") == id;
    });
}

/// A session as a browser would have it, begun and last used so long ago.
std::string cookie_of(const Site& site, std::chrono::minutes begun, std::chrono::minutes used) {
    auto store = Store::open(site.settings().store, read_wall_clock());
    REQUIRE(store);
    auto token = make_token();
    REQUIRE(store->put(Session{fingerprint(token), "nadia", now() - begun, now() - used}));
    return token;
}

std::string sign_in_form(const std::string& host, const std::string& type) {
    const std::string body = R"({"account":"omar","password":"cerise"})";
    return "POST /api/v1/console/sign-in HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: " + type +
           "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           body;
}

int status_with(std::uint16_t port, const std::string& token, const std::string& csrf) {
    Asker asker(port);
    asker.headers() = {"Cookie: guichet_session=" + token, "X-Guichet-Csrf: " + csrf};
    return asker.act("v-1", "claim");
}

} // namespace

TEST_CASE("a cookie that is wrong, old or somebody else’s opens nothing") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    REQUIRE(kiosk.post(calls, {{"id", "v-1"}}).status == 201);
    const auto port = hub->port();
    const auto fresh = cookie_of(site, 1min, 1min);
    const auto unused = cookie_of(site, 60min, 16min);
    const auto old = cookie_of(site, 12h + 1min, 1min);
    const auto from_the_future = cookie_of(site, -48h, -48h);
    for (const auto& token :
         {unused, old, from_the_future, make_token(), std::string("' OR 1=1 --")})
        CHECK(status_with(port, token, csrf_of(token)) == 401);
    CHECK(status_with(port, fresh, csrf_of(old)) == 403); // of another session
    CHECK(status_with(port, fresh, "") == 403);
    CHECK(status_with(port, fresh, csrf_of(fresh)) == 200);
    CHECK(status_with(port, fresh, csrf_of(fresh)) == 200); // replayed: it is theirs already
    Asker board(port);
    board.headers() = {"Cookie: guichet_session=" + fresh};
    CHECK(is_open(board, "v-1"));
}

TEST_CASE("another site’s page can neither post to the hub nor sign somebody in") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    REQUIRE(kiosk.post(calls, {{"id", "v-1"}}).status == 201);
    Asker omar(hub->port());
    omar.sign_in("omar");
    const auto own = omar.headers();
    const auto host = "127.0.0.1:" + std::to_string(hub->port());
    for (const auto& foreign :
         {std::string("Origin: http://evil.example"),
          std::string("Origin: null"),
          "Origin: http://" + host + ".evil.example",
          "Origin: http://evil.example/" + host,
          std::string("Sec-Fetch-Site: cross-site"),
          std::string("Sec-Fetch-Site: same-site")}) {
        CAPTURE(foreign);
        omar.headers() = own;
        omar.headers().push_back(foreign);
        CHECK(omar.act("v-1", "claim") == 403);
        const Json right{{"account", "omar"}, {"password", "cerise"}};
        CHECK(omar.post("/api/v1/console/sign-in", right).status == 403);
    }
    // What a form can send needs no leave of ours, so it is not understood.
    for (const auto* type :
         {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
        const RawSocket form(hub->port());
        REQUIRE(form.send(sign_in_form(host, type)));
        bool hung_up = false;
        CHECK(form.read_all(5s, hung_up).starts_with("HTTP/1.1 415"));
    }
    omar.headers() = own;
    omar.headers().push_back("Origin: http://" + host);
    CHECK(omar.act("v-1", "claim") == 200); // the hub's own page
    const auto answer = omar.get("/api/v1/console/session");
    CHECK_FALSE(answer.headers.contains("access-control-allow-origin"));
}

TEST_CASE("JSON that is deep, broken or huge is refused, whatever route it is for") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    const std::vector<std::string> bodies{
        repeat("[", 16'000),
        repeat("{\"id\":", 2'500),
        R"({"id":"v","needs":)" + repeat("[", 8'000) + repeat("]", 8'000) + "}",
        "{\"id\":\"\xc3\x28\"}",
        "{\"id\":\"\xed\xa0\x80\"}",
        R"({"id":"\ud800"})",
        R"({"id":"v","waited_ms":1e400})",
        R"({"id":"v","waited_ms":99999999999999999999999999})",
        R"({"id":"v","waited_ms":-9223372036854775808})",
        R"({"id":"v","waited_ms":1.5})",
        R"({"id":"v","needs":["a","b","c","d","e","f","g","h","i"]})",
        R"({"id":"v","urgent":null})",
        R"({"id":")" + std::string(65, 'x') + R"("})",
        R"({"id":"v)" + std::string(1, '\0') + R"(w"})",
        "\xef\xbb\xbf[]",
        "nul",
    };
    for (const auto& route : kiosk_routes()) {
        if (std::string(route.method) != "POST")
            continue;
        std::string path = route.path;
        if (const auto at = path.find("{id}"); at != std::string::npos)
            path.replace(at, 4, "v-1");
        for (const auto& body : bodies) {
            CAPTURE(path);
            CAPTURE(body.substr(0, 60));
            const auto status = kiosk.ask({.method = "POST", .path = path, .json = body}).status;
            // Fields a route does not know are not read: a whole object may be right for it.
            const bool is_whole_object =
                body.starts_with(R"({"id":"v")") || body.starts_with(R"({"id":"x)");
            CHECK((status == 400 || (is_whole_object && path != calls && status < 500)));
        }
    }
    CHECK(kiosk.post(calls, {{"id", "v-1"}}).status == 201);
}

TEST_CASE("ten megabytes are cut off, and others are served meanwhile") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    const std::string head =
        "POST " + calls + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + kiosk_key("borne-1") +
        "\r\nContent-Type: application/json\r\nContent-Length: 10000000\r\n\r\n";
    const std::string part(100'000, 'x');
    std::vector<std::unique_ptr<RawSocket>> clients;
    for (int each = 0; each < 20; each++) {
        clients.push_back(std::make_unique<RawSocket>(hub->port()));
        CHECK(clients.back()->send(head));
    }
    int cut = 0;
    for (const auto& client : clients) {
        bool taken = true;
        for (int piece = 0; piece < 100 && taken; piece++)
            taken = client->send(part);
        bool hung_up = false;
        const auto answer = client->read_all(5s, hung_up);
        cut += !taken || hung_up ? 1 : 0;
        CHECK(answer.find(" 201 ") == std::string::npos);
        CHECK(kiosk.get("/healthz").status == 200);
    }
    CHECK(cut == 20);
    CHECK(kiosk.post(calls, {{"id", "v-1"}}).status == 201);
}

TEST_CASE("clients that dribble their head or their body are let go, and hold nobody up") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    const std::string head = "POST " + calls + " HTTP/1.1\r\nHost: x\r\nX-Slow: ";
    const std::string whole_head = "POST " + calls +
                                   " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                   "Content-Length: 1000\r\n\r\n{";
    std::vector<std::unique_ptr<RawSocket>> slow;
    for (int each = 0; each < 200; each++) {
        slow.push_back(std::make_unique<RawSocket>(hub->port()));
        REQUIRE(slow.back()->send(each % 2 == 0 ? head : whole_head));
    }
    std::vector<bool> held(slow.size(), true);
    // A letter now and then would keep a patient server busy for ever.
    for (int second = 0; second < 60 && held != std::vector<bool>(slow.size(), false); second++) {
        CHECK(kiosk.post(calls, {{"id", "v-" + std::to_string(second)}}).status == 201);
        for (std::size_t each = 0; each < slow.size(); each++) {
            bool hung_up = !held[each] || !slow[each]->send("x");
            if (!hung_up)
                (void)slow[each]->read_all(1ms, hung_up);
            held[each] = !hung_up;
        }
        std::this_thread::sleep_for(700ms);
    }
    CHECK(held == std::vector<bool>(slow.size(), false));
}

TEST_CASE("no request of staff ends a call, whatever method, route or body") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    Asker other(hub->port(), kiosk_key("borne-2"));
    REQUIRE(kiosk.post(calls, {{"id", "v-1"}}).status == 201);
    Asker nadia(hub->port());
    nadia.sign_in("nadia"); // may everything
    const std::vector<Json> bodies{
        Json::object(),
        {{"outcome", "helped"}, {"ended", true}, {"state", "ended"}},
        {{"reply", "coming"}, {"declared", "absent"}, {"to", "omar"}}};
    for (const auto& route : routes()) {
        std::string path = route.path;
        if (path.ends_with("/events") || path.ends_with("/sign-out") || path.ends_with("/sign-in"))
            continue;
        if (const auto at = path.find("{id}"); at != std::string::npos)
            path.replace(at, 4, "v-1");
        CAPTURE(path);
        for (const auto* method : {"POST", "DELETE", "PUT", "PATCH"})
            for (const auto& body : bodies) {
                auto& asker = route.who == Who::Kiosk ? other : nadia;
                (void
                )asker.ask({.method = method, .path = path + "?console=page", .json = to_text(body)}
                );
            }
        CHECK(is_open(nadia, "v-1"));
    }
    CHECK(state_in(kiosk.post(calls + "/v-1/end", {{"outcome", "helped"}})) == "ended");
    CHECK_FALSE(is_open(nadia, "v-1"));
}

} // namespace guichet::hub
