// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interface.hpp"
#include "ui/kit/hold.hpp"
#include "ui/kit/widgets.hpp"
#include "ui/kit_harness.hpp"

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::ui;
using namespace std::chrono_literals;

namespace {

constexpr Rect place{100, 100, 300, 100};

/// A target that must be kept pressed for two seconds.
struct Long {
    int done{0};
    float share{0};
    bool enabled{true};

    Bench::Draw draw() {
        return [this](Frame& frame) {
            const Node node = frame.add(
                {.id = "long",
                 .role = Role::Button,
                 .name = "Appeler",
                 .rect = place,
                 .enabled = enabled}
            );
            frame.pressed(node);
            const auto holding = hold(frame, place, node, 2s);
            share = holding.share;
            done += holding.done ? 1 : 0;
        };
    }
};

void frames(Bench& bench, const Bench::Draw& draw, std::chrono::milliseconds time) {
    const auto until = bench.now + time;
    while (bench.now < until)
        bench.frame(draw);
}

} // namespace

TEST_CASE("a finger kept down for two seconds is enough, once, and the share grows meanwhile") {
    Bench bench;
    Long target;
    const auto draw = target.draw();
    bench.move(200, 150);
    bench.finger(true);
    frames(bench, draw, 1s);
    CHECK(target.share > 0.4f);
    CHECK(target.share < 0.6f);
    CHECK(bench.memory.restless()); // it is drawn on without another event
    frames(bench, draw, 900ms);
    CHECK(target.done == 0);
    frames(bench, draw, 150ms);
    CHECK(target.done == 1);
    frames(bench, draw, 1500ms);
    CHECK(target.done == 1);
}

TEST_CASE("a short press is not enough, and is forgotten after a second") {
    Bench bench;
    Long target;
    const auto draw = target.draw();
    bench.tap(draw, 200, 150);
    CHECK(target.done == 0);
    CHECK(target.share > 0.0f);
    frames(bench, draw, 1100ms);
    CHECK(target.share == 0.0f);
    CHECK_FALSE(bench.memory.restless());
}

TEST_CASE("presses of a trembling hand add up") {
    Bench bench;
    Long target;
    const auto draw = target.draw();
    bench.move(200, 150);
    for (int i = 0; i < 5 && target.done == 0; ++i) {
        bench.finger(true);
        frames(bench, draw, 500ms);
        bench.finger(false);
        frames(bench, draw, 200ms);
    }
    CHECK(target.done == 1);
}

TEST_CASE("a finger that came from elsewhere or a target that is off does not count") {
    Bench bench;
    Long target;
    const auto draw = target.draw();
    bench.move(600, 150);
    bench.finger(true);
    bench.frame(draw);
    bench.move(200, 150);
    frames(bench, draw, 3s);
    CHECK(target.done == 0);
    bench.finger(false);
    bench.frame(draw);
    target.enabled = false;
    bench.finger(true);
    frames(bench, draw, 3s);
    CHECK(target.done == 0);
}

TEST_CASE("the key that presses can be kept down instead") {
    Bench bench;
    Long target;
    const auto draw = target.draw();
    bench.frame(draw);
    bench.memory.keep_pressed(true);
    frames(bench, draw, 3s);
    CHECK(target.done == 0); // nothing has the focus
    bench.memory.keep_pressed(false);
    bench.memory.press(FocusKey::Next);
    bench.frame(draw);
    bench.memory.keep_pressed(true);
    frames(bench, draw, 2100ms);
    CHECK(target.done == 1);
}

TEST_CASE("a finger on what never moves goes on when the screen changes under it") {
    Bench bench;
    int pressed = 0;
    const char* scene = "warning";
    const Bench::Draw draw = [&](Frame& frame) {
        frame.memory().scene(scene, frame.now(), "call");
        pressed += button(frame, "call", place, {.label = i18n::verbatim("Appeler")}) ? 1 : 0;
    };
    bench.frame(draw);
    bench.move(200, 150);
    bench.finger(true);
    bench.frame(draw);
    scene = "question"; // the touch took the warning away
    bench.frame(draw);
    bench.finger(false);
    bench.frame(draw);
    CHECK(pressed == 1);
}
