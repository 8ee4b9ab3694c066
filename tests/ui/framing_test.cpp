// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit_harness.hpp"
#include "ui/screens/screens.hpp"
#include "visit/visit.hpp"

#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace guichet::ui {
namespace {

using visit::did::ChooseCorner;
using visit::did::MoveCorner;

visit::Visit framing() {
    visit::Visit visit;
    visit.offer = std::make_shared<visit::Offer>();
    visit.screen = visit::Screen::Scan;
    visit.scanning.state = visit::Scanning::State::Framing;
    visit.scanning.original.photo = true;
    visit.scanning.original.preview = std::make_shared<Image>(Image{
        400, 300, std::vector<std::uint8_t>(std::size_t{400} * 300 * 4, 200)});
    visit.scanning.original.corners = {{{0.1, 0.1}, {0.9, 0.1}, {0.9, 0.9}, {0.1, 0.9}}};
    return visit;
}

/// The screen, and what it asked for; a corner is moved as the visit would.
struct Hand {
    explicit Hand(Bench& on) : bench{on} {}

    Bench::Draw draw() {
        return [this](Frame& frame) {
            auto asked = draw_scan(frame, visit);
            if (!asked)
                return;
            if (const auto* move = std::get_if<MoveCorner>(&*asked)) {
                auto& scanning = visit.scanning;
                scanning.corner = move->corner;
                scanning.original.corners =
                    visit::with_corner(scanning.original.corners, move->corner, move->to);
            }
            heard.push_back(std::move(*asked));
        };
    }
    const Node& node(const std::string& id) const {
        const auto* found = find(bench.memory.tree(), id);
        REQUIRE(found != nullptr);
        return *found;
    }
    ImVec2 middle(const std::string& id) const {
        const auto& rect = node(id).rect;
        return {rect.x + rect.width / 2, rect.y + rect.height / 2};
    }

    Bench& bench;
    visit::Visit visit{framing()};
    std::vector<visit::Event> heard{};
};

} // namespace

TEST_CASE("a corner follows the finger, from wherever on its handle it was taken") {
    for (const bool arabic : {false, true}) {
        CAPTURE(arabic);
        Bench bench;
        if (arabic)
            bench.words = arabic_words();
        Hand hand{bench};
        bench.frame(hand.draw());
        const auto picture = hand.node("preview").rect;
        const auto from = hand.middle("corner:0");
        const ImVec2 grip{from.x + 9, from.y - 7};
        bench.drag(
            hand.draw(), grip, {grip.x + picture.width * 0.2f, grip.y + picture.height * 0.1f}
        );
        const auto& corner = hand.visit.scanning.original.corners[0];
        CHECK(corner.x == doctest::Approx(0.3).epsilon(0.01));
        CHECK(corner.y == doctest::Approx(0.2).epsilon(0.01));
        const auto now = hand.middle("corner:0");
        CHECK(std::abs(now.x - from.x - picture.width * 0.2f) < 1.5f);
    }
}

TEST_CASE("the finger can leave the picture and come back with the corner") {
    Bench bench;
    Hand hand{bench};
    bench.frame(hand.draw());
    const auto from = hand.middle("corner:2");
    bench.move(from.x, from.y);
    bench.finger(true);
    bench.frame(hand.draw());
    bench.move(from.x + 5000, from.y);
    bench.frame(hand.draw());
    CHECK(hand.visit.scanning.original.corners[2].x == 1);
    bench.move(from.x, from.y);
    bench.frame(hand.draw());
    CHECK(hand.visit.scanning.original.corners[2].x == doctest::Approx(0.9).epsilon(0.01));
    bench.finger(false);
    bench.frame(hand.draw());
    const auto heard = hand.heard.size();
    bench.move(from.x - 100, from.y); // nothing holds it any more
    bench.frame(hand.draw());
    CHECK(hand.heard.size() == heard);
}

TEST_CASE("a touch chooses a corner and arrows move it: no gesture is needed") {
    Bench bench;
    Hand hand{bench};
    bench.frame(hand.draw());
    REQUIRE(bench.tap(hand.draw(), "corner:1"));
    REQUIRE(hand.heard.size() >= 1);
    const auto* chosen = std::get_if<ChooseCorner>(&hand.heard.front());
    REQUIRE(chosen != nullptr);
    CHECK(chosen->corner == 1);
    hand.visit.scanning.corner = 1;
    const auto before = hand.visit.scanning.original.corners[1];
    bench.frame(hand.draw());
    REQUIRE(bench.tap(hand.draw(), "corner-left"));
    REQUIRE(bench.tap(hand.draw(), "corner-down"));
    const auto after = hand.visit.scanning.original.corners[1];
    CHECK(after.x == doctest::Approx(before.x - 0.01));
    CHECK(after.y == doctest::Approx(before.y + 0.01 * 400 / 300));
}

TEST_CASE("left is left on a screen that reads from the right") {
    Bench bench;
    bench.words = arabic_words();
    Hand hand{bench};
    bench.frame(hand.draw());
    CHECK(hand.node("corner-left").rect.x < hand.node("corner-right").rect.x);
    CHECK(hand.node("corner:0").rect.x < hand.node("corner:1").rect.x);
}

TEST_CASE("an arrow that can move the corner no further cannot be touched") {
    Bench bench;
    Hand hand{bench};
    hand.visit.scanning.original.corners = visit::whole_picture;
    bench.frame(hand.draw());
    CHECK_FALSE(hand.node("corner-up").enabled);
    CHECK_FALSE(hand.node("corner-left").enabled);
    CHECK(hand.node("corner-right").enabled);
}

} // namespace guichet::ui
