// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/type.hpp"
#include "ui/interface.hpp"
#include "ui/kit_harness.hpp"
#include "ui/one_question.hpp"
#include "visit/visit.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::ui;

namespace {

/// On the question for an address.
visit::Visit asked_for_address() {
    return asked(
        {.id = "adresse",
         .type = procedure::find_type("address"),
         .label = i18n::tr("Quelle est votre adresse ?"),
         .help = i18n::tr("La caisse écrit à cette adresse.")}
    );
}

/// As it stands once nothing moves any more, when help is offered while the question is on show.
Tree tree_of(Bench& bench, visit::Visit visit) {
    Interface interface { bench.textures };
    constexpr int frames = 8;
    for (int i = 0; i < frames; ++i) {
        visit.struggle.offered = i >= frames / 2;
        bench.around([&] { interface.draw(visit, bench.words, bench.display, bench.now); });
    }
    return interface.tree();
}

/// All of it, and the keys below.
bool is_whole(const Tree& tree, const std::string& id) {
    const auto* node = find(tree, id);
    const auto keys = std::ranges::find(tree, Role::Key, &Node::role);
    REQUIRE(node != nullptr);
    REQUIRE(keys != tree.end());
    return node->seen.height > node->rect.height - 1 && node->rect.bottom() <= keys->rect.y;
}

} // namespace

TEST_CASE("all boxes of an address are in sight above the keys, with help offered too") {
    for (const auto size :
         {visit::TextSize::Normal, visit::TextSize::Large, visit::TextSize::Largest})
        for (const bool arabic : {false, true}) {
            CAPTURE(static_cast<int>(size));
            CAPTURE(arabic);
            Bench bench;
            bench.display.pixels_per_mm = 4.03f; // 21.5 inches
            auto visit = asked_for_address();
            visit.size = size;
            if (arabic) {
                bench.words = arabic_words();
                visit.language = "ar";
            }
            const auto tree = tree_of(bench, visit);
            CHECK(find(tree, "offer") != nullptr);
            for (const auto* box : {"part:0", "part:1", "part:2"}) {
                CAPTURE(box);
                CHECK(is_whole(tree, box));
            }
            if (size == visit::TextSize::Normal || (size == visit::TextSize::Large && !arabic))
                CHECK(is_whole(tree, "heading"));
        }
}

TEST_CASE("where a row would be too narrow for what is written, boxes stand under one another") {
    Bench bench;
    bench.display = {1080, 1920, 4.03f};
    const auto tree = tree_of(bench, asked_for_address());
    CHECK(find(tree, "part:1")->rect.y > find(tree, "part:0")->rect.bottom());
}
