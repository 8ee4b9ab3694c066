// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/flow.hpp"
#include "visit/stops.hpp"

#include <utility>

namespace guichet::visit {
namespace {

/// Between two sounds of a beacon (UL 1069: repeated every 10 s).
constexpr std::chrono::seconds beacon_pause{10};

/// What leaves the kiosk: where the person is, never what they wrote.
call::Request make_request(const Visit& visit, std::string id) {
    call::Request request{.id = std::move(id), .place = visit.offer->place};
    request.language = visit.language;
    if (visit.size >= TextSize::Larger)
        request.needs.emplace_back("large-text");
    if (visit.procedure == nullptr)
        return request;
    request.procedure = visit.procedure->id;
    if (const auto* stop = stop_at(visit, visit.path))
        request.step = visit.procedure->steps[static_cast<std::size_t>(stop->step)].id;
    return request;
}

std::optional<please::Chime> chime_of(call::State state) {
    switch (state) {
    case call::State::Sending:
        return please::Chime::Sent;
    case call::State::Received:
        return please::Chime::Received;
    case call::State::Claimed:
        return please::Chime::Claimed;
    case call::State::Here:
        return please::Chime::Here;
    case call::State::Beacon:
        return please::Chime::Beacon;
    case call::State::Quiet:
        break;
    }
    return std::nullopt;
}

void play(Turn& turn, please::Chime chime) {
    turn.effects.emplace_back(please::Play{chime});
    turn.visit.chimed = turn.now;
}

/// The person goes on without: the screen that was the sign is put away.
void close_call_panel(Visit& visit) {
    if (visit.panel == Panel::Call)
        close_panel(visit);
}

/// Nobody could be told: the whole screen becomes the sign.
void show_beacon(Visit& visit) {
    if (visit.panel == Panel::Code) // whoever came is giving it
        return;
    close_panel(visit);
    visit.panel = Panel::Call;
}

} // namespace

void tell_hub(Turn& turn, decltype(call::Errand::what) what) {
    turn.effects.emplace_back(please::TellHub{{turn.visit.call.request.id, std::move(what)}});
}

std::optional<Instant> next_beacon_sound(const Visit& visit) {
    const bool is_sign = visit.call.state == call::State::Beacon && visit.panel == Panel::Call;
    return is_sign ? std::optional{visit.chimed + beacon_pause} : std::nullopt;
}

void sound_call(Turn& turn, const Before& before) {
    const auto& call = turn.visit.call;
    if (call.state != before.call || call.mediator != before.mediator) {
        if (const auto chime = chime_of(call.state))
            play(turn, *chime);
        return;
    }
    const auto due = next_beacon_sound(turn.visit);
    if (due && turn.now >= *due)
        play(turn, please::Chime::Beacon);
}

void pass_call_time(Turn& turn) {
    auto& call = turn.visit.call;
    const auto before = call.state;
    call::tick(call, turn.now, turn.visit.offer->escalation);
    if (before != call.state && call.state == call::State::Beacon)
        show_beacon(turn.visit);
}

void on(Turn& turn, const did::CallSomeone&) {
    auto& visit = turn.visit;
    close_panel(visit);
    visit.panel = Panel::Call;
    const bool is_again = visit.call.state == call::State::Beacon;
    if (!is_again && visit.call.state != call::State::Quiet)
        return;
    if (!is_again)
        visit.calls++;
    auto id = is_again ? visit.call.request.id : visit.id + "-" + std::to_string(visit.calls);
    auto request = is_again ? visit.call.request : make_request(visit, std::move(id));
    call::press(visit.call, std::move(request), turn.now);
    visit.struggle.offered = false;
    tell_hub(turn, call::Errand::Open{visit.call.request, visit.call.opened});
}

void on(Turn& turn, const did::GiveReason& event) {
    auto& call = turn.visit.call;
    const bool says_nothing =
        event.reason == call::Reason::None || event.reason == call.request.reason;
    if (call.state == call::State::Quiet || call.state == call::State::Here || says_nothing)
        return;
    call::add_reason(call, event.reason);
    tell_hub(turn, call::Errand::AddReason{event.reason});
}

void end_call(Turn& turn, call::Outcome outcome) {
    auto& visit = turn.visit;
    if (visit.call.state == call::State::Quiet)
        return;
    tell_hub(turn, call::Errand::End{outcome});
    visit.habit.ended(visit.call, turn.now);
    call::end(visit.call, turn.now);
    visit.let_go.clear();
    visit.beside.reset();
    visit.code = {};
    if (visit.panel == Panel::Code)
        close_panel(visit);
    stop_pointing(turn);
}

void on(Turn& turn, const did::EndCall&) {
    const bool came = turn.visit.call.state == call::State::Here;
    close_call_panel(turn.visit);
    end_call(turn, came ? call::Outcome::Helped : call::Outcome::Cancelled);
}

void on(Turn& turn, const did::LeaveCall&) {
    auto& visit = turn.visit;
    if (visit.call.state == call::State::Quiet || visit.call.state == call::State::Here)
        return;
    end_call(turn, call::Outcome::Left);
    close_panel(visit);
    visit.panel = Panel::Ways;
}

void on(Turn& turn, const did::PrintWays&) {
    auto& visit = turn.visit;
    if (!visit.offer->can_print || visit.ways == Delivery::State::Working)
        return;
    visit.ways = Delivery::State::Working;
    visit.ways_work = ++visit.works;
    turn.effects.emplace_back(please::PrintWays{visit.ways_work});
}

void on(Turn& turn, const happened::StaffSeen& event) {
    turn.visit.staff = event.staff;
}

void on(Turn& turn, const happened::CallReported& event) {
    auto& visit = turn.visit;
    if (!event.id.empty() && event.id != visit.call.request.id)
        return;
    const auto state = visit.call.state;
    const auto mediator = visit.call.mediator;
    call::report(visit.call, event.report, turn.now);
    if (visit.call.state == call::State::Claimed) {
        visit.habit.claimed();
        visit.let_go.clear();
    }
    if (state == call::State::Claimed && visit.call.state == call::State::Received)
        visit.let_go = mediator;
    if (std::holds_alternative<call::Unreachable>(event.report))
        visit.staff.reset();
    if (state != visit.call.state && visit.call.state == call::State::Beacon)
        show_beacon(visit);
}

} // namespace guichet::visit
