// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "call/escalation.hpp"
#include "call/words.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace guichet::call {

/// A call for a human as the person sees it (DESIGN.md section 6). Words on screen follow it
/// exactly: "reçu" only in Received, "quelqu’un arrive" only in Claimed.
enum class State {
    Quiet,    ///< nobody was called
    Sending,  ///< pressed, not acknowledged yet
    Received, ///< a console really acknowledged it
    Claimed,  ///< a mediator took it
    Here,     ///< confirmed at the kiosk
    Beacon,   ///< the hub cannot be reached: the kiosk itself is the sign, and says where to go
};

/// What leaves the kiosk. Never an answer, never a name.
struct Request {
    std::string id; ///< made by the kiosk; sending it again is the same call
    std::string place;
    std::string procedure{};
    std::string step{};
    std::string language{};
    std::vector<std::string> needs{}; ///< what to know to help: "large-text", "read-aloud"
    Reason reason{Reason::None};
    bool urgent{}; ///< somebody is unwell or in danger: everybody is called at once
    bool test{};   ///< proves the way and calls nobody (call/proof.hpp)

    bool operator==(const Request&) const = default;
};

struct Call {
    State state{State::Quiet};
    Request request{};
    Instant since{};              ///< when this state began
    std::string mediator{};       ///< Claimed and Here: the first name
    Instant opened{};             ///< when it was first pressed
    std::optional<Reply> reply{}; ///< Claimed: what the mediator answered
    bool other_ways{};            ///< nobody came for so long that other ways are shown beside it
    bool lost{}; ///< Claimed: the hub went away since, and could not say that it is over
};

// What the outside reports.
struct Acknowledged {};
struct Claimed {
    std::string mediator;
};
struct Released {};
struct Unreachable {};
struct Replied {
    Reply reply;
};
/// The hub has it and no console: it had forgotten the call and was told again.
struct Stored {};
using Report = std::variant<Acknowledged, Claimed, Released, Unreachable, Replied, Stored>;

/// The person presses: Quiet → Sending, or Beacon → Sending (try again). Any other state stays.
void press(Call& call, Request request, Instant now);
/// The person says somebody is there: Claimed, Received or Beacon → Here.
void confirm_here(Call& call, Instant now);
/// Any open state. Somebody unwell makes the call urgent; a later reason never takes that back.
void add_reason(Call& call, Reason reason);
/// Only the kiosk ends a call: any state → Quiet.
void end(Call& call, Instant now);
/// What a courier brings back.
void report(Call& call, const Report& report, Instant now);
/// Sending for 5 s without an answer is Unreachable. After the time of `escalation`, other ways are
/// offered while nobody has claimed it. Claimed for longer than any lease without a word they are
/// too, and it is Beacon when the hub has been lost: then nobody took the claim back.
void tick(Call& call, Instant now, const Escalation& escalation = {});
/// When tick() must be called next.
std::optional<Instant> next_wake(const Call& call, const Escalation& escalation = {});

} // namespace guichet::call
