#include "visit/flow.hpp"

namespace guichet::visit {
namespace {

void tell(Turn& turn, decltype(call::PointErrand::what) what) {
    turn.effects.emplace_back(please::TellPointer{{turn.visit.pointing->id, std::move(what)}});
}

void apply(Turn& turn, const std::string& id, const call::PointNews::Asked& asked) {
    auto& visit = turn.visit;
    visit.pointing = Pointing{.id = id, .mediator = asked.mediator, .since = turn.now};
    close_panel(visit);
    visit.panel = Panel::Point;
}

void apply(Turn& turn, const std::string& id, const call::PointNews::At& at) {
    auto& pointing = turn.visit.pointing;
    if (!pointing || pointing->id != id || !pointing->allowed)
        return;
    pointing->mark = at.mark;
    pointing->marked = turn.now;
}

void apply(Turn& turn, const std::string& id, const call::PointNews::Over&) {
    auto& visit = turn.visit;
    if (!visit.pointing || visit.pointing->id != id)
        return;
    visit.pointing.reset();
    if (visit.panel == Panel::Point)
        close_panel(visit);
}

} // namespace

void on(Turn& turn, const happened::PointTold& event) {
    std::visit([&](const auto& what) { apply(turn, event.news.id, what); }, event.news.what);
}

void on(Turn& turn, const did::AllowPointing&) {
    auto& visit = turn.visit;
    if (!visit.pointing || visit.panel != Panel::Point)
        return;
    tell(turn, call::PointErrand::Answer{true});
    visit.pointing->allowed = true;
    visit.pointing->since = turn.now;
    close_panel(visit);
}

void on(Turn& turn, const did::RefusePointing&) {
    auto& visit = turn.visit;
    if (!visit.pointing || visit.pointing->allowed)
        return;
    tell(turn, call::PointErrand::Answer{false});
    visit.pointing.reset();
    close_panel(visit);
}

void stop_pointing(Turn& turn) {
    if (!turn.visit.pointing)
        return;
    tell(turn, call::PointErrand::Stop{});
    turn.visit.pointing.reset();
}

void on(Turn& turn, const did::StopPointing&) {
    stop_pointing(turn);
}

} // namespace guichet::visit
