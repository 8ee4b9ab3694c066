// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/keys.hpp"
#include "ui/kit/text_box.hpp"
#include "ui/kit_harness.hpp"

#include <array>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace guichet::ui {
namespace {

using procedure::Keyboard;

TEST_CASE("every keyboard fills its rows and has all it promises") {
    for (const Keyboard keys :
         {Keyboard::Letters,
          Keyboard::Mixed,
          Keyboard::Email,
          Keyboard::Digits,
          Keyboard::Nir,
          Keyboard::Phone,
          Keyboard::Amount}) {
        for (int bits = 0; bits < 128; ++bits) {
            CAPTURE(static_cast<int>(keys));
            CAPTURE(bits);
            const Memory::KeyboardMode mode{
                (bits & 1) != 0, false, (bits & 2) != 0, (bits & 64) != 0};
            const KeyRoom room{
                (bits & 4) != 0, (bits & 8) != 0, (bits & 16) != 0, (bits & 32) != 0};
            const auto grid = key_grid(keys, mode, room);
            bool erases = false;
            for (const auto& row : grid.rows) {
                float columns = 0;
                for (const auto& key : row) {
                    columns += key.columns;
                    erases = erases || key.act == KeyAct::Erase;
                }
                CHECK(columns == grid.columns);
            }
            const KeyRoom without{room.narrow, room.low, room.lines};
            CHECK(grid.rows.size() == key_grid(keys, mode, without).rows.size());
            CHECK(erases);
        }
    }
    CHECK(key_grid(Keyboard::None, {}, {}).rows.empty());
}

/// What a keyboard of letters can write, on its first face or on the one with signs.
std::set<std::string> letters_of(Memory::KeyboardMode mode, KeyRoom room) {
    std::set<std::string> all;
    for (const bool signs : {false, true}) {
        mode.signs = signs;
        for (const auto& row : key_grid(Keyboard::Letters, mode, room).rows)
            for (const auto& key : row)
                all.insert(std::string{key.writes});
    }
    return all;
}

TEST_CASE("names of people and places in France can be written without a trick") {
    for (const bool narrow : {false, true}) {
        for (const bool alphabetical : {false, true}) {
            CAPTURE(narrow);
            CAPTURE(alphabetical);
            const auto have = letters_of({alphabetical}, {narrow});
            for (const char* letter :
                 {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m",
                  "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z",
                  "é", "è", "ê", "ë", "à", "â", "ç", "ù", "û", "ü", "î", "ï", "ô",
                  "ö", "œ", "æ", "ÿ", "ñ", "'", "-", "0", "1", "9", "@", "/", ","}) {
                CAPTURE(letter);
                CHECK(have.contains(letter));
            }
        }
    }
}

TEST_CASE("who reads Arabic writes Arabic, and Latin letters one key away") {
    for (const bool narrow : {false, true}) {
        CAPTURE(narrow);
        const KeyRoom room{.narrow = narrow, .arabic = true};
        const auto arabic = letters_of({}, room);
        for (const char* letter :
             {"ا", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص",
              "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ك", "ل", "م", "ن", "ه", "و", "ي",
              "ء", "أ", "إ", "آ", "ؤ", "ئ", "ة", "ى", "،", "؟", "0", "9"}) {
            CAPTURE(letter);
            CHECK(arabic.contains(letter));
        }
        CHECK(letters_of({.latin = true}, room).contains("é"));
    }
    CHECK_FALSE(letters_of({}, {}).contains("ب"));
}

struct Shown {
    Keyboard keys;
    visit::TextSize size;
    bool signs;
};

std::vector<Shown> keyboards_shown() {
    std::vector<Shown> all;
    for (const Keyboard keys :
         {Keyboard::Letters, Keyboard::Mixed, Keyboard::Email, Keyboard::Digits})
        for (const auto size : {visit::TextSize::Normal, visit::TextSize::Largest})
            for (const bool signs : {false, true})
                all.push_back({keys, size, signs});
    return all;
}

bool stand_apart(const Rect& one, const Rect& other, float apart) {
    return other.x >= one.right() + apart || one.x >= other.right() + apart ||
           other.y >= one.bottom() + apart || one.y >= other.bottom() + apart;
}

TEST_CASE("keys are as large as promised, apart, and inside the screen") {
    struct Case {
        Display display;
        float least; ///< millimetres
    };
    const auto cases = std::to_array<Case>({
        {{1920, 1080, 4.03f}, 15.0f},
        {{1920, 1080, 5.56f}, 15.0f},
        {{1080, 1920, 5.56f}, 15.0f},
        {{3840, 2160, 6.4f}, 15.0f},
        {{1024, 768, 3.8f}, 15.0f},
    });
    const auto all = keyboards_shown();
    for (const auto& c : cases) {
        for (const auto& shown : all) {
            CAPTURE(c.display.width);
            CAPTURE(static_cast<int>(shown.size));
            CAPTURE(shown.signs);
            CAPTURE(c.display.pixels_per_mm);
            CAPTURE(static_cast<int>(shown.keys));
            Bench bench;
            bench.display = c.display;
            bench.size = shown.size;
            bench.memory.keyboard().signs = shown.signs;
            const Bench::Draw draw = [&shown](Frame& frame) {
                const float width = frame.screen().width - 2 * frame.metrics().margin();
                const Rect rect{
                    frame.metrics().margin(),
                    100,
                    width,
                    keyboard_height(frame, shown.keys, width)};
                keyboard(frame, rect, shown.keys, {.text = ""});
            };
            const Tree& tree = bench.frame(draw);
            REQUIRE(tree.size() > 10);
            for (const Node& key : tree) {
                CAPTURE(key.id);
                CHECK(!key.clipped);
                CHECK(key.rect.width >= c.least * c.display.pixels_per_mm - 1);
                CHECK(key.rect.height >= c.least * c.display.pixels_per_mm - 1);
                CHECK(key.rect.x >= 0);
                CHECK(key.rect.right() <= static_cast<float>(c.display.width));
                const float apart = 2.54f * c.display.pixels_per_mm - 1;
                for (const Node& other : tree)
                    CHECK_MESSAGE(
                        (&key == &other || stand_apart(key.rect, other.rect, apart)), other.id
                    );
            }
        }
    }
}

} // namespace
} // namespace guichet::ui
