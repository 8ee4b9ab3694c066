// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gallery_calls.hpp"

#include <chrono>

namespace guichet::app {

namespace did = visit::did;
namespace happened = visit::happened;

namespace {

using std::chrono::seconds;

template <typename Report>
visit::Event reported(Report report) {
    return happened::CallReported{.report = std::move(report)};
}

Walk waits(Walk walk, seconds time) {
    walk.now += time;
    walk.go(happened::Tick{});
    return walk;
}

void add_received(KeptStates& states, const Walk& received) {
    states.keep("call-received", received);
    states.keep_after("call-reason", received, {did::GiveReason{call::Reason::Document}});
    states.keep_after("call-urgent", received, {did::GiveReason{call::Reason::Unwell}});
    states.keep_after("call-received-elsewhere", received, {did::ClosePanel{}});
    states.keep_after(
        "call-let-go", received, {reported(call::Claimed{"Nadia"}), reported(call::Released{})}
    );
    states.keep("call-other-ways", waits(received, seconds{180}));
    states.keep_after("curtain-received", received, {did::HideScreen{}});
    states.keep_after("curtain-over", received, {did::HideScreen{}, did::EndCall{}});
    states.keep_after("ways", received, {did::LeaveCall{}});
    states.keep_after("ways-printing", received, {did::LeaveCall{}, did::PrintWays{}});
    states.keep_after(
        "ways-printed", received, {did::LeaveCall{}, did::PrintWays{}, happened::Printed{}}
    );
    states.keep_after(
        "ways-no-paper",
        received,
        {did::LeaveCall{}, did::PrintWays{}, happened::PrintFailed{Error::Kind::OutOfPaper}}
    );
}

void add_claimed(KeptStates& states, const Walk& claimed) {
    using call::Replied;
    using call::Reply;
    states.keep("call-claimed", claimed);
    states.keep_after("call-coming", claimed, {reported(Replied{Reply::Coming})});
    states.keep_after("call-two-minutes", claimed, {reported(Replied{Reply::TwoMinutes})});
    states.keep_after("call-sit-down", claimed, {reported(Replied{Reply::SitDown})});
    states.keep_after("call-elsewhere", claimed, {did::ClosePanel{}});
    states.keep_after(
        "call-elsewhere-two-minutes",
        claimed,
        {reported(Replied{Reply::TwoMinutes}), did::ClosePanel{}}
    );
    states.keep_after(
        "curtain-claimed", claimed, {did::HideScreen{}, reported(Replied{Reply::TwoMinutes})}
    );
    states.keep_after("curtain-here", claimed, {did::HideScreen{}, did::SomeoneIsHere{}});
    states.keep_after(
        "curtain-call", claimed, {did::HideScreen{}, did::OpenPanel{visit::Panel::Call}}
    );
    states.keep_after("call-here", claimed, {did::SomeoneIsHere{}});
    states.keep_after("call-here-elsewhere", claimed, {did::SomeoneIsHere{}, did::ClosePanel{}});
}

} // namespace

void add_call_states(KeptStates& states, const Walk& question) {
    auto call = question;
    call.go(did::CallSomeone{});
    states.keep("call-sending", call);
    states.keep_after("call-beacon", call, {reported(call::Unreachable{})});
    states.keep_after(
        "call-beacon-urgent",
        call,
        {reported(call::Unreachable{}), did::GiveReason{call::Reason::Unwell}}
    );
    states.keep_after(
        "call-beacon-elsewhere", call, {reported(call::Unreachable{}), did::ClosePanel{}}
    );
    auto beacon = call;
    beacon.go(reported(call::Unreachable{}));
    states.keep_after("curtain-beacon", beacon, {did::HideScreen{}});
    call.go(reported(call::Acknowledged{}));
    add_received(states, call);
    call.go(reported(call::Claimed{"Nadia"}));
    add_claimed(states, call);
    auto often = question;
    for (int i = 0; i < 3; ++i) {
        often.go(did::CallSomeone{});
        often.go(did::EndCall{});
    }
    states.keep("call-hold", often);
}

void add_staff_states(KeptStates& states, const Walk& welcome, const Walk& question) {
    using call::Staff;
    states.keep_after("welcome-staff-present", welcome, {happened::StaffSeen{Staff::Present}});
    states.keep_after("welcome-staff-busy", welcome, {happened::StaffSeen{Staff::Busy}});
    states.keep_after("welcome-staff-nobody", welcome, {happened::StaffSeen{Staff::Nobody}});
    states.keep_after("staff-present", question, {happened::StaffSeen{Staff::Present}});
    states.keep_after("staff-busy", question, {happened::StaffSeen{Staff::Busy}});
    states.keep_after("staff-nobody", question, {happened::StaffSeen{Staff::Nobody}});
    states.keep_after(
        "call-quiet",
        question,
        {happened::StaffSeen{Staff::Nobody}, did::OpenPanel{visit::Panel::Call}}
    );
}

void add_offer_state(KeptStates& states, const std::string& name, const Walk& stuck_there) {
    states.keep("offer-" + name, waits(stuck_there, seconds{90}));
}

void add_feedback_states(KeptStates& states, const Walk& done) {
    states.keep_after("done-good", done, {did::Feel{call::Mood::Good}});
    states.keep_after(
        "done-said", done, {did::Feel{call::Mood::Middling}, did::SayWhoDidIt{call::Doer::Helped}}
    );
    states.keep_after("done-bad", done, {did::Feel{call::Mood::Bad}});
}

} // namespace guichet::app
