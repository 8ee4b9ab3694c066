// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/flow.hpp"

namespace guichet::visit {
namespace {

using State = Delivery::State;

void make_sheet(Turn& turn) {
    auto& delivery = turn.visit.delivery;
    delivery.sheet = State::Working;
    delivery.sheet_work = ++turn.visit.works;
    turn.effects.emplace_back(please::MakeSheet{delivery.sheet_work});
}

void print(Turn& turn) {
    turn.visit.delivery.print_work = ++turn.visit.works;
    turn.effects.emplace_back(please::Print{turn.visit.delivery.print_work});
}

void save(Turn& turn) {
    turn.visit.delivery.save_work = ++turn.visit.works;
    turn.effects.emplace_back(please::Save{turn.visit.delivery.save_work});
}

/// Prints or saves: now, or as soon as the sheet is made. A sheet that failed is made again.
void deliver(Turn& turn, State& wanted, void (*send)(Turn&)) {
    const auto sheet = turn.visit.delivery.sheet;
    if (turn.visit.screen != Screen::Done || wanted == State::Working)
        return;
    wanted = State::Working;
    if (sheet == State::Done)
        send(turn);
    else if (sheet != State::Working)
        make_sheet(turn);
}

/// What came of work that is still wanted.
bool counts(State state, int wanted, int work) {
    return state == State::Working && (work == 0 || work == wanted);
}

/// The paper that says other ways to be helped, rather than the sheet.
bool is_about_ways(const Visit& visit, int work) {
    if (visit.ways != State::Working)
        return false;
    return work == visit.ways_work || (work == 0 && visit.delivery.print != State::Working);
}

void fail(Visit& visit, State& state, Error::Kind why) {
    if (state != State::Working)
        return;
    state = State::Failed;
    visit.delivery.why = why;
}

} // namespace

void on(Turn& turn, const did::Feel& event) {
    if (turn.visit.screen == Screen::Done)
        turn.visit.mood = event.mood;
}

void on(Turn& turn, const did::SayWhoDidIt& event) {
    if (turn.visit.screen == Screen::Done)
        turn.visit.doer = event.doer;
}

void open_done(Turn& turn) {
    turn.visit.changing = false;
    turn.visit.path.clear();
    turn.visit.delivery = {};
    show(turn, Screen::Done);
    make_sheet(turn);
}

void on(Turn& turn, const did::Print&) {
    if (turn.visit.offer->can_print)
        deliver(turn, turn.visit.delivery.print, print);
}

void on(Turn& turn, const did::Save&) {
    if (turn.visit.offer->can_save)
        deliver(turn, turn.visit.delivery.save, save);
}

void on(Turn& turn, const happened::SheetReady& event) {
    auto& delivery = turn.visit.delivery;
    if (!counts(delivery.sheet, delivery.sheet_work, event.work))
        return;
    delivery.sheet = State::Done;
    if (delivery.print == State::Working)
        print(turn);
    if (delivery.save == State::Working)
        save(turn);
}

void on(Turn& turn, const happened::SheetFailed& event) {
    auto& delivery = turn.visit.delivery;
    if (!counts(delivery.sheet, delivery.sheet_work, event.work))
        return;
    fail(turn.visit, delivery.sheet, event.why);
    fail(turn.visit, delivery.print, event.why);
    fail(turn.visit, delivery.save, event.why);
}

void on(Turn& turn, const happened::Printed& event) {
    auto& delivery = turn.visit.delivery;
    if (is_about_ways(turn.visit, event.work))
        turn.visit.ways = State::Done;
    else if (counts(delivery.print, delivery.print_work, event.work))
        delivery.print = State::Done;
}

void on(Turn& turn, const happened::PrintFailed& event) {
    auto& visit = turn.visit;
    if (is_about_ways(visit, event.work)) {
        visit.ways = State::Failed;
        visit.ways_why = event.why;
    } else if (counts(visit.delivery.print, visit.delivery.print_work, event.work)) {
        fail(visit, visit.delivery.print, event.why);
    }
}

void on(Turn& turn, const happened::Saved& event) {
    auto& delivery = turn.visit.delivery;
    if (counts(delivery.save, delivery.save_work, event.work))
        delivery.save = State::Done;
}

void on(Turn& turn, const happened::SaveFailed& event) {
    auto& delivery = turn.visit.delivery;
    if (counts(delivery.save, delivery.save_work, event.work))
        fail(turn.visit, delivery.save, event.why);
}

} // namespace guichet::visit
