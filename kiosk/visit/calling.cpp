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
    turn.effects.emplace_back(please::SendCall{visit.call.request});
}

void on(Turn& turn, const did::SomeoneIsHere&) {
    call::confirm_here(turn.visit.call, turn.now);
}

void on(Turn& turn, const did::EndCall&) {
    auto& visit = turn.visit;
    if (visit.panel == Panel::Call)
        close_panel(visit);
    if (visit.call.state == call::State::Quiet)
        return;
    turn.effects.emplace_back(please::EndCall{visit.call.request.id});
    call::end(visit.call, turn.now);
}

void on(Turn& turn, const happened::CallReported& event) {
    auto& visit = turn.visit;
    if (!event.id.empty() && event.id != visit.call.request.id)
        return;
    const auto before = visit.call.state;
    call::report(visit.call, event.report, turn.now);
    if (before != call::State::Beacon && visit.call.state == call::State::Beacon)
        visit.panel = Panel::Call;
}

} // namespace guichet::visit
