// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"
#include "hub/kept_stream.hpp"
#include "temporary_folder.hpp"

#include <memory>
#include <set>
#include <string>

#include <doctest/doctest.h>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

/// Nadia works at a desk with two pages open, and on a phone.
struct TwoDevices {
    TemporaryFolder folder{};
    Store store{open(folder)};
    Desk desk{store, read_wall_clock(), now() - 10min};
    KioskEntry borne{"borne-1", "Poste 1", "salle 1", "lilas", "print"};
    Account nadia{.name = "nadia", .shown = "Nadia", .site = "lilas"};
    std::shared_ptr<KeptStream> at_desk{listen("page-1", "desk")};
    std::shared_ptr<KeptStream> beside{listen("page-2", "desk")};
    std::shared_ptr<KeptStream> at_phone{listen("page-3", "phone")};

    static Store open(const TemporaryFolder& folder) {
        auto store = Store::open(folder.file("hub.db"), read_wall_clock());
        REQUIRE_MESSAGE(store, store.error().detail);
        return std::move(*store);
    }
    std::shared_ptr<KeptStream> listen(const std::string& page, const std::string& session) {
        REQUIRE(store.put(nadia));
        REQUIRE(store.put(borne));
        REQUIRE(store.put(Session{session, "nadia", now(), now()}));
        auto stream = std::make_shared<KeptStream>();
        const PageState state{page, session, call::Declared::Present};
        desk.listen(nadia, state, stream);
        desk.heard(nadia, state);
        return stream;
    }
    void claim(const std::string& id) {
        REQUIRE(desk.open(borne, {.id = id, .place = "Poste 1"}, 0ms));
        REQUIRE(desk.change(id, [](call::Ticket& ticket) {
            return call::claim(ticket, {"nadia", "Nadia"}, now() - 2min);
        }));
    }
};

} // namespace

TEST_CASE("signing out on a phone leaves the desk its calls and what it claimed") {
    TwoDevices both;
    both.claim("v-1");
    both.desk.signed_out("phone");
    CHECK(both.at_phone->is_closed());
    CHECK_FALSE(both.at_desk->is_closed());
    both.desk.tick(now());
    CHECK(both.at_desk->last("call").at("claim").at("account") == "nadia");
    const auto board = Json::parse(both.desk.board_json(both.nadia, "page-1"));
    CHECK(board.at("staff") == "present");
}

TEST_CASE("signing out ends every page of that browser, and what nobody can come for is given back"
) {
    TwoDevices both;
    both.claim("v-1");
    both.desk.hear_peer(R"([{"signed_out":"desk"}])"); // at the other hub
    CHECK(both.at_desk->is_closed());
    CHECK(both.beside->is_closed());
    CHECK_FALSE(both.at_phone->is_closed());
    both.desk.tick(now());
    CHECK(both.at_phone->last("call").contains("claim"));
    both.desk.signed_out("phone");
    both.desk.tick(now());
    CHECK_FALSE(both.store.find("v-1")->value().claim.has_value());
}

TEST_CASE("somebody who was removed hears nothing more, and their links sign nobody in") {
    TwoDevices both;
    REQUIRE(both.store.put_link("print", "nadia", now() + 1h));
    CHECK(both.store.remove_account("nadia") == true);
    CHECK(both.store.remove_account("nadia") == false);
    both.desk.tick(now());
    for (const auto& stream : {both.at_desk, both.beside, both.at_phone})
        CHECK(stream->is_closed());
    CHECK_FALSE(both.store.account("nadia")->has_value());
    CHECK_FALSE(both.store.session("phone")->has_value());
    CHECK_FALSE(both.store.take_link("print", now())->has_value());
}

TEST_CASE("a new password ends what was signed in before, and nobody else’s") {
    TwoDevices both;
    REQUIRE(both.store.put(Session{"other", "omar", now(), now()}));
    REQUIRE(both.store.drop_sessions("nadia"));
    CHECK(both.store.sessions() == std::set<std::string>{"other"});
}

TEST_CASE("a new key ends what listens with the old one") {
    TwoDevices both;
    auto with_old = std::make_shared<KeptStream>();
    both.desk.listen(both.borne, with_old);
    both.desk.let_go();
    CHECK_FALSE(with_old->is_closed());
    both.borne.key_print = "another print";
    REQUIRE(both.store.put(both.borne));
    auto with_new = std::make_shared<KeptStream>();
    both.desk.listen(both.borne, with_new);
    both.desk.let_go();
    CHECK(with_old->is_closed());
    CHECK_FALSE(with_new->is_closed());
}

TEST_CASE("a kiosk that was removed leaves the consoles with its calls") {
    TwoDevices both;
    both.claim("v-1");
    auto at_kiosk = std::make_shared<KeptStream>();
    both.desk.listen(both.borne, at_kiosk);
    CHECK(both.store.remove_kiosk("borne-1") == true);
    CHECK(both.store.remove_kiosk("borne-1") == false);
    both.desk.tick(now());
    CHECK(both.at_desk->last("gone").at("id") == "v-1");
    CHECK(both.at_desk->last("board").at("kiosks").empty());
    CHECK(both.at_desk->last("board").at("calls").empty());
    CHECK(at_kiosk->last("call").at("state") == "ended");
    CHECK(at_kiosk->is_closed());
    CHECK(both.store.find("v-1")->value().ended == call::Outcome::Interrupted);
}

} // namespace guichet::hub
