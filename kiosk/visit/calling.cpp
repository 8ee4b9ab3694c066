#include "visit/flow.hpp"
#include "visit/stops.hpp"

namespace guichet::visit {
namespace {

/// What leaves the kiosk: where the person is, never what they wrote.
call::Request make_request(const Visit& visit, std::string id) {
    call::Request request{.id = std::move(id), .place = visit.offer->place};
    request.language = visit.language;
    if (visit.procedure == nullptr)
        return request;
    request.procedure = visit.procedure->id;
    if (const auto* stop = stop_at(visit, visit.path))
        request.step = visit.procedure->steps[static_cast<std::size_t>(stop->step)].id;
    return request;
}

} // namespace

void tell_hub(Turn& turn, decltype(call::Errand::what) what) {
    turn.effects.emplace_back(please::TellHub{{turn.visit.call.request.id, std::move(what)}});
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
    call::press(visit.call, make_request(visit, std::move(id)), turn.now);
    tell_hub(turn, call::Errand::Open{visit.call.request, visit.call.opened});
}

void on(Turn& turn, const did::GiveReason& event) {
    if (turn.visit.call.state == call::State::Quiet)
        return;
    call::add_reason(turn.visit.call, event.reason);
    tell_hub(turn, call::Errand::AddReason{event.reason});
}

void end_call(Turn& turn, call::Outcome outcome) {
    auto& visit = turn.visit;
    if (visit.call.state == call::State::Quiet)
        return;
    tell_hub(turn, call::Errand::End{outcome});
    visit.habit.ended(visit.call, turn.now);
    call::end(visit.call, turn.now);
    visit.beside.reset();
    visit.code = {};
    if (visit.panel == Panel::Code)
        close_panel(visit);
    stop_pointing(turn);
}

void on(Turn& turn, const did::EndCall&) {
    auto& visit = turn.visit;
    if (visit.panel == Panel::Call)
        close_panel(visit);
    const bool came = visit.call.state == call::State::Here;
    end_call(turn, came ? call::Outcome::Helped : call::Outcome::Cancelled);
}

void on(Turn& turn, const did::LeaveCall&) {
    end_call(turn, call::Outcome::Left);
    close_panel(turn.visit);
    turn.visit.panel = Panel::Ways;
}

void on(Turn& turn, const did::DeclineHelp&) {
    turn.visit.struggle.offered = false;
    turn.visit.struggle.declined = true;
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
    const auto before = visit.call.state;
    call::report(visit.call, event.report, turn.now);
    if (visit.call.state == call::State::Claimed)
        visit.habit.claimed();
    if (before != call::State::Beacon && visit.call.state == call::State::Beacon)
        visit.panel = Panel::Call;
}

} // namespace guichet::visit
