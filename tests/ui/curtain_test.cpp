// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/type.hpp"
#include "ui/interface.hpp"
#include "ui/kit_harness.hpp"
#include "ui/one_question.hpp"
#include "visit/visit.hpp"

#include <algorithm>
#include <optional>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::ui;
namespace did = visit::did;

namespace {

/// "Lou" is written on a question of "Demande d’essai", somebody is called, and the screen is
/// hidden.
visit::Visit hidden() {
    auto visit = asked(
        {.id = "surnom",
         .type = procedure::find_type("text"),
         .label = i18n::verbatim("Quel est votre surnom ?")}
    );
    visit.drafts["surnom"].parts = {"Lou"};
    visit.call.state = call::State::Received;
    visit.curtain = true;
    return visit;
}

/// A whole screen, and the keys pressed before it.
struct Screen {
    Bench bench{};
    Interface interface { bench.textures };
    std::optional<visit::Event> asked{};

    const Tree& draw(const visit::Visit& visit) {
        bench.around([&] { asked = interface.draw(visit, bench.words, bench.display, bench.now); });
        return interface.tree();
    }
};

bool says(const Tree& tree, const std::string& words) {
    return std::ranges::any_of(tree, [&](const Node& node) {
        return (node.name + node.value + node.say).find(words) != std::string::npos;
    });
}

/// How the screen is when nothing hides it.
visit::Visit shown(visit::Visit visit) {
    visit.curtain = false;
    return visit;
}

} // namespace

TEST_CASE("a hidden screen says nothing of what is behind it, on the screen or aloud") {
    const std::vector<std::string> behind{"Lou", "surnom", "Demande d’essai", "Étape 1"};
    auto visit = hidden();
    Screen screen;
    for (const auto& words : behind) {
        CAPTURE(words);
        CHECK(says(screen.draw(shown(visit)), words)); // it was there to be said
        for (const auto panel : {visit::Panel::None, visit::Panel::Call, visit::Panel::Leave}) {
            visit.panel = panel;
            CHECK_FALSE(says(screen.draw(visit), words));
        }
        visit.panel = visit::Panel::None;
    }
    visit.call.other_ways = true;
    for (const auto panel : {visit::Panel::Call, visit::Panel::Ways}) {
        visit.panel = panel;
        CHECK(says(screen.draw(shown(visit)), "S3711"));
        CHECK_FALSE(says(screen.draw(visit), "S3711"));
        CHECK(says(screen.draw(visit), "Fermer"));
    }
    visit.panel = visit::Panel::None;
    visit.call.state = call::State::Here;
    visit.beside = visit::Beside{.mediator = "Nadia", .open = true};
    for (const auto& words : behind)
        CHECK_FALSE(says(screen.draw(visit), words));
    visit.ends = screen.bench.now;
    for (const auto& words : behind)
        CHECK_FALSE(says(screen.draw(visit), words));
}

TEST_CASE("a hidden screen says that answers are kept, for how long, and what became of the call") {
    auto visit = hidden();
    Screen screen;
    const auto said = [&](const char* words) { return says(screen.draw(visit), words); };
    CHECK(said("Vos réponses sont gardées."));
    CHECK(said("Si personne ne touche l’écran pendant 30 minutes, vos réponses s’effacent."));
    CHECK(said("Votre appel est reçu."));
    visit.call.state = call::State::Claimed;
    visit.call.mediator = "Nadia";
    CHECK(said("Nadia arrive."));
    visit.call.state = call::State::Here;
    CHECK(said("Nadia est là."));
    CHECK(said("pendant 12 minutes"));
    visit.call = {};
    CHECK(said("Il n’y a plus d’appel en cours."));
    CHECK(said("pendant 3 minutes"));
}

TEST_CASE("one large button shows the screen again, by touch and by keys") {
    const auto visit = hidden();
    Screen screen;
    const auto* button = find(screen.draw(visit), "show-screen");
    REQUIRE(button != nullptr);
    CHECK(button->rect.height >= 30 * screen.bench.display.pixels_per_mm);
    CHECK(button->rect.width >= 100 * screen.bench.display.pixels_per_mm);
    const auto centre = button->rect;
    screen.bench.move(centre.x + centre.width / 2, centre.y + centre.height / 2);
    screen.bench.finger(true);
    screen.draw(visit);
    screen.bench.finger(false);
    screen.draw(visit);
    REQUIRE(screen.asked);
    CHECK(std::holds_alternative<did::ShowScreen>(*screen.asked));

    screen.bench.move(0, 0);
    const auto has_focus = [&] { return find(screen.draw(visit), "show-screen")->focused; };
    for (int i = 0; i < 10 && !has_focus(); ++i)
        screen.interface.press(FocusKey::Next);
    screen.interface.press(FocusKey::Press);
    screen.draw(visit);
    REQUIRE(screen.asked);
    CHECK(std::holds_alternative<did::ShowScreen>(*screen.asked));
}
