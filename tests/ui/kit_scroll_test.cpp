// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interface.hpp"
#include "ui/kit/scroll.hpp"
#include "ui/kit/widgets.hpp"
#include "ui/kit_harness.hpp"

#include <doctest/doctest.h>

namespace guichet::ui {
namespace {

using i18n::verbatim;

/// Twenty lines in an area with room for a few.
struct Long {
    int lines{20};
    int pressed{-1};

    Bench::Draw draw() {
        return [this](Frame& frame) {
            ScrollArea area{frame, "list", {100, 100, 800, 400}};
            Rect in = area.content();
            for (int i = 0; i < lines; ++i) {
                const Rect row = take_top(in, 80, 12);
                if (button(frame, "row:" + std::to_string(i), row, {.label = verbatim("Corriger")}))
                    pressed = i;
            }
            area.end(in.y - 12);
        };
    }
};

TEST_CASE("a long list has buttons that go to its end and back") {
    Bench bench;
    Long list;
    const auto draw = list.draw();
    bench.frame(draw);
    CHECK(bench.memory.restless()); // now it knows that it needs buttons
    bench.frame(draw);
    const auto there = [&](const char* id) { return find(bench.memory.tree(), id) != nullptr; };
    CHECK(!there("list:up"));
    REQUIRE(there("list:down"));
    CHECK(find(bench.memory.tree(), "list:down")->rect.width >= 60);
    CHECK(find(bench.memory.tree(), "row:0")->rect.right() < 900 - 60);
    int taps = 0;
    while (there("list:down") && taps < 30) {
        bench.tap(draw, "list:down");
        ++taps;
    }
    CHECK(taps > 2);
    const Node* last = find(bench.memory.tree(), "row:19");
    CHECK(last->seen == last->rect);
    CHECK(last->rect.bottom() <= 500.5f);
    bench.tap(draw, "row:19");
    CHECK(list.pressed == 19);
    while (there("list:up") && --taps > -30)
        bench.tap(draw, "list:up");
    CHECK(find(bench.memory.tree(), "row:0")->rect.y == 100);
}

TEST_CASE("what is scrolled out of sight cannot be touched") {
    Bench bench;
    Long list;
    const auto draw = list.draw();
    bench.frame(draw);
    bench.frame(draw);
    const Rect hidden = find(bench.memory.tree(), "row:6")->rect;
    bench.tap(draw, hidden.x + 10, hidden.y + 10);
    CHECK(list.pressed == -1);
    CHECK(find(bench.memory.tree(), "row:6")->scrolled);
}

TEST_CASE("a short list has no buttons, and the focus brings a line into sight") {
    Bench bench;
    Long list;
    list.lines = 3;
    const auto draw = list.draw();
    bench.frame(draw);
    bench.frame(draw);
    CHECK(find(bench.memory.tree(), "list:down") == nullptr);
    list.lines = 20;
    bench.frame(draw);
    bench.frame(draw);
    for (int i = 0; i < 12; ++i) {
        bench.memory.press(FocusKey::Next);
        bench.frame(draw);
        bench.frame(draw);
    }
    const Node* row = find(bench.memory.tree(), "row:11");
    CHECK(row->focused);
    CHECK(row->seen == row->rect);
}

TEST_CASE("a wheel moves a list, within its ends") {
    Bench bench;
    Long list;
    const auto draw = list.draw();
    bench.frame(draw);
    bench.frame(draw);
    bench.move(300, 300);
    ImGui::GetIO().MouseWheel = -2;
    bench.frame(draw);
    bench.frame(draw);
    CHECK(find(bench.memory.tree(), "row:0")->rect.y < 100);
    ImGui::GetIO().MouseWheel = 50;
    bench.frame(draw);
    bench.frame(draw);
    CHECK(find(bench.memory.tree(), "row:0")->rect.y == 100);
}

TEST_CASE("a screen whose words stand still lays out nothing again") {
    Bench bench;
    Long list;
    const auto draw = list.draw();
    bench.frame(draw);
    bench.frame(draw);
    bench.frame(draw);
    const auto laid = bench.memory.words().laid_out();
    for (int i = 0; i < 200; ++i)
        bench.frame(draw);
    CHECK(bench.memory.words().laid_out() == laid);
    CHECK(!bench.memory.restless());
}

} // namespace
} // namespace guichet::ui
