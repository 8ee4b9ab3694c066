// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/flow.hpp"

#include <algorithm>

namespace guichet::visit {
namespace {

// When somebody seems stuck (DESIGN.md section 6).
constexpr std::chrono::seconds long_on_one_screen{90};
constexpr int many_mistakes = 3;
constexpr int going_in_circles = 4; ///< the same question shown, its answer the same all the while

/// Offers left unanswered that say as much as a refusal.
constexpr int unanswered = 2;

/// Someone at work there could be stuck; elsewhere nothing is asked of them.
bool is_for_working(Screen screen) {
    return screen != Screen::Welcome && screen != Screen::Exit && screen != Screen::Done;
}

bool may_offer(const Visit& visit) {
    const auto& struggle = visit.struggle;
    const bool had_enough = struggle.declined || struggle.passed_over >= unanswered;
    return !visit.over && !had_enough && !struggle.offered && !visit.ends &&
           visit.call.state == call::State::Quiet && visit.panel == Panel::None && !visit.curtain &&
           is_for_working(visit.screen) && !is_scanning(visit);
}

void offer(Visit& visit) {
    if (may_offer(visit))
        visit.struggle.offered = true;
}

/// True at the third mistake, the sixth…
bool is_too_much(int& mistakes) {
    return ++mistakes % many_mistakes == 0;
}

bool has_moved(const Visit& visit, const Before& before) {
    return visit.screen != before.screen || visit.path != before.path;
}

/// What was pressed Continue on and is to be corrected.
void count_findings(Visit& visit, const Before& before) {
    auto& mistakes = visit.struggle.mistakes;
    if (has_moved(visit, before) || visit.findings.empty()) {
        mistakes.erase(before.path);
        return;
    }
    std::vector<procedure::Path> paths{visit.path};
    if (visit.screen == Screen::Check) {
        paths.clear();
        for (const auto& finding : visit.findings)
            if (std::ranges::count(paths, finding.path) == 0)
                paths.push_back(finding.path);
    }
    for (const auto& path : paths)
        if (is_too_much(mistakes[path]))
            offer(visit);
}

void count_mistakes(Visit& visit, const Before& before, const Event& event) {
    const bool says_findings = before.screen == Screen::Question || before.screen == Screen::Check;
    if (std::holds_alternative<did::Continue>(event) && says_findings)
        count_findings(visit, before);
    const bool has_failed = visit.screen == Screen::Scan && before.screen == Screen::Scan &&
                            visit.scanning.state == Scanning::State::Failed &&
                            before.scanning != Scanning::State::Failed;
    if (has_failed && is_too_much(visit.struggle.mistakes[visit.scan_path]))
        offer(visit);
}

/// The answer of the question that was on screen, or how many items its list has.
bool has_changed(const Visit& visit, const Before& before) {
    const auto* answer = visit.answers.find(before.path);
    const bool same = answer == nullptr ? !before.answer : before.answer == *answer;
    return !same || visit.answers.items(before.path) != before.items;
}

void count_circles(Visit& visit, const Before& before) {
    auto& visits = visit.struggle.visits;
    if (has_changed(visit, before))
        visits.erase(before.path);
    if (visit.screen == Screen::Question && has_moved(visit, before) &&
        ++visits[visit.path] % going_in_circles == 0)
        offer(visit);
}

} // namespace

std::optional<Instant> next_offer(const Visit& visit) {
    return may_offer(visit) ? std::optional{visit.struggle.screen_since + long_on_one_screen}
                            : std::nullopt;
}

void watch_struggle(Turn& turn, const Before& before, const Event& event) {
    auto& visit = turn.visit;
    auto& struggle = visit.struggle;
    const bool moved = has_moved(visit, before);
    if (moved && struggle.offered) {
        struggle.offered = false;
        struggle.passed_over++;
    }
    const bool is_other = moved || visit.panel != before.panel || visit.call.state != before.call ||
                          visit.scanning.state != before.scanning;
    if (is_other)
        struggle.screen_since = turn.now;
    if (visit.procedure != before.procedure) {
        struggle.mistakes.clear();
        struggle.visits.clear();
    }
    count_mistakes(visit, before, event);
    count_circles(visit, before);
    const auto due = next_offer(visit);
    if (due && turn.now >= *due)
        offer(visit);
}

void on(Turn& turn, const did::DeclineHelp&) {
    auto& struggle = turn.visit.struggle;
    struggle.declined = struggle.declined || struggle.offered;
    struggle.offered = false;
}

} // namespace guichet::visit
