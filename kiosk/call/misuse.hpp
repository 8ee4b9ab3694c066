// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "call/call.hpp"

#include <chrono>
#include <deque>

namespace guichet::call {

/// Calls made and taken back at one kiosk. Three within five minutes ask for a longer press;
/// nobody is ever kept from calling (HND-07).
class Habit {
public:
    /// The call is about to end, in this state: one nobody came for was taken back.
    void ended(const Call& call, Instant now);
    /// A mediator took a call: whoever presses is being looked after.
    void claimed() { m_taken_back.clear(); }
    /// How long the button must be held for the next call; zero: a plain press.
    std::chrono::milliseconds hold(Instant now) const;

private:
    std::deque<Instant> m_taken_back{};
};

} // namespace guichet::call
