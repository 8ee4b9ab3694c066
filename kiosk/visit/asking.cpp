// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/flow.hpp"
#include "visit/stops.hpp"

#include <algorithm>
#include <variant>

namespace guichet::visit {
namespace {

void fill_draft(Visit& visit) {
    if (visit.drafts.contains(visit.path))
        return;
    const auto& question = *visit.question();
    if (question.type->input() == procedure::Input::Items)
        return;
    const auto* answer = visit.answers.find(visit.path);
    if (answer == nullptr) {
        const auto hint = visit.hints.find(visit.path);
        answer = hint == visit.hints.end() ? nullptr : &hint->second;
    }
    if (answer != nullptr && procedure::says_something(answer->value))
        visit.drafts[visit.path] = question.type->draft(question, answer->value);
}

/// After a change from the check page: what is asked now and was not then.
const procedure::Stop* next_new_stop(const Visit& visit) {
    for (const auto& stop : visit.route.stops) {
        const bool is_new = std::ranges::count(visit.seen, stop.path) == 0;
        const bool is_in_item = procedure::split(stop.path).item >= 0;
        if (is_new && !is_in_item && visit.answers.find(stop.path) == nullptr)
            return &stop;
    }
    return nullptr;
}

void return_to_check(Turn& turn) {
    const auto* stop = next_new_stop(turn.visit);
    if (stop == nullptr)
        return turn.visit.finishing ? finish_checking(turn) : open_check(turn);
    turn.visit.seen.push_back(stop->path);
    ask(turn, stop->path);
}

/// Back inside an item; an item left before its first answer was never meant.
void retreat_in_item(Turn& turn, const procedure::PathParts& parts) {
    auto& visit = turn.visit;
    const auto stops = item_stops(visit, parts.list, parts.item);
    const auto here = std::ranges::find(stops, visit.path, &procedure::Stop::path);
    if (here != stops.begin() && here != stops.end())
        return ask(turn, procedure::Path{(*(here - 1))->path});
    if (!has_answers(visit, parts.list, parts.item))
        remove_item(visit, parts.list, parts.item);
    ask(turn, parts.list);
}

void retreat_while_changing(Turn& turn) {
    auto& visit = turn.visit;
    if (visit.path == visit.changed || stop_at(visit, visit.changed) == nullptr)
        return open_check(turn);
    ask(turn, procedure::Path{visit.changed});
}

} // namespace

void show(Turn& turn, Screen screen) {
    turn.visit.screen = screen;
    turn.visit.findings.clear();
    turn.visit.matches.clear();
}

void ask(Turn& turn, const procedure::Path& path) {
    turn.visit.path = path;
    show(turn, Screen::Question);
    if (stop_at(turn.visit, path) == nullptr)
        return;
    fill_draft(turn.visit);
    find_matches(turn.visit);
}

void refresh(Visit& visit) {
    visit.route = procedure::route(*visit.procedure, visit.answers, visit.today);
}

void follow(Turn& turn, const procedure::Path& after) {
    auto& visit = turn.visit;
    if (visit.route.exit != nullptr)
        return show(turn, Screen::Exit);
    if (visit.changing)
        return return_to_check(turn);
    const auto* stop = next_stop(visit, after);
    if (stop == nullptr)
        return open_check(turn);
    ask(turn, stop->path);
}

void proceed(Turn& turn) {
    auto& visit = turn.visit;
    const auto parts = procedure::split(visit.path);
    const bool is_straight_back = visit.changing && visit.path == visit.changed;
    if (parts.item < 0 || visit.route.exit != nullptr || is_straight_back)
        return follow(turn, procedure::Path{visit.path});
    const auto stops = item_stops(visit, parts.list, parts.item);
    const auto here = std::ranges::find(stops, visit.path, &procedure::Stop::path);
    if (here == stops.end() || here + 1 == stops.end())
        return ask(turn, parts.list);
    ask(turn, procedure::Path{(*(here + 1))->path});
}

void retreat(Turn& turn) {
    auto& visit = turn.visit;
    if (visit.correcting >= 0)
        return back_to_confirm(turn);
    const auto parts = procedure::split(visit.path);
    const bool is_straight_back = visit.changing && visit.path == visit.changed;
    if (parts.item >= 0 && !is_straight_back)
        return retreat_in_item(turn, parts);
    if (visit.changing)
        return retreat_while_changing(turn);
    const auto* stop = previous_stop(visit, visit.path);
    if (stop == nullptr)
        return show(turn, Screen::Need);
    ask(turn, procedure::Path{stop->path});
}

} // namespace guichet::visit
