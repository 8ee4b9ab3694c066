// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/points.hpp"
#include "hub/secrets.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;
using Verdict = Points::Verdict;

const Points::Page nadia{"nadia/page", "nadia", "lilas"};
const Points::Page omar{"omar/page", "omar", "lilas"};
constexpr Instant start{1000s};

Json marks(const std::string& id = "nom") {
    return Json::array(
        {{{"id", id},
          {"role", "text-box"},
          {"name", "Votre nom"},
          {"x", 0.1},
          {"y", 0.2},
          {"width", 0.5},
          {"height", 0.1}}}
    );
}

/// One call, claimed by Nadia, at a kiosk that answers; and everything that was told.
struct Room {
    PointSight call{
        .kiosk = "borne-2",
        .site = "lilas",
        .account = "nadia",
        .mediator = "Nadia",
        .kiosk_reachable = true,
        .page_present = true};
    bool over{};
    std::set<std::string> gone{};
    std::vector<std::pair<std::string, std::string>> told{};
    std::vector<Json> to_peers{};

    PointWorld world() {
        return {
            .look = [this](const std::string& id, const std::string&) -> std::optional<PointSight> {
                return over || id != "v-1" ? std::nullopt : std::optional(call);
            },
            .tell =
                [this](const std::string& whom, const SharedText& text) {
                    if (text->starts_with("event"))
                        told.emplace_back(whom, *text);
                    return !gone.contains(whom);
                },
            .tell_peers = [this](const Json& message) { to_peers.push_back(message); }};
    }
    bool heard(const std::string& whom, const std::string& words) const {
        return std::ranges::any_of(told, [&](const auto& said) {
            return said.first == whom && said.second.find(words) != std::string::npos;
        });
    }
    /// What the other hubs hear, as one text.
    std::string news() {
        auto text = Json(to_peers).dump();
        to_peers.clear();
        return text;
    }
};

} // namespace

TEST_CASE("nothing of the screen passes before the person agreed") {
    Room room;
    Points points(room.world());
    const auto asked = points.ask(nadia, "v-1", start);
    REQUIRE(asked.verdict == Verdict::Done);
    CHECK(room.heard("borne-2", R"("mediator":"Nadia")"));
    CHECK(room.heard("nadia/page", R"("state":"asked")"));
    CHECK(points.show("borne-2", asked.id, marks()) == Verdict::NotAgreed);
    CHECK(points.at(nadia, asked.id, "nom") == Verdict::NotAgreed);
    CHECK_FALSE(room.heard("nadia/page", "Votre nom"));

    CHECK(points.answer("borne-9", asked.id, true, start) == Verdict::Unknown);
    CHECK(points.answer("borne-2", asked.id, true, start) == Verdict::Done);
    CHECK(points.show("borne-9", asked.id, marks()) == Verdict::Unknown);
    CHECK(points.show("borne-2", asked.id, marks()) == Verdict::Done);
    CHECK(room.heard("nadia/page", "Votre nom"));
    CHECK(points.at(nadia, asked.id, "nom") == Verdict::Done);
    CHECK(room.heard("borne-2", R"("mark":"nom")"));
    for (const auto& [whom, text] : room.told)
        CHECK((whom == "borne-2" || whom == "nadia/page")); // and nobody else
}

TEST_CASE("only who claimed the call may ask, once, of a kiosk that answers") {
    Room room;
    Points points(room.world());
    CHECK(points.ask(omar, "v-1", start).verdict == Verdict::NotYours);
    CHECK(points.ask(nadia, "v-2", start).verdict == Verdict::Unknown);
    CHECK(points.ask({"zoe/page", "nadia", "ailleurs"}, "v-1", start).verdict == Verdict::Unknown);
    room.call.kiosk_reachable = false;
    CHECK(points.ask(nadia, "v-1", start).verdict == Verdict::OutOfReach);
    room.call.kiosk_reachable = true;
    const auto asked = points.ask(nadia, "v-1", start);
    CHECK(points.ask({"nadia/other", "nadia", "lilas"}, "v-1", start).verdict == Verdict::Busy);
    CHECK(points.stop(omar, asked.id) == Verdict::Unknown);
    CHECK(points.stop(nadia, asked.id) == Verdict::Done);
    CHECK(room.heard("borne-2", R"("what":"over")"));
    CHECK(points.ask(nadia, "v-1", start).verdict == Verdict::Done);
}

TEST_CASE("a person who refuses is not asked again at once") {
    Room room;
    Points points(room.world());
    const auto asked = points.ask(nadia, "v-1", start);
    CHECK(points.answer("borne-2", asked.id, false, start) == Verdict::Done);
    CHECK(room.heard("nadia/page", R"("state":"refused")"));
    CHECK(points.ask(nadia, "v-1", start + 59s).verdict == Verdict::TooSoon);
    points.tick(start + 60s);
    CHECK(points.ask(nadia, "v-1", start + 60s).verdict == Verdict::Done);
}

