#include "call/call.hpp"

#include <chrono>
#include <utility>

namespace guichet::call {
namespace {

/// Between the press and reaching those responsible (DIN VDE 0834).
constexpr std::chrono::seconds patience{5};

void enter(Call& call, State state, Instant now) {
    call.state = state;
    call.since = now;
}

void apply(Call& call, const Acknowledged&, Instant now) {
    if (call.state == State::Sending || call.state == State::Beacon)
        enter(call, State::Received, now);
}

void apply(Call& call, const Claimed& claimed, Instant now) {
    // A claim proves that a console has it, even when the acknowledgement was lost on the way.
    if (call.state == State::Quiet || call.state == State::Here)
        return;
    if (call.state == State::Claimed && call.mediator == claimed.mediator)
        return;
    call.mediator = claimed.mediator;
    enter(call, State::Claimed, now);
}

void apply(Call& call, const Released&, Instant now) {
    if (call.state != State::Claimed)
        return;
    call.mediator.clear();
    enter(call, State::Received, now);
}

void apply(Call& call, const Unreachable&, Instant now) {
    // Once claimed, a human is on the way whatever happens to the network.
    if (call.state == State::Sending || call.state == State::Received)
        enter(call, State::Beacon, now);
}

} // namespace

void press(Call& call, Request request, Instant now) {
    if (call.state != State::Quiet && call.state != State::Beacon)
        return;
    call.request = std::move(request);
    call.mediator.clear();
    enter(call, State::Sending, now);
}

void confirm_here(Call& call, Instant now) {
    if (call.state == State::Claimed || call.state == State::Received ||
        call.state == State::Beacon)
        enter(call, State::Here, now);
}

void end(Call& call, Instant now) {
    if (call.state == State::Quiet)
        return;
    call.request = {};
    call.mediator.clear();
    enter(call, State::Quiet, now);
}

void report(Call& call, const Report& report, Instant now) {
    std::visit([&](const auto& what) { apply(call, what, now); }, report);
}

void tick(Call& call, Instant now) {
    if (call.state == State::Sending && now - call.since >= patience)
        enter(call, State::Beacon, now);
}

std::optional<Instant> next_wake(const Call& call) {
    if (call.state == State::Sending)
        return call.since + patience;
    return std::nullopt;
}

} // namespace guichet::call
