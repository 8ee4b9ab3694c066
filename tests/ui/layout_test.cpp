// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/text_box.hpp"
#include "ui/kit/widgets.hpp"
#include "ui/kit_harness.hpp"
#include "ui/layout.hpp"

#include <doctest/doctest.h>

namespace guichet::ui {
namespace {

using i18n::tr;
using i18n::verbatim;

const std::string canary = "CANARI";

std::string all_words(const call::Layout& layout) {
    std::string all;
    for (const auto& mark : layout.marks)
        all += mark.id + "|" + mark.role + "|" + mark.name + "\n";
    return all;
}

/// A screen on which everything a person could have written stands somewhere.
void draw_everything(Frame& frame) {
    const Rect line{40, 20, 900, 80};
    const auto at = [&](int row) {
        return Rect{line.x, line.y + 95.0f * static_cast<float>(row), line.width, 80};
    };
    heading(frame, "heading", at(0), tr("Quel est votre nom ?"));
    label(frame, "help", at(1), tr("Il est écrit sur votre carte."), TextRole::Body, {});
    text_box(frame, "part:0", at(2), {.name = tr("Nom"), .text = canary});
    choice(frame, "option:oui", at(3), {.label = tr("Oui"), .help = verbatim(canary)});
    button(frame, "continue", at(4), {.label = tr("Continuer")});
    label(frame, "value:nom", at(5), verbatim(canary), TextRole::Value, {});
    heading(frame, "remove", at(6), tr("Enlever « {what} » ?").with("what", canary));
    choice(frame, "option:75056", at(7), {.label = tr("Paris"), .found = true});
    alert(frame, "finding:0", at(8), tr("Ce nom est trop long."));
    button(frame, "open:0", at(9), {.label = tr("Ouvrir {name}").with("name", canary)});
    label(frame, "chosen", at(10), tr("C’est choisi."), TextRole::Body, {});
    button(frame, "language", {1200, 20, 300, 80}, {.label = verbatim(canary)});
    choice(frame, "contact", {1200, 200, 300, 80}, {.label = verbatim(canary)});
}

} // namespace

TEST_CASE("what is shown to somebody elsewhere has labels and places, nothing a person wrote") {
    Bench bench;
    bench.display = {1920, 1200, 4.03f};
    const auto tree = bench.frame(draw_everything);
    const auto layout = to_layout(tree, {0, 0, 1920, 1200});
    CHECK(
        all_words(layout) == "heading|heading|Quel est votre nom\u00A0?\n"
                             "help|text|Il est écrit sur votre carte.\n"
                             "part:0|text-box|Nom\n"
                             "option:oui|option|Oui\n"
                             "continue|button|Continuer\n"
    );
    CHECK(all_words(layout).find(canary) == std::string::npos);
}

TEST_CASE("places are fractions of the screen, as it is seen") {
    Bench bench;
    for (const bool arabic : {false, true}) {
        CAPTURE(arabic);
        if (arabic)
            bench.words = arabic_words();
        const auto tree = bench.frame([](Frame& frame) {
            button(frame, "continue", {0, 0, 480, 540}, {.label = tr("Continuer")});
        });
        const auto layout = to_layout(tree, {0, 0, 1920, 1080});
        REQUIRE(layout.marks.size() == 1);
        CHECK(layout.marks.front().x == doctest::Approx(arabic ? 0.75 : 0.0));
        CHECK(layout.marks.front().width == doctest::Approx(0.25));
        CHECK(layout.marks.front().height == doctest::Approx(0.5));
    }
}

TEST_CASE("what cannot be seen or lies under something is not shown") {
    Bench bench;
    const auto tree = bench.frame([](Frame& frame) {
        frame.begin_clip({0, 0, 500, 100});
        button(frame, "hidden", {0, 200, 300, 80}, {.label = tr("Continuer")});
        frame.end_clip();
        frame.set_covered(true);
        button(frame, "covered", {0, 400, 300, 80}, {.label = tr("Continuer")});
    });
    CHECK(to_layout(tree, {0, 0, 1920, 1080}).marks.empty());
}

} // namespace guichet::ui
