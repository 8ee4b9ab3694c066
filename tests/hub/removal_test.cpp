// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/heard.hpp"
#include "hub/postgres.hpp"
#include "hub/running_hub.hpp"

#include <memory>
#include <vector>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

/// Sooner than any key is read again for its age.
bool soon_refused(Asker& asker, const net::Request& request) {
    for (const auto end = now() + 20s; now() < end;)
        if (asker.ask(request).status == 401)
            return true;
    return false;
}

/// What another process takes out is out at each of these hubs.
void check_removals(const Site& site, int hubs) {
    std::vector<std::unique_ptr<Hub>> running;
    for (int i = 0; i < hubs; i++)
        running.push_back(start_hub(site.settings()));
    const net::Request beat{.method = "POST", .path = "/api/v1/kiosk/heartbeat", .json = "{}"};
    std::vector<std::unique_ptr<Asker>> kiosks;
    std::vector<std::unique_ptr<Asker>> others;
    for (const auto& hub : running) {
        kiosks.push_back(std::make_unique<Asker>(hub->port(), kiosk_key("borne-1")));
        others.push_back(std::make_unique<Asker>(hub->port(), kiosk_key("borne-2")));
        CHECK(kiosks.back()->ask(beat).status == 200);
    }
    Asker omar(running.back()->port());
    omar.sign_in("omar");
    omar.declare("present");
    Asker nadia(running.front()->port());
    nadia.sign_in("nadia");
    Heard at_nadia(
        running.front()->port(), "/api/v1/console/events?console=page", "", nadia.headers()
    );
    const auto has_omar = [](const Json& told) {
        return to_text(told.at("people")).find("omar") != std::string::npos;
    };
    at_nadia.wait("people", has_omar);

    auto command = Store::open(site.settings().store, read_wall_clock());
    REQUIRE(command);
    CHECK(command->remove_kiosk("borne-1") == true);
    CHECK(command->remove_account("omar") == true);
    for (const auto& kiosk : kiosks)
        CHECK(soon_refused(*kiosk, beat));
    for (const auto& other : others)
        CHECK(other->ask(beat).status == 200);
    CHECK(omar.get("/api/v1/console/session").status == 401);
    at_nadia.wait("people", [&](const Json& told) { return !has_omar(told); });
}

} // namespace

TEST_CASE("a kiosk and an account that a command removed are out at once") {
    check_removals(Site{}, 1);
}

TEST_CASE("what a command removed is out at once at every hub on one PostgreSQL") {
    const Postgres server;
    if (server.url().empty()) {
        MESSAGE("PostgreSQL is not installed: not tried");
        return;
    }
    check_removals(Site(server.url()), 2);
}

} // namespace guichet::hub
