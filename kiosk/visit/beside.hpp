// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "procedure/answers.hpp"
#include "visit/look.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace guichet::visit {

struct Visit;

/// The code a mediator gives at the kiosk: four digits of their console, which the hub checks, or
/// the site's longer PIN, which works without a hub.
struct Code {
    enum class State {
        Typing,
        Checking,
        Wrong,  ///< not the code: try again
        Unsure, ///< nobody answered; it counts all the same when the answer comes
        Resting ///< too many wrong ones: none is taken for a minute
    };

    static constexpr std::size_t of_console = 4;
    static constexpr std::size_t shortest_pin = 6;
    static constexpr std::size_t longest = 12;

    std::string digits{};
    State state{State::Typing};
    Instant since{}; ///< when this state began
    int wrong{0};    ///< in a row
    int work{0};     ///< Checking a PIN: whose news count
};

/// Somebody who came and is at the person's side.
struct Beside {
    std::string mediator{};     ///< the first name; empty when it is not known
    std::string language{"fr"}; ///< of their side of the screen
    bool proven{false};         ///< by a code; otherwise the person said so
    bool open{false};           ///< the screen is in two
    bool holds{false};          ///< they write, because the person let them: until the step ends
    int step{-1};               ///< of the procedure, while they hold the keyboard
    std::vector<procedure::Path> written{}; ///< in this step by them, in order, each once
};

/// A mediator elsewhere would like to point at this page, or does.
struct Pointing {
    std::string id;
    std::string mediator;
    bool allowed{false}; ///< the person agreed: labels and places are shown, never a value
    Instant since{};     ///< asked, or allowed
    Screen screen{};     ///< the page it is about: it ends with it
    procedure::Path path{};
    std::string mark{}; ///< id of the thing pointed at; empty: none
    Instant marked{};   ///< when
};

/// A wish to point is refused by itself after this (facts/mediation.md section 10, CON-06).
constexpr std::chrono::seconds point_patience{30};
/// How long one agreement lasts at most.
constexpr std::chrono::minutes point_lasts{5};
/// How long a thing pointed at stays ringed.
constexpr std::chrono::seconds mark_lasts{4};

/// Consent, secrets, what was read on a document, signing and sending: never anybody else's to do.
bool is_for_person_alone(const Visit& visit);
/// Somebody else writes, and what is on screen waits for the person.
bool waits_for_person(const Visit& visit);
/// The person can let the mediator write on this screen.
bool can_lend(const Visit& visit);
/// The labels of this page may be shown to somebody elsewhere, if the person agrees.
bool can_be_pointed_at(const Visit& visit);

} // namespace guichet::visit
