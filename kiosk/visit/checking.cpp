// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/type.hpp"
#include "visit/advice.hpp"
#include "visit/flow.hpp"
#include "visit/stops.hpp"

#include <algorithm>
#include <vector>

namespace guichet::visit {
namespace {

bool is_consent(const procedure::Question* question) {
    return question != nullptr && question->type->input() == procedure::Input::Agree;
}

std::vector<procedure::Finding> everything_to_correct(const Visit& visit) {
    std::vector<procedure::Finding> all;
    for (const auto& stop : visit.route.stops) {
        if (is_missing(visit, stop) && !is_to_agree(visit, stop.path))
            all.push_back({.path = stop.path, .say = missing()});
    }
    const auto rules = procedure::findings(*visit.procedure, visit.answers, visit.today);
    all.insert(all.end(), rules.begin(), rules.end());
    return all;
}

/// From the check page to one question, and straight back.
void go_to(Turn& turn, const procedure::Path& path) {
    auto& visit = turn.visit;
    visit.changing = true;
    visit.changed = path;
    visit.seen.clear();
    for (const auto& stop : visit.route.stops)
        visit.seen.push_back(stop.path);
    ask(turn, procedure::Path{path});
}

const procedure::Stop* first_to_agree(const Visit& visit) {
    const auto found = std::ranges::find_if(visit.route.stops, [&](const auto& stop) {
        return is_missing(visit, stop) && is_to_agree(visit, stop.path);
    });
    return found == visit.route.stops.end() ? nullptr : &*found;
}

} // namespace

bool is_to_agree(const Visit& visit, const procedure::Path& path) {
    return is_consent(procedure::find_question(*visit.procedure, path)) &&
           visit.answers.find(path) == nullptr;
}

void withdraw_consents(Visit& visit, const Before& before) {
    const bool is_same = visit.procedure != before.procedure || visit.procedure == nullptr ||
                         visit.answers.version() == before.version;
    const bool was_consent = before.screen == Screen::Question &&
                             is_consent(procedure::find_question(*visit.procedure, before.path));
    if (is_same || was_consent)
        return;
    std::vector<procedure::Path> given;
    for (const auto& [path, answer] : visit.answers.all()) {
        if (is_consent(procedure::find_question(*visit.procedure, path)))
            given.push_back(path);
    }
    if (given.empty())
        return;
    for (const auto& path : given) {
        visit.answers.erase(path);
        visit.drafts.erase(path);
        visit.agree_again = true;
    }
    refresh(visit);
}

void open_check(Turn& turn) {
    auto& visit = turn.visit;
    visit.changing = false;
    visit.finishing = false;
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
    const auto left = everything_to_correct(visit);
    const auto* to_agree = first_to_agree(visit);
    visit.finishing = left.empty() && to_agree != nullptr;
    if (visit.finishing)
        return go_to(turn, procedure::Path{to_agree->path});
    if (left.empty())
        return open_done(turn);
    open_check(turn);
    visit.findings = left;
}

void on(Turn& turn, const did::Change& event) {
    auto& visit = turn.visit;
    if (visit.screen != Screen::Check || stop_at(visit, event.path) == nullptr)
        return;
    go_to(turn, event.path);
}

} // namespace guichet::visit
