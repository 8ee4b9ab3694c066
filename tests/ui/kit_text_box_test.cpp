// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interface.hpp"
#include "ui/kit/text_box.hpp"
#include "ui/kit_harness.hpp"

#include <doctest/doctest.h>

namespace guichet::ui {
namespace {

using procedure::Keyboard;

/// A box and its keyboard, as a question's screen has them.
struct Asking {
    std::string text;
    std::string shown;
    Keyboard keys{Keyboard::Letters};
    int longest{80};
    bool capitals{false};
    bool tall{false};
    int changes{0};

    Bench::Draw draw() {
        return [this](Frame& frame) {
            const TextBox box{
                .label = i18n::verbatim("Nom"),
                .text = text,
                .shown = shown,
                .longest = longest,
                .tall = tall,
                .capitals = capitals};
            const float height = text_box_height(frame, box, 900);
            give_caret(frame, "part:0");
            text_box(frame, "part:0", {100, 100, 900, height}, box);
            const Rect rest{40, 500, 1840, keyboard_height(frame, keys, 1840)};
            if (const auto typed = keyboard(frame, rest, keys, box)) {
                text = *typed;
                ++changes;
            }
        };
    }
};

TEST_CASE("touched keys write where the caret stands") {
    Bench bench;
    Asking asking;
    const auto draw = asking.draw();
    bench.frame(draw);
    for (const char* id : {"key:shift", "key:N", "key:O", "key:Ë", "key:L", "key:space", "key:-"})
        CHECK(bench.tap(draw, id));
    CHECK(asking.text == "Noël -");
    CHECK(bench.tap(draw, "key:erase"));
    CHECK(bench.tap(draw, "key:erase"));
    CHECK(asking.text == "Noël");
    CHECK(bench.tap(draw, "key:left"));
    CHECK(bench.tap(draw, "key:erase"));
    CHECK(asking.text == "Nol");
    CHECK(bench.tap(draw, "key:right"));
    CHECK(bench.tap(draw, "key:É"));
    CHECK(asking.text == "Nolé");
}

TEST_CASE("the alphabetical order and the page of figures are one touch away") {
    Bench bench;
    Asking asking;
    const auto draw = asking.draw();
    bench.frame(draw);
    const auto x_of = [&](const char* id) { return find(bench.memory.tree(), id)->rect.x; };
    CHECK(x_of("key:A") < x_of("key:Z"));
    CHECK(x_of("key:Z") < x_of("key:B"));
    bench.tap(draw, "key:order");
    CHECK(x_of("key:A") < x_of("key:B"));
    CHECK(x_of("key:B") < x_of("key:C"));
    bench.tap(draw, "key:signs");
    REQUIRE(bench.tap(draw, "key:7"));
    bench.tap(draw, "key:signs");
    bench.tap(draw, "key:B");
    CHECK(asking.text == "7b");
}

TEST_CASE("a capital is offered at each word's start, and can be refused") {
    Bench bench;
    Asking asking;
    asking.capitals = true;
    const auto draw = asking.draw();
    bench.frame(draw);
    CHECK(find(bench.memory.tree(), "key:J")->name == "J");
    for (const char* id :
         {"key:J", "key:E", "key:A", "key:N", "key:-", "key:shift", "key:P", "key:space", "key:D"})
        bench.tap(draw, id);
    CHECK(asking.text == "Jean-p D");
}

TEST_CASE("a key held for long on the screen writes once") {
    Bench bench;
    Asking asking;
    const auto draw = asking.draw();
    bench.frame(draw);
    const Rect key = find(bench.memory.tree(), "key:A")->rect;
    bench.move(key.x + 5, key.y + 5);
    bench.finger(true);
    for (int i = 0; i < 1000; ++i)
        bench.frame(draw);
    bench.finger(false);
    bench.frame(draw);
    bench.frame(draw);
    CHECK(asking.text == "a");
    CHECK(asking.changes == 1);
}

TEST_CASE("a physical keyboard writes too, its held keys only once") {
    Bench bench;
    Asking asking;
    const auto draw = asking.draw();
    bench.frame(draw);
    ImGuiIO& io = ImGui::GetIO();
    io.AddInputCharacter('e');
    io.AddInputCharacter(0xE9);
    bench.frame(draw);
    CHECK(asking.text == "eé");

    io.KeysDown['A'] = true; // held: the driver repeats the character
    for (int i = 0; i < 50; ++i) {
        io.AddInputCharacter('a');
        bench.frame(draw);
    }
    io.KeysDown['A'] = false;
    bench.frame(draw);
    CHECK(asking.text == "eéa");

    io.KeysDown[340] = true; // Shift held while letters are typed
    bench.frame(draw);
    bench.frame(draw);
    for (const char letter : {'B', 'C'}) {
        const auto code = static_cast<unsigned char>(letter);
        io.KeysDown[code] = true;
        io.AddInputCharacter(code);
        bench.frame(draw);
        io.KeysDown[code] = false;
        bench.frame(draw);
    }
    io.KeysDown[340] = false;
    CHECK(asking.text == "eéaBC");

    const auto press = [&](ImGuiKey key, int frames) {
        io.KeysDown[io.KeyMap[key]] = true;
        for (int i = 0; i < frames; ++i)
            bench.frame(draw);
        io.KeysDown[io.KeyMap[key]] = false;
        bench.frame(draw);
    };
    press(ImGuiKey_Home, 1);
    press(ImGuiKey_Delete, 60); // held: once
    CHECK(asking.text == "éaBC");
    press(ImGuiKey_End, 1);
    press(ImGuiKey_LeftArrow, 1);
    press(ImGuiKey_Backspace, 1);
    CHECK(asking.text == "éaC");
    press(ImGuiKey_Backspace, 120); // held: goes on
    CHECK(asking.text == "C");
}

TEST_CASE("nothing is written over the longest answer") {
    Bench bench;
    Asking asking;
    asking.longest = 2;
    asking.keys = Keyboard::Digits;
    const auto draw = asking.draw();
    bench.frame(draw);
    for (int i = 0; i < 4; ++i)
        bench.tap(draw, "key:1");
    CHECK(asking.text == "11");
}

TEST_CASE("a touch in the text moves the caret there") {
    Bench bench;
    Asking asking;
    asking.text = "aaaaaaaaaa";
    const auto draw = asking.draw();
    bench.frame(draw);
    const Rect box = find(bench.memory.tree(), "part:0")->rect;
    bench.tap(draw, box.x + 3, box.y + box.height / 2);
    bench.tap(draw, "key:B");
    CHECK(asking.text == "baaaaaaaaaa");
    bench.tap(draw, box.right() - 3, box.y + box.height / 2);
    bench.tap(draw, "key:B");
    CHECK(asking.text == "baaaaaaaaaab");
}

TEST_CASE("a text that something else has changed puts the caret at its end") {
    Bench bench;
    Asking asking;
    asking.text = "Dupond";
    const auto draw = asking.draw();
    bench.frame(draw);
    bench.tap(draw, "key:left");
    asking.text = "Martin";
    bench.frame(draw);
    bench.tap(draw, "key:S");
    CHECK(asking.text == "Martins");
}

TEST_CASE("a long text makes its box grow, then moves inside it") {
    Bench bench;
    Asking asking;
    asking.tall = true;
    std::vector<float> heights;
    const Bench::Draw measure = [&](Frame& frame) {
        std::string text;
        heights.clear();
        for (const int words : {1, 60, 600}) {
            text.clear();
            for (int w = 0; w < words; ++w)
                text += "phrase ";
            heights.push_back(text_box_height(frame, {.text = text, .tall = true}, 600));
        }
    };
    bench.frame(measure);
    REQUIRE(heights.size() == 3);
    CHECK(heights[0] < heights[1]);
    CHECK(heights[1] == heights[2]);
}

TEST_CASE("the keyboard stays left to right for a person who reads from the right") {
    Bench bench;
    bench.words = arabic_words();
    Asking asking;
    const auto draw = asking.draw();
    bench.frame(draw);
    const auto& tree = bench.memory.tree();
    CHECK(find(tree, "key:A")->rect.x < find(tree, "key:Z")->rect.x);
    CHECK(find(tree, "key:A")->language == "fr");
    bench.tap(draw, "key:A");
    bench.tap(draw, "key:B");
    CHECK(asking.text == "ab");
}

} // namespace
} // namespace guichet::ui
