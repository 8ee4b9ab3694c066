// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"
#include "hub/kept_stream.hpp"
#include "temporary_folder.hpp"

#include <memory>
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
        auto stream = std::make_shared<KeptStream>();
        desk.listen(nadia, {.id = page, .session = session}, stream);
        return stream;
    }
    void claim(const std::string& id) {
        const KioskEntry borne{"borne-1", "Poste 1", "salle 1", "lilas", "print"};
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

} // namespace guichet::hub
