// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk.hpp"
#include "hub/kept_for.hpp"
#include "hub/running_hub.hpp"

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

const std::string note_route = "/api/v1/console/note";

Json note_for(Asker& mediator) {
    const auto reply = mediator.get(note_route);
    REQUIRE(reply.status == 200);
    const auto json = Json::parse(reply.body);
    CHECK(json.at("longest") == 140);
    return json.value("note", Json{});
}

} // namespace

TEST_CASE("what a shift says of the place reaches the next one at that site, and no other") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker nadia(hub->port());
    nadia.sign_in("nadia");
    CHECK(note_for(nadia).is_null());
    const Json first{{"things", {"paper"}}, {"text", "Bac 2"}};
    CHECK(nadia.post(note_route, first).status == 204);
    const Json second{{"things", {"printer", "queue"}}, {"text", "Réparation demandée"}};
    CHECK(nadia.post(note_route, second).status == 204);
    Asker omar(hub->port());
    omar.sign_in("omar");
    const auto read = note_for(omar);
    CHECK(read.at("by") == "Nadia");
    CHECK(read.at("things") == Json{"printer", "queue"});
    CHECK(read.at("text") == "Réparation demandée");
    CHECK(read.at("age_s").get<int>() <= 10);
    Asker zoe(hub->port());
    zoe.sign_in("zoe");
    CHECK(note_for(zoe).is_null());
    CHECK(omar.post(note_route).status == 204); // it is dealt with
    CHECK(note_for(nadia).is_null());
}

TEST_CASE("a note has a few known things and a short text") {
    const Site site;
    const auto hub = start_hub(site.settings());
    Asker nadia(hub->port());
    nadia.sign_in("nadia");
    std::string accents;
    for (int i = 0; i < 140; i++)
        accents += "é";
    CHECK(nadia.post(note_route, {{"text", accents}}).status == 204);
    CHECK(nadia.post(note_route, {{"text", accents + "e"}}).status == 400);
    CHECK(nadia.post(note_route, {{"things", {"person"}}}).status == 400);
    CHECK(note_for(nadia).at("text") == accents);
}

TEST_CASE("a note is gone after a day, from the file too") {
    const TemporaryFolder folder;
    auto store = Store::open(folder.file("hub.db"), read_wall_clock());
    REQUIRE(store);
    const auto written = now();
    const PlaceNote note{"lilas", "Nadia", written, {"printer"}, "Kanari"};
    REQUIRE(store->put(note));
    CHECK(store->place_note("lilas", written + kept_for::note - 1s)->has_value());
    CHECK_FALSE(store->place_note("lilas", written + kept_for::note)->has_value());
    CHECK(store->place_note("lilas", written)->has_value()); // not shown, not yet wiped
    REQUIRE(store->forget_notes(written + kept_for::note));
    CHECK_FALSE(store->place_note("lilas", written)->has_value());
}

} // namespace guichet::hub
