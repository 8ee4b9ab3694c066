// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/storm.hpp"

#include <map>
#include <memory>

namespace guichet::visit {
namespace {

bool on_route(const Visit& visit) {
    return std::ranges::count(visit.route.stops, visit.path, &procedure::Stop::path) > 0;
}

/// What every screen needs to be drawn.
void check_invariants(const Visit& visit) {
    if (visit.screen >= Screen::Need)
        REQUIRE(visit.procedure != nullptr);
    if (visit.screen == Screen::Question) {
        REQUIRE(visit.question() != nullptr);
        REQUIRE(on_route(visit));
    }
    REQUIRE((visit.screen != Screen::Confirm || visit.confirming.has_value()));
    REQUIRE((visit.screen != Screen::Exit || visit.route.exit != nullptr));
    REQUIRE((visit.panel == Panel::RemoveItem) == (visit.removing >= 0));
    if (visit.panel == Panel::RemoveItem)
        REQUIRE(visit.removing < visit.answers.items(visit.path));
    if (visit.correcting >= 0) {
        REQUIRE(visit.screen == Screen::Question);
        REQUIRE(visit.confirming.has_value());
        REQUIRE(visit.correcting < static_cast<int>(visit.confirming->lines.size()));
    }
    REQUIRE((visit.screen != Screen::Done || visit.delivery.sheet != Delivery::State::No));
    REQUIRE(visit.answers.items("enfants") <= 3);
    REQUIRE((!visit.beside || visit.call.state == call::State::Here));
    if (visit.beside && visit.beside->holds)
        REQUIRE(
            (visit.screen == Screen::Question || visit.screen == Screen::Scan ||
             visit.screen == Screen::Confirm)
        );
    const bool calls = visit.call.state != call::State::Quiet;
    REQUIRE_FALSE((visit.struggle.offered && (calls || visit.struggle.declined)));
    const bool claimed = visit.call.state == call::State::Claimed;
    REQUIRE((visit.let_go.empty() || (calls && !claimed)));
    REQUIRE_FALSE((visit.shown_progress.in_use && visit.over));
    if (visit.pointing)
        REQUIRE((can_be_pointed_at(visit) && !visit.beside));
    const bool is_asked = visit.pointing && !visit.pointing->allowed;
    REQUIRE((visit.panel == Panel::Point) == is_asked);
}

/// What is there now and was not, or was otherwise.
std::vector<procedure::Answer>
changed_answers(const procedure::Answers& before, const procedure::Answers& after) {
    std::vector<procedure::Answer> changed;
    for (const auto& [path, answer] : after.all()) {
        const auto* old = before.find(path);
        if (old == nullptr || *old != answer)
            changed.push_back(answer);
    }
    return changed;
}

bool ends_last(const Effects& effects) {
    return !effects.empty() && std::holds_alternative<please::End>(effects.back());
}

bool may_end(const Event& event) {
    return std::holds_alternative<did::ConfirmLeave>(event) ||
           std::holds_alternative<did::Leave>(event) ||
           std::holds_alternative<did::OpenPanel>(event) || // the panel that asks to leave
           std::holds_alternative<did::Continue>(event);    // at the end of an exit
}

} // namespace

TEST_CASE("100,000 events in any order never break a visit") {
    Storm storm{20261122};
    auto person = std::make_unique<Person>();
    std::map<Screen, int> seen;
    int ends = 0;
    int counts = 0;
    int offers = 0;
    for (int i = 0; i < 100'000; i++) {
        const bool was_warned = person->visit.ends.has_value();
        const auto event = storm.next(person->visit);
        person->now += std::chrono::milliseconds{storm.below(400) == 0 ? 200'000 : 700};
        person->does(event);
        check_invariants(person->visit);
        seen[person->visit.screen]++;
        offers += person->visit.struggle.offered ? 1 : 0;
        REQUIRE(person->wants<please::End>() == person->visit.over);
        REQUIRE((!person->visit.over || ends_last(person->effects)));
        counts += person->wants<please::Count>() ? 1 : 0;
        if (!person->visit.over)
            continue;
        REQUIRE((may_end(event) || was_warned));
        ends++;
        person = std::make_unique<Person>();
    }
    CHECK(seen.size() == 9); // the storm went everywhere
    CHECK(ends > 10);
    CHECK(counts > 10);
    CHECK(offers > 10);
}

TEST_CASE("whoever holds the keyboard never agrees, sends, or leaves for the person") {
    Storm storm{20261125};
    Person person;
    person.reaches("couple").does(did::CallSomeone{});
    person.does(happened::CallReported{.report = call::Claimed{"Nadia"}});
    person.does(did::SomeoneIsHere{}).does(did::ClosePanel{});
    const auto start = person.visit;
    int held = 0;
    int wrote = 0;
    int waited = 0;
    for (int i = 0; i < 40'000; i++) {
        if (!person.visit.beside || person.visit.over)
            person.visit = start;
        if (can_lend(person.visit))
            person.does(did::LendKeyboard{});
        const auto before = person.visit;
        const auto event = storm.next(before);
        person.now += 700ms;
        person.does(event);
        if (!before.beside->holds)
            continue;
        held++;
        waited += waits_for_person(before) ? 1 : 0;
        REQUIRE_FALSE(person.wants<please::Print>());
        REQUIRE_FALSE(person.wants<please::Save>());
        REQUIRE_FALSE(person.wants<please::MakeSheet>());
        REQUIRE_FALSE(person.wants<please::End>());
        REQUIRE(person.visit.screen != Screen::Done);
        if (std::holds_alternative<did::ConfirmRemove>(event)) // later items move down
            continue;
        for (const auto& answer : changed_answers(before.answers, person.visit.answers)) {
            const bool is_paper = std::holds_alternative<procedure::Scanned>(answer.value);
            REQUIRE((is_paper || answer.origin.kind == procedure::Origin::Kind::Mediator));
            REQUIRE_FALSE(waits_for_person(before));
            wrote++;
        }
    }
    CHECK(held > 3'000);
    CHECK(wrote > 300);
    CHECK(waited > 100);
}

TEST_CASE("the same visit, event and time give the same visit and effects") {
    Storm storm{7};
    Person one;
    Person two;
    for (int i = 0; i < 5'000; i++) {
        const auto event = storm.next(one.visit);
        one.now += 900ms;
        two.now += 900ms;
        one.does(event);
        two.does(event);
        REQUIRE(one.effects == two.effects);
        REQUIRE(one.visit.screen == two.visit.screen);
        REQUIRE(one.visit.path == two.visit.path);
        REQUIRE(one.visit.answers.all() == two.visit.answers.all());
        REQUIRE(one.visit.drafts == two.visit.drafts);
    }
}

} // namespace guichet::visit
