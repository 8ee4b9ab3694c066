// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/widgets.hpp"
#include "ui/kit_harness.hpp"
#include "ui/screens/beside.hpp"

#include <doctest/doctest.h>

namespace guichet::ui {
namespace {

using i18n::tr;

const Rect half{0, 100, 960, 800};

visit::Visit with_nadia() {
    visit::Visit visit;
    visit.offer = std::make_shared<visit::Offer>();
    visit.call.state = call::State::Here;
    visit.beside = visit::Beside{.mediator = "Nadia", .open = true};
    return visit;
}

} // namespace

TEST_CASE("each side runs its own way inside its own half") {
    const auto arabic = arabic_words();
    const i18n::Catalogue french;
    for (const bool person_reads_arabic : {false, true}) {
        CAPTURE(person_reads_arabic);
        Bench bench;
        const auto& own = person_reads_arabic ? arabic : french;
        const auto& other = person_reads_arabic ? french : arabic;
        ImGui::GetIO().DisplaySize = {1920, 1080};
        ImGui::GetIO().DeltaTime = 0.016f;
        ImGui::NewFrame();
        {
            Frame frame{
                bench.memory,
                {.words = own,
                 .display = bench.display,
                 .size = {},
                 .theme = {},
                 .now = {},
                 .beside = &other}};
            const auto inner = frame.begin_side(half);
            button(frame, "side", {inner.x, inner.y, 300, 80}, {.label = tr("Continuer")});
            frame.end_side();
            button(frame, "own", {0, 950, 300, 80}, {.label = tr("Continuer")});
        }
        ImGui::Render();
        const auto* side = find(bench.memory.tree(), "side");
        const auto* mine = find(bench.memory.tree(), "own");
        REQUIRE(side != nullptr);
        REQUIRE(mine != nullptr);
        // The half lies at the start of the person's screen, and starts where its language does.
        CHECK(side->rect.x == doctest::Approx(person_reads_arabic ? 960 : 660));
        CHECK(side->language == (person_reads_arabic ? "fr" : "ar"));
        CHECK(mine->rect.x == doctest::Approx(person_reads_arabic ? 1620 : 0));
        CHECK(mine->language == (person_reads_arabic ? "ar" : "fr"));
    }
}

TEST_CASE("widgets note their words only while somebody reads them") {
    Bench bench;
    bench.frame([](Frame& frame) {
        heading(frame, "before", {0, 0, 500, 60}, tr("Avant"));
        frame.start_noting();
        heading(frame, "heading", {0, 80, 500, 60}, tr("Quel est votre nom ?"));
        choice(frame, "option:oui", {0, 160, 500, 80}, {.label = tr("Oui"), .help = tr("Aide")});
        const auto noted = frame.stop_noting();
        heading(frame, "after", {0, 300, 500, 60}, tr("Après"));
        REQUIRE(noted.size() == 3);
        CHECK(noted[0].words.id == "Quel est votre nom ?");
        CHECK(noted[1].role == Role::Option);
        CHECK(noted[2].words.id == "Aide");
        CHECK(frame.stop_noting().empty());
    });
}

TEST_CASE("what waits for the person is drawn and cannot be touched") {
    Bench bench;
    bool pressed = false;
    const Bench::Draw draw = [&](Frame& frame) {
        frame.set_idle(true);
        pressed |= button(frame, "agree", {0, 0, 300, 80}, {.label = tr("Je suis d’accord")});
        frame.set_idle(false);
    };
    bench.frame(draw);
    CHECK(bench.tap(draw, "agree"));
    CHECK_FALSE(pressed);
    CHECK_FALSE(find(bench.memory.tree(), "agree")->enabled);
}

TEST_CASE("the screen is in two where there is room, else one under or instead of the other") {
    const auto split_on = [](const Display& display) {
        Bench bench;
        bench.display = display;
        Split split{};
        bench.frame([&](Frame& frame) { split = split_of(frame, with_nadia()); });
        return split;
    };
    CHECK(split_on({1920, 1080, 4.03f}) == Split::Across);
    CHECK(split_on({1080, 1920, 4.03f}) == Split::Down);
    CHECK(split_on({1024, 768, 3.8f}) == Split::No); // no question to put aside
    Bench bench;
    auto visit = with_nadia();
    visit.panel = visit::Panel::Look;
    bench.frame([&](Frame& frame) { CHECK(split_of(frame, visit) == Split::No); });
}

TEST_CASE("the banner gives the keyboard back at one touch") {
    Bench bench;
    auto visit = with_nadia();
    visit.beside->holds = true;
    std::optional<visit::Event> asked;
    const Bench::Draw draw = [&](Frame& frame) {
        auto body = frame.screen();
        auto now = draw_banners(frame, visit, body);
        CHECK(body.y > frame.metrics().target());
        if (now)
            asked = std::move(now);
    };
    bench.frame(draw);
    REQUIRE(bench.tap(draw, "take-back"));
    REQUIRE(asked);
    CHECK(std::holds_alternative<visit::did::TakeBackKeyboard>(*asked));
}

TEST_CASE("a thing pointed at gets a ring that fades") {
    Bench bench;
    const auto vertices = [&](float left) {
        ImGui::GetIO().DisplaySize = {1920, 1080};
        ImGui::GetIO().DeltaTime = 0.016f;
        ImGui::NewFrame();
        {
            Frame frame{
                bench.memory,
                {.words = bench.words,
                 .display = bench.display,
                 .size = {},
                 .theme = {},
                 .now = {},
                 .ring = "continue",
                 .ring_left = left}};
            button(frame, "continue", {100, 100, 300, 80}, {.label = tr("Continuer")});
        }
        ImGui::Render();
        return ImGui::GetDrawData()->TotalVtxCount;
    };
    const auto without = vertices(0);
    CHECK(vertices(1) > without);
    CHECK(vertices(0.1f) > without);
    CHECK(vertices(0) == without);
}

} // namespace guichet::ui
