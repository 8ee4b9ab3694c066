// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/flow.hpp"

#include <algorithm>
#include <chrono>

namespace guichet::visit {
namespace {

/// On the welcome screen with nothing chosen: nobody is here, nothing can be lost.
bool is_untouched(const Visit& visit) {
    return visit.screen == Screen::Welcome && visit.procedure == nullptr;
}

bool looks_new(const Visit& visit) {
    const Visit fresh;
    return visit.language == fresh.language && visit.size == fresh.size &&
           visit.theme == fresh.theme && visit.panel == Panel::None && visit.search.empty() &&
           visit.call.state == call::State::Quiet;
}

/// What somebody changed on the welcome screen goes back to what the next person expects.
void look_new(Turn& turn) {
    auto& visit = turn.visit;
    const Visit fresh;
    end_call(turn, call::Outcome::Abandoned);
    count_visit(turn);
    visit.language = fresh.language;
    visit.size = fresh.size;
    visit.theme = fresh.theme;
    visit.search.clear();
    close_panel(visit);
    search(visit);
}

std::optional<Instant> next_idle_wake(const Visit& visit, Instant now) {
    if (is_reading(visit) || !is_in_use(visit))
        return std::nullopt;
    if (!visit.ends)
        return visit.touched + patience(visit);
    const auto left = *visit.ends - now;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left) - std::chrono::seconds{1};
    return *visit.ends - std::max(seconds, std::chrono::seconds{0});
}

} // namespace

bool is_in_use(const Visit& visit) {
    return !is_untouched(visit) || !looks_new(visit);
}

bool is_scanning(const Visit& visit) {
    return visit.screen == Screen::Scan && visit.scanning.state == Scanning::State::Working;
}

bool is_reading(const Visit& visit) {
    return is_scanning(visit) && !visit.scanning.live;
}

std::chrono::seconds patience(const Visit& visit) {
    const auto idle = visit.offer->idle;
    switch (visit.call.state) {
    case call::State::Quiet:
        return idle;
    case call::State::Here:
    case call::State::Beacon:
        return 4 * idle;
    case call::State::Sending:
    case call::State::Received:
    case call::State::Claimed:
        break;
    }
    return idle_times_waiting * idle;
}

void pass_time(Turn& turn) {
    auto& visit = turn.visit;
    if (visit.over || is_reading(visit))
        return;
    if (visit.ends && turn.now >= *visit.ends)
        return finish(turn);
    if (visit.ends || turn.now - visit.touched < patience(visit))
        return;
    if (!is_untouched(visit))
        visit.ends = turn.now + visit.offer->countdown;
    else if (!looks_new(visit))
        look_new(turn);
}

void on(Turn&, const happened::Tick&) {} // `pass_time` comes after every event

std::optional<Instant> next_wake(const Visit& visit, Instant now) {
    if (visit.over)
        return std::nullopt;
    std::optional<Instant> first;
    for (const auto& wake :
         {next_idle_wake(visit, now),
          call::next_wake(visit.call, visit.offer->escalation),
          next_beacon_sound(visit),
          next_offer(visit),
          next_code_wake(visit),
          next_point_wake(visit)})
        if (wake && (!first || *wake < *first))
            first = wake;
    return first;
}

} // namespace guichet::visit
