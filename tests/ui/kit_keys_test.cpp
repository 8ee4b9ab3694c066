// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/keys.hpp"
#include "ui/kit/text_box.hpp"
#include "ui/kit_harness.hpp"

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
        for (int bits = 0; bits < 32; ++bits) {
            CAPTURE(static_cast<int>(keys));
            CAPTURE(bits);
            const Memory::KeyboardMode mode{(bits & 1) != 0, false, (bits & 2) != 0};
            const KeyRoom room{(bits & 4) != 0, (bits & 8) != 0, (bits & 16) != 0};
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
            CHECK(erases);
        }
    }
    CHECK(key_grid(Keyboard::None, {}, {}).rows.empty());
}

TEST_CASE("names of people and places in France can be written without a trick") {
    for (const bool narrow : {false, true}) {
        for (const bool alphabetical : {false, true}) {
            CAPTURE(narrow);
            CAPTURE(alphabetical);
            std::set<std::string> have;
            for (const bool signs : {false, true})
                for (const auto& row :
                     key_grid(Keyboard::Letters, {alphabetical, false, signs}, {narrow}).rows)
                    for (const auto& key : row)
                        have.insert(std::string{key.writes});
            for (const char* letter :
                 {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m",
                  "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z",
                  "é", "è", "ê", "ë", "à", "â", "ç", "ù", "û", "ü", "î", "ï", "ô",
                  "ö", "œ", "æ", "ÿ", "ñ", "'", "-", "0", "1", "9", "@", "/", ","}) {
                CAPTURE(letter);
                CHECK(have.count(letter) == 1);
            }
        }
    }
}

TEST_CASE("keys are as large as promised, apart, and inside the screen") {
    struct Case {
        Display display;
        float least; ///< millimetres
    };
    const Case cases[] = {
        {{1920, 1080, 4.03f}, 15.0f},
        {{1920, 1080, 5.56f}, 15.0f},
        {{1080, 1920, 5.56f}, 15.0f},
        {{3840, 2160, 6.4f}, 15.0f},
        {{1024, 768, 3.8f}, 15.0f}};
    struct Shown {
        Keyboard keys;
        visit::TextSize size;
        bool signs;
    };
    std::vector<Shown> all;
    for (const Keyboard keys :
         {Keyboard::Letters, Keyboard::Mixed, Keyboard::Email, Keyboard::Digits})
        for (const auto size : {visit::TextSize::Normal, visit::TextSize::Largest})
            for (const bool signs : {false, true})
                all.push_back({keys, size, signs});
    for (const auto& c : cases) {
        for (const auto& [keys, size, signs] : all) {
            CAPTURE(c.display.width);
            CAPTURE(static_cast<int>(size));
            CAPTURE(signs);
            CAPTURE(c.display.pixels_per_mm);
            CAPTURE(static_cast<int>(keys));
            Bench bench;
            bench.display = c.display;
            bench.size = size;
            bench.memory.keyboard().signs = signs;
            const auto shown = keys;
            const Bench::Draw draw = [shown](Frame& frame) {
                const float width = frame.screen().width - 2 * frame.metrics().margin();
                const Rect rect{
                    frame.metrics().margin(), 100, width, keyboard_height(frame, shown, width)};
                keyboard(frame, rect, shown, {.text = ""});
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
                for (const Node& other : tree) {
                    const float apart = 2.54f * c.display.pixels_per_mm - 1;
                    const bool touching = &key != &other &&
                                          other.rect.x < key.rect.right() + apart &&
                                          key.rect.x < other.rect.right() + apart &&
                                          other.rect.y < key.rect.bottom() + apart &&
                                          key.rect.y < other.rect.bottom() + apart;
                    if (touching)
                        FAIL_CHECK(other.id);
                }
            }
        }
    }
}

} // namespace
} // namespace guichet::ui
