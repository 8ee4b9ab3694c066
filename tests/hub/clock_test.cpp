// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"
#include "hub/gate.hpp"
#include "hub/secrets.hpp"
#include "temporary_folder.hpp"

#include <array>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

const KioskEntry kiosk{"borne-1", "Poste 1", "salle 1", "lilas", "print"};
const Account nadia{.name = "nadia", .shown = "Nadia", .site = "lilas"};

/// What the computer's clock says when it is wrong by so much.
WallClock wrong_by(std::chrono::hours hours) {
    const auto present = now();
    const auto wall = read_wall_clock().to_wall(present);
    return {present, wall + std::chrono::milliseconds(hours).count()};
}

/// Of a hub that stops then: one nobody has claimed, and one of Nadia's.
void leave_two_calls(const std::string& file) {
    auto store = Store::open(file, read_wall_clock());
    REQUIRE(store);
    Desk desk(*store, read_wall_clock(), now());
    REQUIRE(desk.start(now()));
    REQUIRE(desk.open(kiosk, {.id = "v-1", .place = "Poste 1"}, 0ms));
    REQUIRE(desk.open(kiosk, {.id = "v-2", .place = "Poste 1"}, 0ms));
    REQUIRE(desk.change("v-2", [](call::Ticket& ticket) {
        return call::claim(ticket, {"nadia", "Nadia"}, now());
    }));
}

} // namespace

TEST_CASE("a clock set back or forward between two starts loses no call and ends no lease early") {
    for (const auto jump : {-48h, -1h, 1h, 48h, 24h * 400}) {
        CAPTURE(jump.count());
        const TemporaryFolder folder;
        leave_two_calls(folder.file("hub.db"));
        const auto clock = wrong_by(jump);
        auto store = Store::open(folder.file("hub.db"), clock);
        REQUIRE(store);
        Desk desk(*store, clock, now());
        REQUIRE(desk.start(now()));
        desk.heard(nadia, {.id = "page"});
        desk.tick(now());
        const auto board = Json::parse(desk.board_json(nadia, "page"));
        REQUIRE(board.at("calls").size() == 2);
        CHECK(board.at("calls")[0].at("id") == "v-1"); // the order of arrival stays
        for (const auto& call : board.at("calls"))
            CHECK(call.at("waited_s").get<long>() >= 0);
        // A call of before the jump is known by its id all the same.
        const auto again = desk.open(kiosk, {.id = "v-1", .place = "Poste 1"}, 0ms);
        REQUIRE(again);
        CHECK(again->verdict == call::Verdict::Already);
        if (jump < 0h) // nothing says how long ago it was claimed: the lease begins anew
            CHECK(board.at("calls")[1].at("claim").at("account") == "nadia");
    }
}

TEST_CASE("setting the clock while the hub runs changes nothing it measures") {
    const WallClock before = read_wall_clock();
    const auto moment = now();
    const auto wall = before.to_wall(moment);
    // Bound once: whatever the computer's clock says later, a moment keeps its place.
    CHECK(before.to_instant(wall) == moment);
    CHECK(before.to_wall(moment + 5min) - wall == std::chrono::milliseconds(5min).count());
}

TEST_CASE("a session of the future is worth nothing once the clock was set back") {
    REQUIRE(prepare_secrets());
    const auto present = now();
    CHECK(Gate::ends_in({"print", "nadia", present, present}, present) == 15min);
    CHECK(Gate::ends_in({"print", "nadia", present + 30s, present + 30s}, present) > 0s);
    CHECK(Gate::ends_in({"print", "nadia", present + 48h, present + 48h}, present) <= 0s);
}

} // namespace guichet::hub
