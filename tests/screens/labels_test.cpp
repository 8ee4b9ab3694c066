// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/headless.hpp"
#include "ui/layout.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace guichet;
using test::Setting;

namespace {

constexpr std::size_t shortest_word = 4; // shorter ones stand in our own labels too

/// What this visit's person wrote, chose in a register, or had read.
std::set<std::string> words_of(const visit::Visit& visit) {
    std::set<std::string> words;
    for (const auto& [path, answer] : visit.answers.all()) {
        if (const auto* text = std::get_if<std::string>(&answer.value))
            words.insert(*text);
        if (const auto* address = std::get_if<procedure::Address>(&answer.value))
            words.insert(address->street);
        if (const auto* commune = std::get_if<procedure::Commune>(&answer.value))
            words.insert(commune->name);
    }
    for (const auto& [path, draft] : visit.drafts)
        words.insert(draft.parts.begin(), draft.parts.end());
    for (const auto& match : visit.matches)
        if (match.id != procedure::unlisted_option)
            words.insert(match.id);
    if (visit.confirming)
        for (const auto& proposal : visit.confirming->reading.proposals)
            words.insert(proposal.value);
    std::erase_if(words, [](const auto& word) { return word.size() < shortest_word; });
    return words;
}

bool has(const std::string& text, const std::string& word) {
    return text.find(word) != std::string::npos;
}

} // namespace

TEST_CASE("who points at a screen sees its labels and never what the person wrote") {
    const Setting setting;
    test::Headless screen{setting.display};
    int on_screen = 0;
    for (const auto& state : test::all_states()) {
        CAPTURE(state.name);
        const auto& tree = screen.draw(state, setting);
        const auto layout = ui::to_layout(tree, ui::whole(setting.display));
        for (const auto& word : words_of(state.visit)) {
            on_screen += static_cast<int>(std::ranges::count_if(tree, [&](const auto& node) {
                return has(node.name, word) || has(node.value, word);
            }));
            for (const auto& mark : layout.marks) {
                CAPTURE(mark.id);
                CHECK_FALSE(has(mark.name, word));
                CHECK_FALSE(has(mark.id, word));
            }
        }
    }
    CHECK(on_screen > 50); // what must not be told was there to be told
}

TEST_CASE("a label lies where it is seen, in fractions of the screen") {
    const Setting setting;
    test::Headless screen{setting.display};
    for (const auto& state : test::all_states()) {
        CAPTURE(state.name);
        const auto& tree = screen.draw(state, setting);
        const auto layout = ui::to_layout(tree, ui::whole(setting.display));
        CHECK_FALSE(layout.marks.empty());
        for (const auto& mark : layout.marks) {
            CAPTURE(mark.id);
            const auto* node = ui::find(tree, mark.id);
            REQUIRE(node != nullptr);
            CHECK(mark.name == node->name);
            CHECK(std::abs(mark.x * setting.display.width - node->seen.x) < 0.2);
            CHECK(std::abs(mark.height * setting.display.height - node->seen.height) < 0.2);
            CHECK(mark.x >= -0.001);
            CHECK(mark.y + mark.height <= 1.001);
        }
    }
}