TEST_CASE("a wish ends by itself") {
    struct Case {
        const char* what;
        void (*happens)(Room&);
        bool agreed;
        std::chrono::seconds later;
    };
    const std::vector<Case> cases{
        {"no answer for 30 s", [](Room&) {}, false, 30s},
        {"the call is over", [](Room& room) { room.over = true; }, true, 1s},
        {"another has the call", [](Room& room) { room.call.account = "omar"; }, true, 1s},
        {"nobody has the call", [](Room& room) { room.call.account.clear(); }, false, 1s},
        {"the kiosk is lost", [](Room& room) { room.call.kiosk_reachable = false; }, true, 1s},
        {"the mediator is lost", [](Room& room) { room.call.page_present = false; }, true, 1s},
        {"the page is closed", [](Room& room) { room.gone.insert("nadia/page"); }, true, 1s},
        {"the kiosk’s line is cut", [](Room& room) { room.gone.insert("borne-2"); }, true, 1s}};
    for (const auto& each : cases) {
        CAPTURE(each.what);
        Room room;
        Points points(room.world());
        const auto asked = points.ask(nadia, "v-1", start);
        if (each.agreed)
            points.answer("borne-2", asked.id, true, start);
        points.tick(start + each.later - 1s);
        CHECK_FALSE(room.heard("nadia/page", R"("state":"over")"));
        each.happens(room);
        points.tick(start + each.later);
        CHECK(room.heard("nadia/page", R"("state":"over")"));
        CHECK(room.heard("borne-2", R"("what":"over")"));
        CHECK(points.show("borne-2", asked.id, marks()) == Verdict::Unknown);
    }
}

TEST_CASE("an agreement lasts while both are there, and is forgotten by who comes anew") {
    Room room;
    Points points(room.world());
    const auto asked = points.ask(nadia, "v-1", start);
    points.answer("borne-2", asked.id, true, start);
    points.tick(start + 10min);
    CHECK(points.show("borne-2", asked.id, marks()) == Verdict::Done);
    points.came_anew("omar/page");
    CHECK(points.show("borne-2", asked.id, marks()) == Verdict::Done);
    points.came_anew("borne-2");
    CHECK(points.show("borne-2", asked.id, marks()) == Verdict::Unknown);
    CHECK(room.heard("nadia/page", R"("state":"over")"));
}

TEST_CASE("a mediator points only at what the kiosk itself named last") {
    Room room;
    Points points(room.world());
    const auto asked = points.ask(nadia, "v-1", start);
    points.answer("borne-2", asked.id, true, start);
    points.show("borne-2", asked.id, marks("nom"));
    points.show("borne-2", asked.id, marks("adresse"));
    CHECK(points.at(nadia, asked.id, "nom") == Verdict::Unknown);
    CHECK(points.at(nadia, asked.id, "<script>") == Verdict::Unknown);
    CHECK(points.at(omar, asked.id, "adresse") == Verdict::Unknown);
    CHECK(points.at(nadia, asked.id, "adresse") == Verdict::Done);
}

TEST_CASE("a kiosk and a page at two hubs point as at one") {
    Room near; // where the page is
    Room far;  // where the kiosk is
    Points here(near.world());
    Points there(far.world());
    const auto asked = here.ask(nadia, "v-1", start);
    there.hear_peer(near.news(), start);
    CHECK(far.heard("borne-2", R"("what":"asked")"));
    CHECK(there.answer("borne-2", asked.id, true, start) == Verdict::Done);
    here.hear_peer(far.news(), start);
    CHECK(near.heard("nadia/page", R"("state":"allowed")"));

    auto many = Json::array(); // more than one message carries
    for (int i = 0; i < 100; i++)
        many.push_back(marks("thing-" + std::to_string(i))[0]);
    CHECK(there.show("borne-2", asked.id, many) == Verdict::Done);
    CHECK(far.to_peers.size() > 1);
    for (const auto& piece : far.to_peers)
        CHECK(piece.dump().size() < 7000);
    here.hear_peer(far.news(), start);
    CHECK(near.heard("nadia/page", "thing-0"));
    CHECK(near.heard("nadia/page", "thing-99"));
    CHECK(here.at(nadia, asked.id, "thing-99") == Verdict::Done);
    there.hear_peer(near.news(), start);
    CHECK(far.heard("borne-2", R"("mark":"thing-99")"));

    CHECK(there.stop_by_kiosk("borne-2", asked.id) == Verdict::Done);
    here.hear_peer(far.news(), start);
    CHECK(near.heard("nadia/page", R"("state":"over")"));
}

TEST_CASE("two hubs that let one in at the same moment keep the same one") {
    Room near;
    Room far;
    Points here(near.world());
    Points there(far.world());
    const auto one = here.ask(nadia, "v-1", start);
    const auto other = there.ask({"nadia/other", "nadia", "lilas"}, "v-1", start);
    const auto from_here = near.news();
    here.hear_peer(far.news(), start);
    there.hear_peer(from_here, start);
    const auto& kept = std::min(one.id, other.id);
    const auto& dropped = std::max(one.id, other.id);
    for (auto* points : {&here, &there}) {
        CHECK(points->answer("borne-2", dropped, true, start) == Verdict::Unknown);
        CHECK(points->answer("borne-2", kept, true, start) == Verdict::Done);
    }
}

TEST_CASE("what another hub says is believed only when it is understood") {
    Room room;
    Points points(room.world());
    for (const auto* odd :
         {R"([{"point":{"what":"asked"}}])",
          R"([{"point":7}])",
          R"([{"point":{"what":"at","id":"none","mark":"x"}}])",
          R"("point")",
          R"({"point")"})
        points.hear_peer(odd, start);
    CHECK(room.told.empty());
    CHECK(points.ask(nadia, "v-1", start).verdict == Verdict::Done);
}

} // namespace guichet::hub
