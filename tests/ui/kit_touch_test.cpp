// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interface.hpp"
#include "ui/kit/widgets.hpp"
#include "ui/kit_harness.hpp"

#include <array>

#include <doctest/doctest.h>

namespace guichet::ui {
namespace {

using i18n::verbatim;

constexpr Rect place{100, 100, 300, 100};

struct Counted {
    int count{0};
    Rect rect{place};
    bool enabled{true};
    bool covered{false};
    bool there{true};

    Bench::Draw draw() {
        return [this](Frame& frame) {
            frame.set_covered(covered);
            if (there &&
                button(frame, "go", rect, {.label = verbatim("Continuer"), .enabled = enabled}))
                ++count;
        };
    }
};

TEST_CASE("a finger down and up inside a button presses it once") {
    Bench bench;
    Counted target;
    bench.tap(target.draw(), 200, 150);
    CHECK(target.count == 1);
    bench.tap(target.draw(), 101, 101);
    CHECK(target.count == 2);
}

TEST_CASE("a tap of one frame presses") {
    Bench bench;
    Counted target;
    const auto draw = target.draw();
    bench.move(200, 150);
    bench.finger(true);
    bench.frame(draw);
    bench.finger(false);
    bench.frame(draw);
    CHECK(target.count == 1);
}

TEST_CASE("a backend that parks the position when the finger leaves does not lose the press") {
    Bench bench;
    Counted target;
    const auto draw = target.draw();
    bench.move(200, 150);
    bench.finger(true);
    bench.frame(draw);
    bench.finger(false);
    bench.move(-FLT_MAX, -FLT_MAX);
    bench.frame(draw);
    CHECK(target.count == 1);
}

TEST_CASE("dragging never presses") {
    struct Case {
        const char* what;
        ImVec2 from;
        ImVec2 to;
    };
    const auto cases = std::to_array<Case>({
        {"out", {200, 150}, {600, 150}},
        {"in", {600, 150}, {200, 150}},
        {"just beyond the edge", {399, 150}, {400, 150}},
        {"just above", {200, 99}, {200, 100}},
    });
    for (const auto& c : cases) {
        CAPTURE(c.what);
        Bench bench;
        Counted target;
        bench.drag(target.draw(), c.from, c.to);
        CHECK(target.count == 0);
    }
}

TEST_CASE("a finger held for half a minute presses once, when it is lifted") {
    Bench bench;
    Counted target;
    const auto draw = target.draw();
    bench.move(200, 150);
    bench.finger(true);
    for (int i = 0; i < 1900; ++i)
        bench.frame(draw);
    CHECK(target.count == 0);
    bench.finger(false);
    for (int i = 0; i < 10; ++i)
        bench.frame(draw);
    CHECK(target.count == 1);
}

TEST_CASE("what is covered or disabled cannot be pressed") {
    Bench bench;
    Counted target;
    target.covered = true;
    bench.tap(target.draw(), 200, 150);
    CHECK(target.count == 0);
    CHECK(!find(bench.memory.tree(), "go")->touchable());
    target.covered = false;
    target.enabled = false;
    bench.tap(target.draw(), 200, 150);
    CHECK(target.count == 0);
}

TEST_CASE("a button that comes, goes or moves under the finger is not pressed") {
    SUBCASE("it comes after the finger") {
        Bench bench;
        Counted target;
        const auto draw = target.draw();
        target.there = false;
        bench.move(200, 150);
        bench.finger(true);
        bench.frame(draw);
        target.there = true;
        bench.frame(draw);
        bench.finger(false);
        bench.frame(draw);
        CHECK(target.count == 0);
    }
    SUBCASE("it goes and comes back") {
        Bench bench;
        Counted target;
        const auto draw = target.draw();
        bench.move(200, 150);
        bench.finger(true);
        bench.frame(draw);
        target.there = false;
        bench.frame(draw);
        target.there = true;
        bench.frame(draw);
        bench.finger(false);
        bench.frame(draw);
        CHECK(target.count == 0);
    }
    SUBCASE("it moves") {
        Bench bench;
        Counted target;
        const auto draw = target.draw();
        bench.move(200, 150);
        bench.finger(true);
        bench.frame(draw);
        target.rect.y += 30;
        bench.frame(draw);
        bench.finger(false);
        bench.frame(draw);
        CHECK(target.count == 0);
    }
}

TEST_CASE("a second tap does not press what has just appeared under it") {
    Bench bench;
    std::array<int, 2> pressed{};
    std::size_t screen = 0;
    const Bench::Draw draw = [&](Frame& frame) {
        frame.memory().scene(screen == 0 ? "first" : "second", frame.now());
        if (button(frame, "go", place, {.label = verbatim("Continuer")}))
            ++pressed[screen];
    };
    bench.frame(draw);
    bench.tap(draw, 200, 150);
    CHECK(pressed[0] == 1);
    screen = 1;
    bench.frame(draw);
    bench.tap(draw, 200, 150); // a trembling hand: 50 ms later
    CHECK(pressed[1] == 0);
    bench.now += std::chrono::milliseconds{300};
    bench.tap(draw, 200, 150);
    CHECK(pressed[1] == 1);
}

TEST_CASE("a finger down while the screen changes presses nothing on the next") {
    Bench bench;
    int pressed = 0;
    const char* scene = "first";
    const Bench::Draw draw = [&](Frame& frame) {
        frame.memory().scene(scene, frame.now());
        pressed += button(frame, "go", place, {.label = verbatim("Continuer")}) ? 1 : 0;
    };
    bench.frame(draw);
    bench.move(200, 150);
    bench.finger(true);
    bench.frame(draw);
    scene = "second";
    bench.frame(draw);
    bench.finger(false);
    bench.frame(draw);
    CHECK(pressed == 0);
}

TEST_CASE("a storm of touches everywhere presses no more than its lifts inside") {
    Bench bench;
    Counted target;
    const auto draw = target.draw();
    unsigned int seed = 7;
    const auto next = [&seed](unsigned int most) {
        seed = seed * 1664525U + 1013904223U;
        return (seed >> 8U) % most;
    };
    int lifts_inside = 0;
    bool down = false;
    for (int i = 0; i < 20000; ++i) {
        const ImVec2 at{static_cast<float>(next(500)), static_cast<float>(next(300))};
        bench.move(at.x, at.y);
        const bool now_down = next(2) == 0;
        if (down && !now_down && place.contains(at.x, at.y))
            ++lifts_inside;
        down = now_down;
        bench.finger(down);
        bench.frame(draw);
    }
    CHECK(target.count > 100);
    CHECK(target.count <= lifts_inside);
}

TEST_CASE("in a right-to-left language everything is at the other side") {
    Bench bench;
    bench.words = arabic_words();
    Counted target;
    const auto draw = target.draw();
    bench.frame(draw);
    const Node* node = find(bench.memory.tree(), "go");
    REQUIRE(node);
    CHECK(node->rect.x == bench.display.width - place.right());
    CHECK(node->language == "ar");
    bench.tap(draw, 200, 150);
    CHECK(target.count == 0);
    bench.tap(draw, static_cast<float>(bench.display.width) - 200, 150);
    CHECK(target.count == 1);
}

struct Three {
    std::string pressed;

