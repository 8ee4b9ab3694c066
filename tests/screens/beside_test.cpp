// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/headless.hpp"
#include "ui/layout.hpp"

#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace guichet;
using test::Setting;

TEST_CASE("a question's page shows its title, its help and what can be touched") {
    const Setting setting;
    test::Headless headless{setting.display};
    for (const auto* name : {"beside-choice", "question-choice"}) {
        CAPTURE(name);
        const auto& tree = headless.draw(test::state_of(name), setting);
        std::set<std::string> roles;
        for (const auto& mark : ui::to_layout(tree, ui::whole(setting.display)).marks)
            roles.insert(mark.role);
        CHECK(roles.contains("heading"));
        CHECK(roles.contains("button"));
        CHECK(roles.contains("option"));
    }
}

TEST_CASE("the mediator's side says the question in their language, and the notes") {
    const Setting setting{.language = "ar"};
    test::Headless headless{setting.display};
    const auto& state = test::state_of("beside-choice");
    const auto& question = *state.visit.question();
    const auto& tree = headless.draw(state, setting);
    const auto in_english = test::words_in("en").text(question.label);
    bool is_said = false;
    for (const auto& node : tree)
        is_said = is_said || (node.name == in_english && node.language == "en" &&
                              node.id.starts_with("beside:"));
    CHECK(is_said);
    const auto* heading = ui::find(tree, "heading");
    REQUIRE(heading != nullptr);
    CHECK(heading->language == "ar");
    const auto* side = ui::find(tree, "beside:with");
    REQUIRE(side != nullptr);
    CHECK(side->rect.right() < heading->rect.x); // the screen begins at the right
}

TEST_CASE("with a lent keyboard, what waits for the person cannot be touched, and it is said") {
    const Setting setting;
    test::Headless headless{setting.display};
    const auto& tree = headless.draw(test::state_of("beside-lent-waits"), setting);
    for (const auto* id : {"continue", "leave", "part:0"}) {
        CAPTURE(id);
        const auto* node = ui::find(tree, id);
        REQUIRE(node != nullptr);
        CHECK_FALSE(node->enabled);
    }
    REQUIRE(ui::find(tree, "take-back") != nullptr);
    CHECK(ui::find(tree, "take-back")->enabled);
    CHECK(ui::find(tree, "call")->enabled);
    CHECK(ui::find(tree, "banner:lent:more") != nullptr);
}
