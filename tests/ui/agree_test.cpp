// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/type.hpp"
#include "ui/interface.hpp"
#include "ui/kit_harness.hpp"
#include "ui/screens/screens.hpp"
#include "visit/visit.hpp"

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::ui;
namespace did = visit::did;

namespace {

/// On a sentence to agree to.
visit::Visit asked_to_agree() {
    auto procedure = std::make_shared<procedure::Procedure>();
    procedure->steps = {{.id = "fin", .title = i18n::tr("Fin"), .questions = {}}};
    procedure->steps.front().questions.push_back(
        {.id = "accord",
         .type = procedure::find_type("consent"),
         .label = i18n::verbatim("J’atteste que c’est exact.")}
    );
    visit::Visit visit;
    visit.offer = std::make_shared<visit::Offer>();
    visit.procedure = procedure;
    visit.route = procedure::route(*procedure, {}, {});
    visit.screen = visit::Screen::Question;
    visit.path = "accord";
    return visit;
}

} // namespace

TEST_CASE("a second tap right after the first does not agree to a sentence nobody read") {
    const auto visit = asked_to_agree();
    Bench bench;
    bench.memory.scene("before", bench.now);
    bool agreed = false;
    const auto draw = [&](Frame& frame) {
        const auto asked = draw_question(frame, visit);
        agreed |= asked && std::holds_alternative<did::Continue>(*asked);
    };
    bench.memory.scene("accord", bench.now);
    bench.frame(draw);
    bench.now += std::chrono::milliseconds{600};
    REQUIRE(bench.tap(draw, "continue"));
    CHECK_FALSE(agreed);
    bench.now += std::chrono::milliseconds{600};
    REQUIRE(bench.tap(draw, "continue"));
    CHECK(agreed);
}

TEST_CASE("a key that goes on pressing does not agree either") {
    const auto visit = asked_to_agree();
    Bench bench;
    bench.memory.scene("before", bench.now);
    bool agreed = false;
    const auto draw = [&](Frame& frame) {
        const auto asked = draw_question(frame, visit);
        agreed |= asked && std::holds_alternative<did::Continue>(*asked);
    };
    const auto press = [&](FocusKey key) {
        bench.memory.press(key);
        bench.frame(draw);
    };
    bench.memory.scene("accord", bench.now);
    bench.frame(draw);
    while (!bench.memory.focus().is_on("continue"))
        press(FocusKey::Next);
    press(FocusKey::Press);
    CHECK_FALSE(agreed);
    bench.now += std::chrono::seconds{1};
    press(FocusKey::Press);
    CHECK(agreed);
}
