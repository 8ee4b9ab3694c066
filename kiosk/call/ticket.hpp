// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "call/call.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace guichet::call {

/// Who acts at a console.
struct Who {
    std::string account{}; ///< the name to sign in with
    std::string name{};    ///< what the kiosk shows: a first name or a role

    bool operator==(const Who&) const = default;
};

/// A mediator takes a call, for the time of a lease.
struct Claim {
    Who who;
    Instant since{};

    bool operator==(const Claim&) const = default;
};

/// A call as the hub keeps it. Exactly what the kiosk sent, and what became of it.
struct Ticket {
    Request request{};
    std::string kiosk{};
    std::string site{};
    std::string room{};
    std::string secret{}; ///< the digits its mediator reads out follow from it
    std::int64_t rank{};  ///< order of arrival: never changes, whatever happens to clocks
    Instant opened{};
    std::optional<Instant> acknowledged{}; ///< a console really received it
    std::optional<Claim> claim{};
    bool alarm{}; ///< it became urgent after the claim, and who holds it has not answered since
    std::optional<Who> passed_to{}; ///< handed to a colleague, who has not claimed it yet
    std::optional<Reply> reply{};
    std::optional<Instant> here{};
    std::optional<Outcome> ended{};
    std::int64_t version{}; ///< counts saved changes; the store refuses a change of an older one

    bool operator==(const Ticket&) const = default;
};

/// What became of something asked of a ticket.
enum class Verdict {
    Done,
    Already,  ///< it was so before: the same request again
    Taken,    ///< another mediator holds it
    NotYours, ///< only the one who claimed it may
    TooLate,  ///< somebody is at the kiosk, or the call is over
    Unknown,  ///< there is no such call
    NotThere, ///< a page acknowledges it that nobody would notice, or whose mediator is away
};

/// From a console that shows it.
Verdict acknowledge(Ticket& ticket, Instant now);
/// One winner: Taken for everybody else.
Verdict claim(Ticket& ticket, const Who& who, Instant now);
/// Back among the others, with its original rank.
Verdict release(Ticket& ticket, const std::string& account);
/// Hands it to a colleague. That claims nothing in their name: the kiosk says somebody comes only
/// once they claimed it themselves. Anybody may still take it.
Verdict pass(Ticket& ticket, const std::string& from, const Who& to);
/// Only the one who claimed it answers. That also says they know that it became urgent.
Verdict answer(Ticket& ticket, const std::string& account, Reply reply);
/// The lease is over: nobody came.
Verdict take_back(Ticket& ticket);

// From the kiosk only.
Verdict add_reason(Ticket& ticket, Reason reason);
/// Confirmed at the kiosk.
Verdict confirm_here(Ticket& ticket, Instant now);
/// The one way for a call to end.
Verdict end(Ticket& ticket, Outcome outcome);

} // namespace guichet::call
