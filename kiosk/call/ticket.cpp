// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/ticket.hpp"

namespace guichet::call {
namespace {

bool held_by(const Ticket& ticket, const std::string& account) {
    return ticket.claim && ticket.claim->who.account == account;
}

void free_it(Ticket& ticket) {
    ticket.claim.reset();
    ticket.alarm = false;
    ticket.reply.reset();
}

/// Why the one who holds a ticket cannot act on it; Done: they can.
Verdict holder_may(const Ticket& ticket, const std::string& account) {
    if (ticket.ended)
        return Verdict::TooLate;
    if (!held_by(ticket, account))
        return ticket.claim ? Verdict::NotYours : Verdict::Already;
    return ticket.here ? Verdict::TooLate : Verdict::Done;
}

} // namespace

Verdict acknowledge(Ticket& ticket, Instant now) {
    if (ticket.ended)
        return Verdict::TooLate;
    if (ticket.acknowledged)
        return Verdict::Already;
    ticket.acknowledged = now;
    return Verdict::Done;
}

Verdict claim(Ticket& ticket, const Who& who, Instant now) {
    if (ticket.request.test)
        return Verdict::Unknown;
    if (ticket.ended)
        return Verdict::TooLate;
    if (held_by(ticket, who.account))
        return Verdict::Already;
    if (ticket.claim)
        return Verdict::Taken;
    ticket.claim = Claim{who, now};
    ticket.passed_to.reset();
    if (!ticket.acknowledged) // whoever claims it has seen it
        ticket.acknowledged = now;
    return Verdict::Done;
}

Verdict release(Ticket& ticket, const std::string& account) {
    const auto verdict = holder_may(ticket, account);
    if (verdict == Verdict::Done)
        free_it(ticket);
    return verdict;
}

Verdict pass(Ticket& ticket, const std::string& from, const Who& to) {
    if (ticket.request.test)
        return Verdict::Unknown;
    if (ticket.ended || ticket.here)
        return Verdict::TooLate;
    if (ticket.claim && !held_by(ticket, from))
        return Verdict::NotYours;
    if (!ticket.claim && ticket.passed_to == to)
        return Verdict::Already;
    if (held_by(ticket, to.account))
        return Verdict::Already;
    free_it(ticket);
    ticket.passed_to = to;
    return Verdict::Done;
}

Verdict answer(Ticket& ticket, const std::string& account, Reply reply) {
    if (ticket.ended || ticket.here)
        return Verdict::TooLate;
    if (!held_by(ticket, account))
        return Verdict::NotYours;
    if (ticket.reply == reply && !ticket.alarm)
        return Verdict::Already;
    ticket.reply = reply;
    ticket.alarm = false;
    return Verdict::Done;
}

Verdict take_back(Ticket& ticket) {
    if (ticket.ended || ticket.here)
        return Verdict::TooLate;
    if (!ticket.claim)
        return Verdict::Already;
    free_it(ticket);
    return Verdict::Done;
}

Verdict add_reason(Ticket& ticket, Reason reason) {
    if (ticket.ended)
        return Verdict::TooLate;
    const bool urgent = ticket.request.urgent || reason == Reason::Unwell;
    if (ticket.request.reason == reason && ticket.request.urgent == urgent)
        return Verdict::Already;
    if (urgent && !ticket.request.urgent)
        ticket.alarm = ticket.claim.has_value();
    ticket.request.reason = reason;
    ticket.request.urgent = urgent;
    return Verdict::Done;
}

Verdict confirm_here(Ticket& ticket, Instant now) {
    if (ticket.ended)
        return Verdict::TooLate;
    if (ticket.here)
        return Verdict::Already;
    ticket.here = now;
    return Verdict::Done;
}

Verdict end(Ticket& ticket, Outcome outcome) {
    if (ticket.ended)
        return Verdict::Already;
    ticket.ended = outcome;
    return Verdict::Done;
}

} // namespace guichet::call
