// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.hpp"
#include "ui/kit/widgets.hpp"
#include "ui/kit_harness.hpp"

#include <array>
#include <cmath>
#include <set>
#include <vector>

#include <doctest/doctest.h>

namespace guichet::ui {
namespace {

using visit::TextSize;
using visit::Theme;

constexpr auto all_sizes = std::to_array<TextSize>({
    TextSize::Normal,
    TextSize::Large,
    TextSize::Larger,
    TextSize::Largest,
});
constexpr auto all_themes = std::to_array<Theme>({
    Theme::Default,
    Theme::Dark,
    Theme::BlackOnWhite,
    Theme::YellowOnBlack,
    Theme::Soft,
});

struct Pair {
    const char* what;
    text::Colour front;
    text::Colour back;
};

/// Every colour of words on every colour they are drawn on.
std::vector<Pair> words_of(const Colours& c) {
    return {
        {"ink on paper", c.ink, c.paper},
        {"ink on card", c.ink, c.card},
        {"ink on a chosen option", c.ink, c.action_soft},
        {"ink on human soft", c.ink, c.human_soft},
        {"ink on error soft", c.ink, c.error_soft},
        {"soft on paper", c.soft, c.paper},
        {"soft on card", c.soft, c.card},
        {"soft on a chosen option", c.soft, c.action_soft},
        {"action on card", c.action, c.card},
        {"action on paper", c.action, c.paper},
        {"on action", c.on_action, c.action},
        {"on human", c.on_human, c.human},
        {"human ink on human soft", c.human_ink, c.human_soft},
        {"human ink on card", c.human_ink, c.card},
        {"human ink on paper", c.human_ink, c.paper},
        {"ok on card", c.ok, c.card},
        {"ok on paper", c.ok, c.paper},
        {"error on error soft", c.error, c.error_soft},
        {"error on card", c.error, c.card},
        {"error on paper", c.error, c.paper}};
}

TEST_CASE("words have the contrast each theme promises") {
    struct Case {
        Theme theme;
        double least;
        double most;
    };
    const auto cases = std::to_array<Case>({
        {Theme::Default, 10, 21},
        {Theme::Dark, 10, 21},
        {Theme::BlackOnWhite, 21, 21.01},
        {Theme::YellowOnBlack, 19, 21},
        {Theme::Soft, 4.5, 8},
    });
    for (const auto& c : cases) {
        CAPTURE(static_cast<int>(c.theme));
        for (const auto& pair : words_of(colours(c.theme))) {
            CAPTURE(pair.what);
            CHECK(contrast(pair.front, pair.back) >= c.least);
            CHECK(contrast(pair.front, pair.back) <= c.most);
        }
    }
}

TEST_CASE("edges of what can be touched, and the focus, are seen: 3 to 1") {
    for (const Theme theme : all_themes) {
        CAPTURE(static_cast<int>(theme));
        const auto& c = colours(theme);
        for (const auto back : {c.paper, c.card}) {
            CHECK(contrast(c.line, back) >= 3);
            CHECK(contrast(c.focus, back) >= 3);
            CHECK(contrast(c.action, back) >= 3);
            CHECK(contrast(c.human_ink, back) >= 3);
        }
    }
}

TEST_CASE("two-colour themes have two colours") {
    for (const Theme theme : {Theme::BlackOnWhite, Theme::YellowOnBlack}) {
        const auto& c = colours(theme);
        for (const auto colour :
             {c.card,
              c.soft,
              c.line,
              c.action,
              c.action_soft,
              c.on_action,
              c.human,
              c.human_soft,
              c.on_human,
              c.ok,
              c.error,
              c.error_soft,
              c.focus,
              c.human_ink,
              c.hairline})
            CHECK((colour == c.paper || colour == c.ink));
    }
}

TEST_CASE("the human colour is nobody else's") {
    for (const Theme theme : {Theme::Default, Theme::Dark, Theme::Soft}) {
        const auto& c = colours(theme);
        for (const auto other : {c.action, c.error, c.ok, c.focus, c.line})
            CHECK(c.human != other);
    }
}

TEST_CASE("contrast is the ratio of WCAG 2") {
    CHECK(contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
    CHECK(contrast({255, 255, 255}, {0x77, 0x77, 0x77}) == doctest::Approx(4.48).epsilon(0.01));
    CHECK(contrast({9, 9, 9}, {9, 9, 9}) == doctest::Approx(1));
}

constexpr auto displays = std::to_array<Display>({
    {1920, 1080, 4.03f},
    {1920, 1080, 5.56f},
    {1080, 1920, 5.56f},
    {3840, 2160, 6.4f},
    {1024, 768, 3.8f},
});

TEST_CASE("capitals are as high as promised on every screen") {
    struct Promise {
        TextRole role;
        float normal;
        float largest;
    };
    const auto promises = std::to_array<Promise>({
        {TextRole::Title, 7.2f, 8.0f},
        {TextRole::Question, 6.2f, 8.0f},
        {TextRole::Heading, 5.2f, 7.4f},
        {TextRole::Body, 4.8f, 7.4f},
        {TextRole::Small, 3.5f, 7.4f},
        {TextRole::Button, 4.8f, 7.4f},
        {TextRole::Value, 4.8f, 7.4f},
        {TextRole::Key, 4.8f, 7.4f},
    });
    for (const auto& display : displays) {
        for (const auto& p : promises) {
            CAPTURE(display.width);
            CAPTURE(static_cast<int>(p.role));
            const auto mm = [&](TextSize size) {
                return Metrics{display, size}.style(p.role).cap_height / display.pixels_per_mm;
            };
            CHECK(mm(TextSize::Normal) >= p.normal);
            CHECK(mm(TextSize::Largest) >= p.largest);
            CHECK(mm(TextSize::Normal) < mm(TextSize::Large));
            CHECK(mm(TextSize::Large) < mm(TextSize::Larger));
            CHECK(mm(TextSize::Larger) < mm(TextSize::Largest));
        }
    }
}

/// How many rows of pixels have ink in them.
int rows_of_ink(const text::Coverage& image) {
    int rows = 0;
    for (int y = 0; y < image.height; ++y) {
        bool ink = false;
        for (int x = 0; x < image.width; ++x)
            ink = ink || image.at(x, y) > 127;
        rows += ink ? 1 : 0;
    }
    return rows;
}

TEST_CASE("the pixels of a drawn H are the millimetres promised") {
    for (const auto& display : displays) {
        for (const TextSize size : all_sizes) {
            CAPTURE(display.width);
            const Metrics metrics{display, size};
            const auto image =
                text::Paragraph{"H", metrics.style(TextRole::Body), i18n::french(), 0}.pixels();
            const float least = size == TextSize::Largest ? 7.4f : 4.8f;
            CHECK(static_cast<float>(rows_of_ink(image)) / display.pixels_per_mm >= least);
        }
    }
}

TEST_CASE("screens are told apart by the room they have for the text chosen") {
    struct Case {
        Display display;
        TextSize size;
        bool narrow;
        bool low;
    };
    const auto cases = std::to_array<Case>({
        {{1920, 1080, 4.03f}, TextSize::Normal, false, false},
        {{1920, 1080, 5.56f}, TextSize::Normal, false, false},
        {{1080, 1920, 5.56f}, TextSize::Normal, true, false},
        {{1080, 1920, 5.56f}, TextSize::Largest, true, false},
        {{3840, 2160, 6.4f}, TextSize::Normal, false, false},
        {{1024, 768, 3.8f}, TextSize::Normal, true, false},
        {{1024, 768, 3.8f}, TextSize::Largest, true, true},
    });
    for (const auto& c : cases) {
        CAPTURE(c.display.width);
        CAPTURE(static_cast<int>(c.size));
        const Metrics metrics{c.display, c.size};
        CHECK(metrics.narrow() == c.narrow);
        CHECK(metrics.low() == c.low);
    }
}

TEST_CASE("every icon is a symbol of the font") {
    Bench bench;
    std::set<std::uint64_t> textures;
    const Bench::Draw draw = [](Frame& frame) {
        for (int i = 1; i <= static_cast<int>(Icon::Line); ++i)
            icon(frame, {100, 100, 80, 80}, static_cast<Icon>(i), frame.colours().ink);
    };
    bench.frame(draw);
    // As many different symbols as icons: none is missing from the list of glyphs.
    CHECK(bench.memory.words().laid_out() == static_cast<std::uint64_t>(Icon::Line));
}

} // namespace
} // namespace guichet::ui
