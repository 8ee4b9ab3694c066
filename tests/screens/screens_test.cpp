// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/rules.hpp"
#include "text/paragraph.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <doctest/doctest.h>

using namespace guichet;
using test::Setting;

namespace {

constexpr std::array sizes{
    visit::TextSize::Normal,
    visit::TextSize::Large,
    visit::TextSize::Larger,
    visit::TextSize::Largest};
constexpr std::array languages{"fr", "en", "ar"};

void check_rules(const Setting& setting) {
    CAPTURE(to_text(setting));
    test::Headless screen{setting.display};
    for (const auto& state : test::all_states())
        for (const auto& problem : test::broken_rules(screen.draw(state, setting), setting))
            FAIL_CHECK(state.name << ": " << problem);
}

} // namespace

TEST_CASE("every screen keeps its rules in every language and text size") {
    for (const auto* language : languages)
        for (const auto size : sizes)
            check_rules({.language = language, .size = size});
}

TEST_CASE("every screen keeps its rules on small, large and upright displays") {
    constexpr std::array displays{
        ui::Display{1024, 768, 3.8f},
        ui::Display{3840, 2160, 8.06f},
        ui::Display{1080, 1920, 4.03f}};
    for (const auto& display : displays)
        for (const auto* language : {"fr", "ar"})
            for (const auto size : {visit::TextSize::Normal, visit::TextSize::Largest})
                check_rules({.language = language, .size = size, .display = display});
}

TEST_CASE("words of the person that a document does not change are not said to be asked again") {
    const Setting setting;
    test::Headless headless{setting.display};
    int said = 0;
    for (const auto& node : headless.draw(test::state_of("confirm-own-words"), setting)) {
        said += node.name == "Non utilisé. Votre réponse ne change pas." ? 1 : 0;
        CHECK(node.name != "Non utilisé. La question sera posée.");
    }
    CHECK(said == 1);
}

TEST_CASE("words stand out from what is under them in every theme") {
    constexpr std::array themes{
        visit::Theme::Default,
        visit::Theme::Dark,
        visit::Theme::BlackOnWhite,
        visit::Theme::YellowOnBlack,
        visit::Theme::Soft};
    for (const auto theme : themes) {
        const Setting setting{.theme = theme};
        CAPTURE(to_text(setting));
        test::Headless screen{setting.display};
        for (const auto& state : test::all_states())
            for (const auto& problem : test::too_faint(screen.draw(state, setting), setting))
                FAIL_CHECK(state.name << ": " << problem);
    }
}

TEST_CASE("somebody is called at the same place on every screen") {
    for (const auto* language : languages)
        for (const auto size : sizes) {
            const Setting setting{.language = language, .size = size};
            CAPTURE(to_text(setting));
            test::Headless screen{setting.display};
            std::optional<ui::Rect> place;
            for (const auto& state : test::all_states()) {
                CAPTURE(state.name);
                const auto* call = ui::find(screen.draw(state, setting), "call");
                REQUIRE(call != nullptr);
                if (!place)
                    place = call->rect;
                CHECK((call->rect == *place));
            }
        }
}

namespace {

bool just_shows_a_question(const app::GalleryState& state) {
    return state.name.starts_with("question-") && !state.name.ends_with("-empty") &&
           !state.name.ends_with("-answered");
}

/// Where the keyboard begins, or the row of the call where there is none.
float top_of_keys(const ui::Tree& tree) {
    float top = ui::find(tree, "call")->rect.y;
    for (const auto& node : tree)
        if (node.id.starts_with("key:"))
            top = std::min(top, node.rect.y);
    return top;
}

/// What has the focus at some time while the key "next" is pressed from end to end.
std::set<std::string>
reached_by_key(test::Headless& screen, const app::GalleryState& state, const Setting& setting) {
    const auto presses = screen.draw(state, setting).size() + 2;
    std::set<std::string> reached;
    for (std::size_t i = 0; i < presses; ++i)
        for (const auto& node : screen.press(state, setting, ui::FocusKey::Next))
            if (node.focused)
                reached.insert(node.id);
    return reached;
}

} // namespace

TEST_CASE("the first box of a question is in sight when the question shows") {
    for (const auto* language : {"fr", "ar"})
        for (const auto size : sizes) {
            const Setting setting{.language = language, .size = size};
            CAPTURE(to_text(setting));
            test::Headless screen{setting.display};
            int looked_at = 0;
            for (const auto& state : test::all_states()) {
                const auto& tree = screen.draw(state, setting);
                const auto* box = ui::find(tree, "part:0");
                if (!just_shows_a_question(state) || box == nullptr || !box->chosen)
                    continue;
                CAPTURE(state.name);
                ++looked_at;
                CHECK(box->rect.bottom() <= top_of_keys(tree) + 0.5f);
                CHECK(box->rect.y >= ui::find(tree, "leave")->rect.bottom() - 0.5f);
            }
            CHECK(looked_at >= 15);
        }
}

TEST_CASE("two keys reach everything that can be touched") {
    const Setting setting;
    test::Headless screen{setting.display};
    for (const auto& state : test::all_states()) {
        CAPTURE(state.name);
        const ui::Tree shown = screen.draw(state, setting);
        const auto reached = reached_by_key(screen, state, setting);
        for (const auto& node : shown) {
            CAPTURE(node.id);
            // The focus scrolls by itself, and at an end one of these is not there.
            const bool scrolls = node.id.ends_with(":up") || node.id.ends_with(":down");
            if (node.touchable() && !scrolls)
                CHECK(reached.contains(node.id));
        }
    }
}

TEST_CASE("every character of every screen is in a font") {
    for (const auto* language : languages) {
        const Setting setting{.language = language};
        test::Headless screen{setting.display};
        std::set<std::string> words;
        for (const auto& state : test::all_states())
            for (const auto& node : screen.draw(state, setting)) {
                words.insert(node.name);
                words.insert(node.value);
            }
        for (const auto& one : words) {
            CAPTURE(one);
            const text::Paragraph paragraph{one, {}, i18n::language(language), 2000};
            CHECK(paragraph.unknown_glyphs() == 0);
        }
    }
}
