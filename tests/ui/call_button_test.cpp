// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit_harness.hpp"
#include "ui/screens/call_button.hpp"
#include "visit/visit.hpp"

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::ui;
using namespace std::chrono_literals;
namespace did = visit::did;
namespace happened = visit::happened;

namespace {

constexpr Rect place{100, 100, 420, 100};

struct Caller {
    visit::Visit visit{visit::begin(
        std::make_shared<visit::Offer>(),
        "essai",
        Instant{},
        std::chrono::year{2026} / std::chrono::November / 25
    )};
    int calls{0};
    int touches{0};

    Caller& does(const visit::Event& event) {
        visit::handle(visit, event, Instant{});
        return *this;
    }
    template <typename Report>
    Caller& hears(Report report) {
        return does(happened::CallReported{.report = std::move(report)});
    }
    Bench::Draw draw() {
        return [this](Frame& frame) {
            const auto asked = draw_call_button(frame, visit, place);
            calls += asked && std::holds_alternative<did::CallSomeone>(*asked) ? 1 : 0;
            touches += asked && std::holds_alternative<did::Touch>(*asked) ? 1 : 0;
        };
    }
};

/// The words of the button, its second line after a slash.
std::string says(Bench& bench, Caller& caller) {
    const auto& tree = bench.frame(caller.draw());
    const auto* node = find(tree, "call");
    return node->value.empty() ? node->name : node->name + " / " + node->value;
}

} // namespace

TEST_CASE("the call button says how far the call is, wherever the person is") {
    Bench bench;
    Caller caller;
    CHECK(says(bench, caller) == "Appeler quelqu’un");
    caller.does(did::CallSomeone{}).does(did::ClosePanel{});
    CHECK(says(bench, caller) == "Envoi de l’appel");
    caller.hears(call::Acknowledged{});
    CHECK(says(bench, caller) == "Appel reçu");
    caller.hears(call::Claimed{"Nadia"});
    CHECK(says(bench, caller) == "Nadia arrive");
    caller.hears(call::Replied{call::Reply::TwoMinutes});
    CHECK(says(bench, caller) == "Nadia arrive / dans 2 minutes");
    caller.hears(call::Claimed{"Marie-Antoinette-Clémentine de la Fontaine-aux-Bois"});
    CHECK(says(bench, caller) == "Quelqu’un arrive"); // a name too long is not cut
    CHECK_FALSE(find(bench.memory.tree(), "call")->clipped);
    caller.does(did::SomeoneIsHere{});
    CHECK(says(bench, caller) == "Quelqu’un est là");
    Caller lost;
    lost.does(did::CallSomeone{}).hears(call::Unreachable{});
    CHECK(says(bench, lost) == "Réessayer");
    lost.does(did::ClosePanel{});
    CHECK(says(bench, lost) == "Appel non reçu / Réessayer");
}

TEST_CASE("who would come is said before the press, and nothing when it is not known") {
    Bench bench;
    Caller caller;
    caller.does(happened::StaffSeen{call::Staff::Present});
    CHECK(says(bench, caller) == "Appeler quelqu’un / L’accueil est présent");
    caller.does(happened::StaffSeen{call::Staff::Busy});
    CHECK(says(bench, caller) == "Appeler quelqu’un / L’accueil est occupé");
    caller.does(happened::StaffSeen{call::Staff::Nobody});
    CHECK(says(bench, caller) == "Appeler quelqu’un / Personne n’est connecté");
    caller.does(happened::StaffSeen{});
    CHECK(says(bench, caller) == "Appeler quelqu’un");
}

TEST_CASE("one press calls; after three calls taken back it must last two seconds") {
    Bench bench;
    Caller caller;
    const auto draw = caller.draw();
    bench.tap(draw, 200, 150);
    CHECK(caller.calls == 1);
    for (int i = 0; i < 3; ++i)
        caller.does(did::CallSomeone{}).does(did::EndCall{});
    CHECK(says(bench, caller) == "Appeler quelqu’un / Appuyez 2 secondes");
    bench.tap(draw, 200, 150);
    CHECK(caller.calls == 1);
    CHECK(caller.touches == 1); // still a sign of somebody
    bench.now += 2s;
    bench.frame(draw);
    bench.finger(true);
    const auto until = bench.now + 2100ms;
    while (bench.now < until)
        bench.frame(draw);
    CHECK(caller.calls == 2);
}

TEST_CASE("while its panel shows the button of a call on its way is only a sign") {
    Bench bench;
    Caller caller;
    caller.does(did::CallSomeone{}).hears(call::Acknowledged{});
    bench.tap(caller.draw(), 200, 150);
    CHECK(caller.calls == 0);
    CHECK_FALSE(find(bench.memory.tree(), "call")->enabled);
    caller.does(did::ClosePanel{});
    bench.tap(caller.draw(), 200, 150);
    CHECK(caller.calls == 1); // shows the call again
}
