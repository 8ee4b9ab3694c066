// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/language.hpp"
#include "procedure/type.hpp"
#include "visit/flow.hpp"
#include "visit/stops.hpp"

#include <algorithm>

namespace guichet::visit {
namespace {

/// Of the question on screen, or from which the document is read; -1 elsewhere.
int step_shown(const Visit& visit) {
    const bool is_within = visit.screen == Screen::Question || visit.screen == Screen::Scan ||
                           visit.screen == Screen::Confirm;
    const auto* stop = is_within ? stop_at(visit, visit.path) : nullptr;
    return stop == nullptr ? -1 : stop->step;
}

bool is_open(const Visit& visit) {
    return visit.call.state != call::State::Quiet && visit.call.state != call::State::Sending;
}

/// Somebody is there, whoever said so.
void come_beside(Turn& turn) {
    auto& visit = turn.visit;
    call::confirm_here(visit.call, turn.now);
    if (visit.call.state != call::State::Here)
        return;
    stop_pointing(turn); // one helper at a time
    if (!visit.beside)
        visit.beside = Beside{.mediator = visit.call.mediator};
}

void prove(Turn& turn) {
    auto& visit = turn.visit;
    come_beside(turn);
    visit.code = {};
    if (!visit.beside)
        return;
    visit.beside->proven = true;
    visit.beside->open = true;
    if (visit.panel == Panel::Code || visit.panel == Panel::Call)
        close_panel(visit);
}

void refuse_code(Turn& turn) {
    constexpr int most_wrong = 5; // as the hub: then none for a minute (hub/API.md)
    auto& code = turn.visit.code;
    const int wrong = code.wrong + 1;
    const bool rests = wrong >= most_wrong;
    code = {
        .state = rests ? Code::State::Resting : Code::State::Wrong,
        .since = turn.now,
        .wrong = rests ? 0 : wrong};
}

void check_code(Turn& turn, const std::string& digits) {
    auto& visit = turn.visit;
    const bool is_pin = digits.size() >= Code::shortest_pin && visit.offer->has_pin;
    const bool is_resting = visit.code.state == Code::State::Resting;
    const bool is_checking = visit.code.state == Code::State::Checking;
    if (!is_open(visit) || is_resting || is_checking)
        return;
    if (!is_pin && digits.size() != Code::of_console)
        return refuse_code(turn);
    visit.code.digits.clear();
    visit.code.state = Code::State::Checking;
    visit.code.since = turn.now;
    if (!is_pin)
        return tell_hub(turn, call::Errand::Here{digits});
    visit.code.work = ++visit.works;
    turn.effects.emplace_back(please::CheckPin{digits, visit.code.work});
}

/// The errand gave a code for the call of now.
bool gave_code(const Visit& visit, const call::Errand& errand) {
    const auto* here = std::get_if<call::Errand::Here>(&errand.what);
    return errand.id == visit.call.request.id && here != nullptr && !here->code.empty();
}

} // namespace

bool is_for_person_alone(const Visit& visit) {
    const bool is_unclear =
        visit.screen == Screen::Scan && visit.scanning.state == Scanning::State::Unclear;
    if (is_unclear || visit.screen == Screen::Confirm || visit.screen == Screen::Check ||
        visit.screen == Screen::Done)
        return true;
    const auto* question = visit.question();
    if (question == nullptr)
        return false;
    const bool is_read = visit.correcting >= 0 || visit.hints.contains(visit.path);
    const bool is_secret =
        std::ranges::any_of(question->type->parts(*question), [](const auto& part) {
            return part.secret;
        });
    return is_read || is_secret || question->type->input() == procedure::Input::Agree;
}

bool waits_for_person(const Visit& visit) {
    return visit.beside && visit.beside->holds && is_for_person_alone(visit);
}

bool can_lend(const Visit& visit) {
    return visit.beside && visit.screen == Screen::Question && !visit.curtain &&
           !is_for_person_alone(visit);
}

procedure::Origin origin_now(const Visit& visit) {
    if (!visit.beside || !visit.beside->holds)
        return {};
    return {.kind = procedure::Origin::Kind::Mediator, .mediator = visit.beside->mediator};
}

void note_writing(Visit& visit, const procedure::Path& path) {
    if (!visit.beside || !visit.beside->holds)
        return;
    std::erase(visit.beside->written, path);
    visit.beside->written.push_back(path);
}

void end_loan(Visit& visit) {
    if (!visit.beside || !visit.beside->holds || step_shown(visit) == visit.beside->step)
        return;
    visit.beside->holds = false;
    visit.beside->written.clear();
}

void pass_code_time(Turn& turn) {
    auto& code = turn.visit.code;
    const auto wake = next_code_wake(turn.visit);
    if (!wake || turn.now < *wake)
        return;
    const bool is_checking = code.state == Code::State::Checking;
    code.state = is_checking ? Code::State::Unsure : Code::State::Typing;
    code.since = turn.now;
}

std::optional<Instant> next_code_wake(const Visit& visit) {
    constexpr std::chrono::seconds patience{5};
    constexpr std::chrono::seconds rest{60};
    if (visit.code.state == Code::State::Checking)
        return visit.code.since + patience;
    if (visit.code.state == Code::State::Resting)
        return visit.code.since + rest;
    return std::nullopt;
}

void on(Turn& turn, const did::SomeoneIsHere& event) {
    if (!event.code.empty())
        return check_code(turn, event.code);
    const auto before = turn.visit.call.state;
    come_beside(turn);
    if (turn.visit.call.state != before)
        tell_hub(turn, call::Errand::Here{});
}

void on(Turn& turn, const did::TypeCode& event) {
    auto& code = turn.visit.code;
    const bool takes = code.state != Code::State::Resting && code.state != Code::State::Checking;
    if (turn.visit.panel != Panel::Code || !takes)
        return;
    code.digits.clear();
    for (const char digit : event.digits)
        if (digit >= '0' && digit <= '9' && code.digits.size() < Code::longest)
            code.digits += digit;
    code.state = Code::State::Typing;
}

void on(Turn& turn, const happened::CallKept& event) {
    if (gave_code(turn.visit, event.errand))
        prove(turn);
}

void on(Turn& turn, const happened::CallRefused& event) {
    if (gave_code(turn.visit, event.errand))
        refuse_code(turn);
}

void on(Turn& turn, const happened::PinChecked& event) {
    auto& visit = turn.visit;
    const bool waits =
        visit.code.state == Code::State::Checking || visit.code.state == Code::State::Unsure;
    if (!waits || visit.code.work == 0 || event.work != visit.code.work)
        return;
    if (!event.right)
        return refuse_code(turn);
    const bool was_here = visit.call.state == call::State::Here;
    prove(turn);
    if (!was_here && visit.beside)
        tell_hub(turn, call::Errand::Here{});
}

void on(Turn& turn, const did::OpenBeside&) {
    if (turn.visit.beside)
        turn.visit.beside->open = true;
}

void on(Turn& turn, const did::CloseBeside&) {
    if (turn.visit.beside)
        turn.visit.beside->open = false;
}

void on(Turn& turn, const did::ChooseBesideLanguage& event) {
    auto& visit = turn.visit;
    const auto& known = i18n::languages();
    if (visit.beside && std::ranges::count(known, event.code, &i18n::Language::code) != 0)
        visit.beside->language = event.code;
}

void on(Turn& turn, const did::LendKeyboard&) {
    auto& visit = turn.visit;
    if (!can_lend(visit) || visit.beside->holds || visit.panel != Panel::None)
        return;
    visit.beside->holds = true;
    visit.beside->step = step_shown(visit);
    visit.beside->written.clear();
}

void on(Turn& turn, const did::TakeBackKeyboard&) {
    if (!turn.visit.beside)
        return;
    turn.visit.beside->holds = false;
    turn.visit.beside->written.clear();
}

} // namespace guichet::visit
