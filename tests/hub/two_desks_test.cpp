// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"
#include "hub/kept_stream.hpp"
#include "hub/secrets.hpp"
#include "temporary_folder.hpp"

#include <memory>
#include <string>

#include <doctest/doctest.h>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

const KioskEntry kiosk{"borne-1", "Poste 1", "salle 1", "lilas", "print"};
const Account nadia{.name = "nadia", .shown = "Nadia", .site = "lilas"};

/// One of two hubs on one database: a kiosk and a page listen at it.
struct OneDesk {
    Store store;
    Desk desk;
    std::shared_ptr<KeptStream> at_kiosk{std::make_shared<KeptStream>()};
    std::shared_ptr<KeptStream> at_page{std::make_shared<KeptStream>()};

    explicit OneDesk(const std::string& file, const WallClock& clock = read_wall_clock())
        : store(open(file, clock)), desk(store, clock, now()) {
        REQUIRE(store.put(kiosk));
        REQUIRE(store.put(Session{"print", "nadia", now(), now()}));
        REQUIRE(desk.start(now()));
        desk.listen(kiosk, at_kiosk);
        desk.listen(nadia, {.id = "page", .session = "print"}, at_page);
    }
    static Store open(const std::string& file, const WallClock& clock) {
        auto store = Store::open(file, clock);
        REQUIRE_MESSAGE(store, store.error().detail);
        return std::move(*store);
    }
    void hear_of(const std::string& call) { desk.hear_peer(R"([{"call":")" + call + R"("}])"); }
    call::Verdict acknowledge() {
        return ask([](call::Ticket& ticket) { return call::acknowledge(ticket, now()); });
    }
    call::Verdict claim() {
        return ask([](call::Ticket& ticket) {
            return call::claim(ticket, {"nadia", "Nadia"}, now());
        });
    }
    call::Verdict ask(const Desk::Change& rule) {
        const auto done = desk.change("v-1", rule);
        REQUIRE(done);
        return done->verdict;
    }
};

struct TwoDesks {
    TemporaryFolder folder{};
    OneDesk first{folder.file("hub.db")};
    OneDesk second{folder.file("hub.db")};

    TwoDesks() {
        REQUIRE(first.desk.open(kiosk, {.id = "v-1", .place = "Poste 1"}, 0ms));
        second.hear_of("v-1");
        REQUIRE(second.at_kiosk->last("call").at("state") == "stored");
    }
};

} // namespace

TEST_CASE("a hub that comes second with an acknowledgement tells its kiosk all the same") {
    TwoDesks both;
    CHECK(both.first.acknowledge() == call::Verdict::Done);
    CHECK(both.second.acknowledge() == call::Verdict::Already);
    both.second.hear_of("v-1"); // the first one's message finds nothing new
    CHECK(both.second.at_kiosk->last("call").at("state") == "received");
    CHECK(both.second.at_page->last("call").at("acknowledged") == true);
}

TEST_CASE("of two hubs that take a claim back the second one says so too") {
    TwoDesks both;
    CHECK(both.first.claim() == call::Verdict::Done);
    both.second.hear_of("v-1");
    CHECK(both.second.at_page->last("call").at("rings") == false);
    for (auto* each : {&both.first, &both.second})
        each->desk.tick(now() + 5min);
    CHECK(both.second.at_kiosk->last("call").at("state") == "received");
    CHECK(both.second.at_page->last("call").at("rings") == true);
    CHECK_FALSE(both.second.at_page->last("call").contains("claim"));
}

TEST_CASE("a call that ended at the other hub leaves the pages of the one that wanted it") {
    TwoDesks both;
    REQUIRE(both.first.desk.end(kiosk, "v-1", call::Outcome::Left));
    CHECK(both.second.claim() == call::Verdict::TooLate);
    CHECK(both.second.at_page->last("gone").at("id") == "v-1");
    CHECK(both.second.at_kiosk->last("call").at("state") == "ended");
}

TEST_CASE("a kiosk that only one hub knows is given the same digits at both") {
    TwoDesks both;
    const KioskEntry fresh{"borne-2", "Poste 2", "salle 1", "lilas", "another print"};
    REQUIRE(both.first.desk.open(fresh, {.id = "v-1-2", .place = "Poste 2"}, 0ms));
    const auto claim = [](call::Ticket& ticket) {
        return call::claim(ticket, {"nadia", "Nadia"}, now());
    };
    REQUIRE(both.first.desk.change("v-1-2", claim));
    const auto present = now();
    both.first.desk.tick(present);
    const auto shown = both.first.at_page->last("call").at("code").get<std::string>();
    const auto* wrong = shown == "0000" ? "0001" : "0000";
    // Nobody told the second one: it reads the call itself.
    CHECK(both.second.desk.check_code("v-1-2", wrong, present) == CodeCheck::Wrong);
    CHECK(both.second.desk.check_code("v-1-2", shown, present) == CodeCheck::Right);
    both.second.hear_of("v-1-2");
    const auto other = both.second.at_page->last("call");
    REQUIRE(other.at("id") == "v-1-2");
    CHECK(both.first.desk.check_code("v-1-2", other.at("code"), now()) == CodeCheck::Right);
    CHECK(both.second.desk.check_code("unheard-of", wrong, present) == CodeCheck::Right);
}

TEST_CASE("a claim made at a hub whose clock is ahead ends in time at the other") {
    const TemporaryFolder folder;
    const auto file = folder.file("hub.db");
    const auto wall = read_wall_clock().to_wall(now());
    OneDesk ahead(file, {now(), wall + std::chrono::milliseconds(10min).count()});
    OneDesk right(file);
    REQUIRE(ahead.desk.open(kiosk, {.id = "v-1", .place = "Poste 1"}, 0ms));
    CHECK(ahead.claim() == call::Verdict::Done);
    right.hear_of("v-1");
    REQUIRE(right.at_page->last("call").at("claim").at("since_s") == 0);
    right.desk.tick(now() + 5min);
    CHECK_FALSE(right.at_page->last("call").contains("claim"));
}

} // namespace guichet::hub