    Bench::Draw draw() {
        return [this](Frame& frame) {
            int i = 0;
            for (const char* id : {"a", "b", "c"}) {
                const Rect rect{100, 100 + 150.0f * static_cast<float>(i++), 300, 100};
                if (button(frame, id, rect, {.label = verbatim(id), .enabled = id[0] != 'b'}))
                    pressed += id;
            }
        };
    }
};

TEST_CASE("keys move over what can be touched, show where they are, and press") {
    Bench bench;
    Three three;
    const auto draw = three.draw();
    const auto focused = [&bench] {
        for (const auto& node : bench.memory.tree())
            if (node.focused)
                return node.id;
        return std::string{};
    };
    bench.frame(draw);
    CHECK(focused().empty()); // not before a key
    const auto key = [&](FocusKey which) {
        bench.memory.press(which);
        bench.frame(draw);
    };
    key(FocusKey::Next);
    CHECK(focused() == "a");
    key(FocusKey::Next);
    CHECK(focused() == "c"); // b is disabled
    key(FocusKey::Next);
    CHECK(focused() == "a");
    key(FocusKey::Previous);
    CHECK(focused() == "c");
    key(FocusKey::Press);
    CHECK(three.pressed == "c");
    bench.frame(draw);
    CHECK(three.pressed == "c"); // once
    key(FocusKey::Home);
    CHECK(focused() == "a");
    bench.tap(draw, 1500, 900);
    CHECK(focused().empty()); // a finger hides it
    key(FocusKey::Press);
    CHECK(three.pressed == "c");
}

} // namespace
} // namespace guichet::ui
