// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line_kiosk.hpp"
#include "hub/running_hub.hpp"
#include "net/event_source.hpp"

#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>

namespace guichet::app {
namespace {

using namespace std::chrono_literals;

std::set<std::string> open_calls(const hub::Site& site) {
    auto store = hub::Store::open(site.settings().store, hub::read_wall_clock());
    REQUIRE(store);
    const auto tickets = store->open_calls();
    REQUIRE(tickets);
    std::set<std::string> ids;
    for (const auto& ticket : *tickets)
        if (!ticket.request.test) // by which the kiosk proves its way
            CHECK(ids.insert(ticket.request.id).second);
    return ids;
}

bool becomes(const hub::Site& site, const std::set<std::string>& wanted) {
    for (int i = 0; i < 150; i++) {
        if (open_calls(site) == wanted)
            return true;
        std::this_thread::sleep_for(100ms);
    }
    return false;
}

} // namespace

TEST_CASE("a press reaches the console, and what the mediator does reaches the kiosk") {
    const hub::Site site;
    const auto hub = hub::start_hub(site.settings());
    hub::Asker nadia(hub->port());
    nadia.sign_in("nadia");
    LineKiosk kiosk(hub->port());
    nadia.declare("present");
    CHECK(kiosk.knows(call::Staff::Present));
    kiosk.press("v-1");
    REQUIRE(becomes(site, {"v-1"}));
    CHECK(nadia.act("v-1", "ack") == 200);
    CHECK(kiosk.reaches(call::State::Received));
    CHECK(nadia.act("v-1", "claim") == 200);
    CHECK(kiosk.reaches(call::State::Claimed));
    CHECK(nadia.act("v-1", "release") == 200);
    CHECK(kiosk.reaches(call::State::Received));
    CHECK(nadia.act("v-1", "claim") == 200);
    kiosk.line().add({"v-1", call::Errand::Here{"12"}});
    CHECK(kiosk.is_refused(403)); // not the digits on the console
    kiosk.end("v-1");
    CHECK(becomes(site, {}));
    CHECK(kiosk.has_told({"v-1", call::Errand::End{call::Outcome::Cancelled}}));
}

TEST_CASE("without a hub the kiosk says so, and the call arrives when the hub is back") {
    const hub::Site site;
    auto hub = hub::start_hub(site.settings());
    const auto port = hub->port();
    LineKiosk kiosk(port);
    kiosk.press("v-1");
    REQUIRE(becomes(site, {"v-1"}));
    hub.reset();
    CHECK(kiosk.reaches(call::State::Beacon));
    CHECK(kiosk.knows(std::nullopt));
    kiosk.end("v-1");
    kiosk.press("v-2");
    kiosk.line().add({"v-2", call::Errand::AddReason{call::Reason::Unwell}});
    CHECK(kiosk.reaches(call::State::Beacon));
    hub = hub::start_hub(site.settings(port));
    CHECK(becomes(site, {"v-2"}));
    hub::Asker nadia(port);
    nadia.sign_in("nadia");
    nadia.declare("present");
    CHECK(nadia.act("v-2", "ack") == 200);
    CHECK(kiosk.reaches(call::State::Received));
}

TEST_CASE("calls of a visit that is gone end when the next one is on the screen") {
    const hub::Site site;
    const auto hub = hub::start_hub(site.settings());
    {
        LineKiosk gone(hub->port());
        gone.press("old-1");
        REQUIRE(becomes(site, {"old-1"}));
    }
    LineKiosk next(hub->port());
    CHECK(next.knows(call::Staff::Nobody));
    next.press("new-1");
    REQUIRE(becomes(site, {"new-1", "old-1"})); // hidden, it touches nothing of the visit on screen
    next.line().settle();
    CHECK(becomes(site, {"new-1"}));
}

TEST_CASE("a line that finishes says that its calls are over before it goes") {
    const hub::Site site;
    const auto hub = hub::start_hub(site.settings());
    LineKiosk kiosk(hub->port());
    kiosk.press("v-1");
    REQUIRE(becomes(site, {"v-1"}));
    kiosk.line().finish(15s);
    CHECK(open_calls(site).empty());
}

TEST_CASE("a count reaches the site’s figures") {
    const hub::Site site;
    const auto hub = hub::start_hub(site.settings());
    {
        LineKiosk kiosk(hub->port());
        kiosk.line().add(call::Activity{
            "logement", std::chrono::minutes{12}, true, call::Doer::Alone, call::Mood::Good});
        kiosk.line().finish(15s);
    }
    auto store = hub::Store::open(site.settings().store, hub::read_wall_clock());
    REQUIRE(store);
    const auto counts = store->activities("lilas");
    REQUIRE(counts);
    REQUIRE(counts->size() == 1);
    CHECK(counts->front().outcome == "finished");
    CHECK(counts->front().how == "alone");
}

TEST_CASE("a kiosk proves the way of calls when its hub would like it") {
    const hub::Site site;
    const auto hub = hub::start_hub(site.settings());
    hub::Asker nadia(hub->port());
    nadia.sign_in("nadia");
    nadia.declare("present");
    const auto tests = std::make_shared<std::promise<std::string>>();
    const net::EventSource page(
        {.url = "http://127.0.0.1:" + std::to_string(hub->port())},
        "/api/v1/console/events?console=page",
        {.event =
             [tests, first = true](const net::ServerEvent& event) mutable {
                 if (event.name == "test" && std::exchange(first, false))
                     tests->set_value(Json::parse(event.data).at("id").get<std::string>());
             },
         .line = [](net::Line) {}},
        nadia.headers()
    );
    LineKiosk kiosk(hub->port());
    auto test = tests->get_future();
    REQUIRE(test.wait_for(30s) == std::future_status::ready);
    CHECK(nadia.act(test.get(), "ack") == 200);
}

TEST_CASE("a wish to point that the hub does not know is over") {
    const hub::Site site;
    const auto hub = hub::start_hub(site.settings());
    std::promise<std::string> over;
    HubLine line(
        {.url = "http://127.0.0.1:" + std::to_string(hub->port()),
         .key = hub::kiosk_key("borne-1")},
        "programme",
        {.report = [](const std::string&, const call::Report&) {},
         .staff = [](std::optional<call::Staff>) {},
         .refused = [](const call::Errand&, int) {},
         .kept = [](const call::Errand&) {},
         .point = [&](const call::PointNews& news) { over.set_value(news.id); }}
    );
    line.add(call::PointErrand{"nowhere", call::PointErrand::Answer{true}});
    auto said = over.get_future();
    REQUIRE(said.wait_for(30s) == std::future_status::ready);
    CHECK(said.get() == "nowhere");
}

} // namespace guichet::app
