// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interface.hpp"
#include "ui/kit/widgets.hpp"
#include "ui/kit_harness.hpp"

#include <algorithm>
#include <map>

#include <doctest/doctest.h>

namespace guichet::ui {
namespace {

using i18n::tr;
using i18n::verbatim;

TEST_CASE("a button asks for at least a target and room for its words") {
    Bench bench;
    bench.frame([](Frame& frame) {
        const auto& m = frame.metrics();
        const auto small = button_size(frame, {.label = verbatim("i")}, 500);
        CHECK(small.width >= m.target());
        CHECK(small.height >= m.target());
        const auto main = button_size(frame, {.label = verbatim("i"), .look = Look::Main}, 500);
        CHECK(main.height >= m.main_target());
        const auto wide = button_size(frame, {.label = verbatim("Appeler quelqu’un")}, 900);
        CHECK(wide.width > small.width);
        const auto tall = button_size(frame, {.label = verbatim("Appeler quelqu’un")}, 180);
        CHECK(tall.height > small.height);
    });
}

/// Buttons of every look one below the other, narrower than they ask for by that part.
void draw_buttons(Frame& frame, float less) {
    float y = 20;
    int i = 0;
    for (const auto icon : {Icon::None, Icon::Human})
        for (const float most : {330.0f, 380.0f, 900.0f})
            for (const auto look : {Look::Main, Look::Quiet, Look::Second}) {
                const Button b{.label = tr("Appeler quelqu’un"), .look = look, .icon = icon};
                const auto size = button_size(frame, b, most);
                const float width = size.width * (1 - less);
                button(frame, std::to_string(i++), {20, y, width, size.height}, b);
                y += size.height + 12;
            }
}

TEST_CASE("words drawn in the size asked for are not clipped, in less they are") {
    for (const char* code : {"fr", "ar"}) {
        CAPTURE(code);
        Bench bench;
        if (std::string{"ar"} == code)
            bench.words = arabic_words();
        for (const float less : {0.0f, 0.5f}) {
            const auto& tree = bench.frame([less](Frame& frame) { draw_buttons(frame, less); });
            REQUIRE(tree.size() >= 18);
            const auto clipped = std::ranges::count_if(tree, &Node::clipped);
            if (less > 0)
                CHECK(clipped > 5);
            else
                CHECK(clipped == 0);
        }
    }
}

TEST_CASE("words marked clipped are those that do not fit") {
    Bench bench;
    const Tree tree = bench.frame([](Frame& frame) {
        label(frame, "fits", {0, 0, 900, 100}, verbatim("mot"), TextRole::Body, {});
        label(frame, "low", {0, 200, 900, 10}, verbatim("mot"), TextRole::Body, {});
        label(
            frame, "thin", {0, 400, 40, 300}, verbatim("anticonstitutionnel"), TextRole::Body, {}
        );
    });
    CHECK(!find(tree, "fits")->clipped);
    CHECK(find(tree, "low")->clipped);
    CHECK(find(tree, "thin")->clipped);
}

TEST_CASE("words fit the width they were measured at") {
    Bench bench;
    const Tree tree = bench.frame([](Frame& frame) {
        int i = 0;
        for (const char* words : {"Étape 2 sur 6 · Vous", "Complémentaire santé solidaire", "Ij"}) {
            const auto size = frame.measure(words, TextRole::Small, 0);
            const auto again = frame.measure(words, TextRole::Small, size.width);
            CHECK(again.height == size.height); // still one line
            const Rect rect{10, 100.0f * static_cast<float>(++i), size.width, size.height};
            frame.words_at(rect, words, TextRole::Small, frame.colours().ink);
            frame.add({.id = words, .role = Role::Text, .name = words, .rect = rect});
        }
    });
    for (const Node& node : tree)
        CHECK(!node.clipped);
}

TEST_CASE("a node knows what it is drawn on") {
    Bench bench;
    const auto& c = colours(visit::Theme::Default);
    const Tree tree = bench.frame([](Frame& frame) {
        const auto ink = frame.colours().ink;
        frame.fill(frame.screen(), frame.colours().paper);
        label(frame, "on paper", {0, 0, 300, 60}, verbatim("mot"), TextRole::Body, ink);
        card(frame, {0, 100, 400, 400});
        label(frame, "on card", {10, 110, 300, 60}, verbatim("mot"), TextRole::Body, ink);
    });
    CHECK(find(tree, "on paper")->background == c.paper);
    CHECK(find(tree, "on card")->background == c.card);
    CHECK(find(tree, "on card")->foreground == c.ink);
}

TEST_CASE("a choice is as high as its words and says that it is chosen") {
    Bench bench;
    bool touched = false;
    const Bench::Draw draw = [&](Frame& frame) {
        const Choice one{
            .label = verbatim("Oui"),
            .help = verbatim("une longue explication qui prend plusieurs lignes dans la carte"),
            .icon = Icon::House,
            .mark = Choice::Mark::Round,
            .chosen = true};
        const float wide = choice_height(frame, one, 1200);
        const float thin = choice_height(frame, one, 350);
        CHECK(thin > wide);
        touched = choice(frame, "option:oui", {50, 50, 350, thin}, one) || touched;
    };
    bench.frame(draw);
    const Node* node = find(bench.memory.tree(), "option:oui");
    CHECK(node->chosen);
    CHECK(!node->clipped);
    CHECK(node->role == Role::Option);
    CHECK(bench.tap(draw, "option:oui"));
    CHECK(touched);
}

TEST_CASE("a picture keeps its shape, and is not mirrored with the screen") {
    for (const bool arabic : {false, true}) {
        Bench bench;
        if (arabic)
            bench.words = arabic_words();
        const auto image = std::make_shared<Image>();
        image->width = 40;
        image->height = 20;
        image->rgba.assign(std::size_t{40} * 20 * 4, 255);
        Rect drawn;
        bench.frame([&](Frame& frame) {
            drawn = picture(
                frame, "page", {100, 100, 400, 400}, image, verbatim("Carte"), {{0, 0, 10, 5}}
            );
        });
        CHECK(drawn == Rect{100, 200, 400, 200});
        CHECK(find(bench.memory.tree(), "page")->role == Role::Picture);
    }
}

/// Counts the textures that live.
struct Living : Textures {
    std::map<std::uint64_t, int> alive;
    std::uint64_t last{0};
    std::uint64_t upload(const Image&) override { return add(); }
    std::uint64_t upload(const text::Coverage&) override { return add(); }
    std::uint64_t add() {
        alive[++last] = 1;
        return last;
    }
    void drop(std::uint64_t texture) override { CHECK(alive.erase(texture) == 1); }
};

TEST_CASE("a line is laid out once for all widths, and stands where one laid out for each stands") {
    const i18n::Language arabic{"ar", "", i18n::Direction::RightToLeft};
    NoTextures textures;
    WordCache cache{textures};
    for (const auto* language : {&i18n::french(), &arabic}) {
        const std::string words = language == &arabic ? "ما هو اسمك؟" : "Quel est votre nom ?";
        const auto before = cache.laid_out();
        for (const auto align : {text::Align::Start, text::Align::Centre, text::Align::End})
            for (const float width : {400.0f, 700.0f}) {
                const text::Style style{.cap_height = 20, .align = align};
                const auto laid = cache.lay_out({words, style, language, width});
                const text::Paragraph alone{words, style, *language, width};
                CHECK(laid.left() == doctest::Approx(alone.left()).epsilon(0.001));
                CHECK(laid.size().height == alone.size().height);
                CHECK(
                    laid.shift + laid.paragraph().caret(3).x == doctest::Approx(alone.caret(3).x)
                );
            }
        CHECK(cache.laid_out() == before + 1);
    }
}

TEST_CASE("words that wrap are laid out for their width") {
    NoTextures textures;
    WordCache cache{textures};
    const std::string words = "Des mots qui ne tiennent pas sur une ligne, ni même sur deux.";
    for (const float width : {180.0f, 260.0f, 500.0f}) {
        const auto laid = cache.lay_out({words, {.cap_height = 20}, &i18n::french(), width});
        const text::Paragraph alone{words, {.cap_height = 20}, i18n::french(), width};
        CHECK(laid.paragraph().lines() == alone.lines());
        CHECK(laid.paragraph().lines() > 1);
        CHECK(laid.shift == 0);
    }
}

TEST_CASE("words are laid out once, go when no longer drawn, and all when a visit ends") {
    Bench bench;
    Living living;
    Memory memory{living};
    const auto frame = [&](const std::string& words) {
        ImGui::GetIO().DisplaySize = {1920, 1080};
        ImGui::NewFrame();
        {
            Frame frame{memory, {bench.words, bench.display, {}, {}, Instant{}}};
            for (int i = 0; i < 20; ++i)
                frame.words_at({0, 0, 900, 100}, words + std::to_string(i), TextRole::Body, {});
        }
        ImGui::Render();
    };
    frame("a");
    const auto laid = memory.words().laid_out();
    CHECK(laid == 20);
    frame("a");
    CHECK(memory.words().laid_out() == laid);
    for (int i = 0; i < 400; ++i)
        frame("mot " + std::to_string(i) + " ");
    CHECK(living.alive.size() < 800);
    CHECK(memory.words().count() < 800);
    memory.forget();
    CHECK(living.alive.empty());
    CHECK(memory.words().count() == 0);
    CHECK(memory.tree().empty());
}

} // namespace
} // namespace guichet::ui
