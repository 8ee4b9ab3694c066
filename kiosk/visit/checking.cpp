// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/advice.hpp"
#include "visit/flow.hpp"
#include "visit/stops.hpp"

namespace guichet::visit {
namespace {

std::vector<procedure::Finding> everything_to_correct(const Visit& visit) {
    std::vector<procedure::Finding> all;
    for (const auto& stop : visit.route.stops) {
        if (is_missing(visit, stop))
            all.push_back({.path = stop.path, .say = missing()});
    }
    const auto rules = procedure::findings(*visit.procedure, visit.answers, visit.today);
    all.insert(all.end(), rules.begin(), rules.end());
    return all;
}

} // namespace

void open_check(Turn& turn) {
    auto& visit = turn.visit;
    visit.changing = false;
    visit.changed.clear();
    visit.seen.clear();
    visit.path.clear();
    show(turn, Screen::Check);
    visit.findings = procedure::findings(*visit.procedure, visit.answers, visit.today);
}

void finish_checking(Turn& turn) {
    auto& visit = turn.visit;
    if (visit.route.exit != nullptr)
        return show(turn, Screen::Exit);
    visit.findings = everything_to_correct(visit);
    if (visit.findings.empty())
        open_done(turn);
}

void on(Turn& turn, const did::Change& event) {
    auto& visit = turn.visit;
    if (visit.screen != Screen::Check || stop_at(visit, event.path) == nullptr)
        return;
    visit.changing = true;
    visit.changed = event.path;
    visit.seen.clear();
    for (const auto& stop : visit.route.stops)
        visit.seen.push_back(stop.path);
    ask(turn, procedure::Path{event.path});
}

} // namespace guichet::visit
