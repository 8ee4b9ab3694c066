// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/call.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace guichet::call {
namespace {

/// Between the press and reaching those responsible (DIN VDE 0834).
constexpr std::chrono::seconds patience{5};
/// The hub's lease of a claim (board.cpp), and a minute for it to say that it is over.
constexpr std::chrono::minutes claim_counts_for{6};

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
    call.reply.reset();
    call.other_ways = false;
    enter(call, State::Claimed, now);
}

void apply(Call& call, const Released&, Instant now) {
    if (call.state != State::Claimed)
        return;
    call.mediator.clear();
    call.reply.reset();
    enter(call, State::Received, now);
}

void apply(Call& call, const Replied& replied, Instant) {
    // "J’arrive" is true only of somebody who claimed the call.
    if (call.state == State::Claimed)
        call.reply = replied.reply;
}

/// Nobody is there yet, nor on the way.
bool waits(const Call& call) {
    return call.state == State::Sending || call.state == State::Received ||
           call.state == State::Beacon;
}

void apply(Call& call, const Unreachable&, Instant now) {
    // Once claimed, a human is on the way whatever happens to the network; tick() says for how
    // long that is believed.
    call.lost = call.state == State::Claimed;
    if (call.state == State::Sending || call.state == State::Received)
        enter(call, State::Beacon, now);
}

void apply(Call& call, const Stored&, Instant now) {
    if (call.state != State::Received && call.state != State::Claimed)
        return;
    call.mediator.clear();
    call.reply.reset();
    enter(call, State::Sending, now);
}

} // namespace

void press(Call& call, Request request, Instant now) {
    if (call.state != State::Quiet && call.state != State::Beacon)
        return;
    if (call.state == State::Quiet)
        call.opened = now;
    call.request = std::move(request);
    call.mediator.clear();
    enter(call, State::Sending, now);
}

void confirm_here(Call& call, Instant now) {
    if (call.state == State::Claimed || call.state == State::Received ||
        call.state == State::Beacon)
        enter(call, State::Here, now);
    call.other_ways = call.other_ways && call.state != State::Here;
}

void add_reason(Call& call, Reason reason) {
    if (call.state == State::Quiet)
        return;
    call.request.reason = reason;
    call.request.urgent = call.request.urgent || reason == Reason::Unwell;
}

void end(Call& call, Instant now) {
    if (call.state == State::Quiet)
        return;
    call = {};
    enter(call, State::Quiet, now);
}

void report(Call& call, const Report& report, Instant now) {
    call.lost = false;
    std::visit([&](const auto& what) { apply(call, what, now); }, report);
}

void tick(Call& call, Instant now, const Escalation& escalation) {
    if (call.state == State::Sending && now - call.since >= patience)
        enter(call, State::Beacon, now);
    if (waits(call) && now - call.opened >= escalation.other_ways)
        call.other_ways = true;
    if (call.state != State::Claimed || now - call.since < claim_counts_for)
        return;
    call.other_ways = true;
    if (!call.lost)
        return;
    call.mediator.clear();
    call.reply.reset();
    enter(call, State::Beacon, now);
}

std::optional<Instant> next_wake(const Call& call, const Escalation& escalation) {
    std::optional<Instant> wake;
    if (waits(call) && !call.other_ways)
        wake = call.opened + escalation.other_ways;
    if (call.state == State::Sending)
        wake = wake ? std::min(*wake, call.since + patience) : call.since + patience;
    if (call.state == State::Claimed && (call.lost || !call.other_ways))
        wake = call.since + claim_counts_for;
    return wake;
}

} // namespace guichet::call
