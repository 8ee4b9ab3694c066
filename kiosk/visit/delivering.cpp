#include "visit/flow.hpp"

namespace guichet::visit {
namespace {

using State = Delivery::State;

/// Prints or saves: now, or as soon as the sheet is made. A sheet that failed is made again.
void deliver(Turn& turn, State& wanted, Effect effect) {
    auto& sheet = turn.visit.delivery.sheet;
    if (turn.visit.screen != Screen::Done || wanted == State::Working)
        return;
    wanted = State::Working;
    if (sheet == State::Done)
        return turn.effects.push_back(std::move(effect));
    if (sheet == State::Working)
        return;
    sheet = State::Working;
    turn.effects.emplace_back(please::MakeSheet{});
}

void settle(State& state, State result) {
    if (state == State::Working)
        state = result;
}

void fail(Visit& visit, State& state, Error::Kind why) {
    if (state != State::Working)
        return;
    state = State::Failed;
    visit.delivery.why = why;
}

} // namespace

void open_done(Turn& turn) {
    turn.visit.path.clear();
    turn.visit.delivery = {};
    turn.visit.delivery.sheet = State::Working;
    show(turn, Screen::Done);
    turn.effects.emplace_back(please::MakeSheet{});
}

void on(Turn& turn, const did::Print&) {
    if (turn.visit.offer->can_print)
        deliver(turn, turn.visit.delivery.print, please::Print{});
}

void on(Turn& turn, const did::Save&) {
    if (turn.visit.offer->can_save)
        deliver(turn, turn.visit.delivery.save, please::Save{});
}

void on(Turn& turn, const happened::SheetReady&) {
    auto& delivery = turn.visit.delivery;
    if (delivery.sheet != State::Working)
        return;
    delivery.sheet = State::Done;
    if (delivery.print == State::Working)
        turn.effects.emplace_back(please::Print{});
    if (delivery.save == State::Working)
        turn.effects.emplace_back(please::Save{});
}

void on(Turn& turn, const happened::SheetFailed& event) {
    auto& delivery = turn.visit.delivery;
    if (delivery.sheet != State::Working)
        return;
    fail(turn.visit, delivery.sheet, event.why);
    fail(turn.visit, delivery.print, event.why);
    fail(turn.visit, delivery.save, event.why);
}

void on(Turn& turn, const happened::Printed&) {
    settle(turn.visit.delivery.print, State::Done);
}

void on(Turn& turn, const happened::PrintFailed& event) {
    fail(turn.visit, turn.visit.delivery.print, event.why);
}

void on(Turn& turn, const happened::Saved&) {
    settle(turn.visit.delivery.save, State::Done);
}

void on(Turn& turn, const happened::SaveFailed& event) {
    fail(turn.visit, turn.visit.delivery.save, event.why);
}

} // namespace guichet::visit
