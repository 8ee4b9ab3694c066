// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/flow.hpp"

namespace guichet::visit {
namespace {

void tell(Turn& turn, const std::string& id, decltype(call::PointErrand::what) what) {
    turn.effects.emplace_back(please::TellPointer{{id, std::move(what)}});
}

void forget(Visit& visit) {
    visit.pointing.reset();
    if (visit.panel == Panel::Point)
        close_panel(visit);
}

/// Asks the person, unless nothing may be shown now or somebody helps already.
void apply(Turn& turn, const std::string& id, const call::PointNews::Asked& asked) {
    auto& visit = turn.visit;
    if (visit.pointing && visit.pointing->id == id)
        return;
    const bool is_busy = visit.pointing || visit.beside || visit.panel == Panel::Point;
    const bool is_called = visit.call.state != call::State::Quiet;
    if (is_busy || !is_called || !can_be_pointed_at(visit))
        return tell(turn, id, call::PointErrand::Answer{false});
    visit.pointing = Pointing{
        .id = id,
        .mediator = asked.mediator,
        .since = turn.now,
        .screen = visit.screen,
        .path = visit.path};
    close_panel(visit);
    visit.panel = Panel::Point;
    turn.effects.emplace_back(please::Play{please::Chime::Asked});
}

void apply(Turn& turn, const std::string& id, const call::PointNews::At& at) {
    auto& pointing = turn.visit.pointing;
    if (!pointing || pointing->id != id || !pointing->allowed)
        return;
    pointing->mark = at.mark;
    pointing->marked = turn.now;
}

void apply(Turn& turn, const std::string& id, const call::PointNews::Over&) {
    if (turn.visit.pointing && turn.visit.pointing->id == id)
        forget(turn.visit);
}

void refuse(Turn& turn) {
    tell(turn, turn.visit.pointing->id, call::PointErrand::Answer{false});
    forget(turn.visit);
}

bool shows_page(const Visit& visit) {
    return visit.screen == visit.pointing->screen && visit.path == visit.pointing->path &&
           can_be_pointed_at(visit);
}

} // namespace

bool can_be_pointed_at(const Visit& visit) {
    const bool is_page = visit.screen == Screen::Welcome || visit.screen == Screen::Catalogue ||
                         visit.screen == Screen::Need || visit.screen == Screen::Question ||
                         visit.screen == Screen::Scan;
    return is_page && !visit.curtain && !is_for_person_alone(visit);
}

void on(Turn& turn, const happened::PointTold& event) {
    std::visit([&](const auto& what) { apply(turn, event.news.id, what); }, event.news.what);
}

void on(Turn& turn, const did::AllowPointing&) {
    auto& visit = turn.visit;
    if (!visit.pointing || visit.panel != Panel::Point)
        return;
    tell(turn, visit.pointing->id, call::PointErrand::Answer{true});
    visit.pointing->allowed = true;
    visit.pointing->since = turn.now;
    close_panel(visit);
}

void on(Turn& turn, const did::RefusePointing&) {
    if (turn.visit.pointing && !turn.visit.pointing->allowed)
        refuse(turn);
}

void stop_pointing(Turn& turn) {
    const auto& pointing = turn.visit.pointing;
    if (!pointing)
        return;
    if (!pointing->allowed)
        return refuse(turn);
    tell(turn, pointing->id, call::PointErrand::Stop{});
    forget(turn.visit);
}

void on(Turn& turn, const did::StopPointing&) {
    stop_pointing(turn);
}

/// A question not answered, put aside or turned over is refused; what was agreed to ends with its
/// page.
void pass_point_time(Turn& turn) {
    auto& visit = turn.visit;
    if (!visit.pointing)
        return;
    const auto wake = next_point_wake(visit);
    const bool is_aside = !visit.pointing->allowed && visit.panel != Panel::Point;
    const bool is_quiet = visit.call.state == call::State::Quiet;
    if (is_aside || is_quiet || !shows_page(visit) || (wake && turn.now >= *wake))
        stop_pointing(turn);
}

std::optional<Instant> next_point_wake(const Visit& visit) {
    if (!visit.pointing)
        return std::nullopt;
    const auto& pointing = *visit.pointing;
    return pointing.allowed ? pointing.since + point_lasts : pointing.since + point_patience;
}

} // namespace guichet::visit
