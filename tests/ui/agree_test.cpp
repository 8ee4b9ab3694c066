// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/type.hpp"
#include "ui/interface.hpp"
#include "ui/kit_harness.hpp"
#include "ui/one_question.hpp"
#include "ui/screens/screens.hpp"
#include "visit/visit.hpp"

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::ui;
namespace did = visit::did;

namespace {

/// On a sentence to agree to.
visit::Visit asked_to_agree() {
    return asked(
        {.id = "accord",
         .type = procedure::find_type("consent"),
         .label = i18n::verbatim("J’atteste que c’est exact.")}
    );
}

/// Somebody before whom such a sentence came right after another screen.
struct Agreeing {
    visit::Visit visit{asked_to_agree()};
    Bench bench{};
    bool agreed{false};

    /// Draws it, and notes that they agreed.
    auto draw() {
        return [this](Frame& frame) {
            const auto asked = draw_question(frame, visit);
            agreed |= asked && std::holds_alternative<did::Continue>(*asked);
        };
    }

    Agreeing() {
        bench.memory.scene("before", bench.now);
        bench.memory.scene("accord", bench.now);
        bench.frame(draw());
    }

    bool tap() { return bench.tap(draw(), "continue"); }
    void press(FocusKey key) {
        bench.memory.press(key);
        bench.frame(draw());
    }
};

} // namespace

TEST_CASE("a second tap right after the first does not agree to a sentence nobody read") {
    Agreeing person;
    person.bench.now += std::chrono::milliseconds{600};
    REQUIRE(person.tap());
    CHECK_FALSE(person.agreed);
    person.bench.now += std::chrono::milliseconds{600};
    REQUIRE(person.tap());
    CHECK(person.agreed);
}

TEST_CASE("a key that goes on pressing does not agree either") {
    Agreeing person;
    while (!person.bench.memory.focus().is_on("continue"))
        person.press(FocusKey::Next);
    person.press(FocusKey::Press);
    CHECK_FALSE(person.agreed);
    person.bench.now += std::chrono::seconds{1};
    person.press(FocusKey::Press);
    CHECK(person.agreed);
}
