// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gallery_beside.hpp"

#include "procedure/type.hpp"

#include <functional>

namespace guichet::app {

namespace did = visit::did;
namespace happened = visit::happened;

namespace {

/// Nadia took the call.
Walk with_call(Walk walk) {
    walk.go(did::CallSomeone{});
    walk.go(happened::CallReported{call::Acknowledged{}});
    walk.go(happened::CallReported{call::Claimed{"Nadia"}});
    return walk;
}

/// Nadia is there, with her side in English: another language than the person's in French and
/// Arabic.
Walk with_side(const Walk& walk) {
    auto beside = with_call(walk);
    beside.go(did::SomeoneIsHere{});
    beside.go(did::ClosePanel{});
    beside.go(did::OpenBeside{});
    beside.go(did::ChooseBesideLanguage{"en"});
    return beside;
}

/// Answers until the question on screen is such a one.
bool walk_to(Walk& walk, const std::function<bool(const visit::Visit&)>& found) {
    constexpr int most = 60;
    for (int i = 0; i < most && walk.visit.question() != nullptr; ++i) {
        if (found(walk.visit))
            return true;
        walk.answer();
    }
    return false;
}

void add_code_states(KeptStates& states, const Walk& call) {
    auto code = call;
    code.go(did::OpenPanel{visit::Panel::Code});
    states.keep("code", code);
    states.keep_after("code-typed", code, {did::TypeCode{"4829"}});
    states.keep_after("code-checking", code, {did::SomeoneIsHere{"4829"}});
    states.keep_after("code-wrong", code, {did::SomeoneIsHere{"4"}});
    for (int i = 0; i < 5; ++i)
        code.go(did::SomeoneIsHere{"4"});
    states.keep("code-resting", code);
}

void add_pointing_states(KeptStates& states, const Walk& call) {
    auto point = call;
    point.go(did::ClosePanel{});
    point.go(happened::PointTold{{"p", call::PointNews::Asked{"Nadia"}}});
    states.keep("point-asked", point);
    point.go(did::AllowPointing{});
    point.go(happened::PointTold{{"p", call::PointNews::At{"heading"}}});
    states.keep("point-shown", point);
}

} // namespace

void add_beside_states(KeptStates& states, const Walk& walk) {
    const auto call = with_call(walk);
    add_code_states(states, call);
    add_pointing_states(states, call);
    states.keep_after("beside-said", call, {did::SomeoneIsHere{}, did::ClosePanel{}});
    auto beside = with_side(walk);
    states.keep("beside-typed", beside);
    states.keep_after("beside-same", beside, {did::ChooseBesideLanguage{"fr"}});
    states.keep_after("beside-finding", beside, {did::Continue{}});
    auto lent = beside;
    lent.go(did::LendKeyboard{});
    states.keep("beside-lent", lent);
    lent.answer();
    states.keep("beside-lent-written", lent);
    if (walk_to(lent, visit::waits_for_person))
        states.keep("beside-lent-waits", lent);
    const auto has_options = [](const visit::Visit& visit) {
        return visit.question()->type->input() == procedure::Input::OneOf;
    };
    if (walk_to(beside, has_options))
        states.keep("beside-choice", beside);
}

void add_beside_check(KeptStates& states, const Walk& check) {
    states.keep("beside-check", with_side(check));
}

} // namespace guichet::app
