// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/rules.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace guichet;
using test::Setting;

namespace {

/// Of all screens within a procedure, by how much the words of the header are taller than its
/// tallest button.
float most_over_buttons(const Setting& setting, int& seen) {
    test::Headless screen{setting.display};
    float most = 0;
    for (const auto& state : test::all_states()) {
        const auto& tree = screen.draw(state, setting);
        const auto* title = ui::find(tree, "title");
        const auto* step = ui::find(tree, "step");
        if (state.visit.procedure == nullptr || (title == nullptr && step == nullptr))
            continue;
        ++seen;
        float button = 0;
        for (const auto* id : {"language", "look", "leave"})
            if (const auto* node = ui::find(tree, id))
                button = std::max(button, node->rect.height);
        for (const auto* words : {title, step})
            if (words != nullptr)
                most = std::max(most, words->rect.height - button);
    }
    return most;
}

} // namespace

TEST_CASE("on ten inches, the header of a procedure is no taller than its buttons") {
    for (const auto* language : {"fr", "en", "ar"}) {
        const Setting setting{
            .language = language, .size = visit::TextSize::Largest, .display = {1024, 768, 5}};
        CAPTURE(to_text(setting));
        int seen = 0;
        CHECK(most_over_buttons(setting, seen) <= 0);
        CHECK(seen >= 40);
    }
}
