// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "call/activity.hpp"
#include "call/pointing.hpp"
#include "net/client.hpp"

#include <deque>
#include <optional>
#include <string>

namespace guichet::app {

/// What a kiosk tells its hub beside its calls, in order: pointing, and counts. Unlike a call it is
/// given up rather than told late or twice: a wish to point ends on both sides when the hub does
/// not hear of it, and a count that may have arrived is not sent again.
class Notes {
public:
    struct Note {
        net::Request request;
        std::string point{}; ///< the wish it is about
        bool stops{false};
        bool shows{false}; ///< the screen: not more often than a person reads
    };

    void add(const call::PointErrand& errand);
    void add(const call::Activity& activity);

    /// What to send now; the caller sends it and says how it went.
    std::optional<Note> take(Instant now);
    /// The wish to point that is over by it, if any.
    std::optional<std::string> sent(Note note, const Result<net::Reply>& reply, Instant now);

    std::optional<Instant> next_wake() const;
    bool empty() const { return m_waiting.empty(); }

private:
    std::deque<Note> m_waiting{};
    Instant m_next{};
    Instant m_next_layout{};

    void forget(const std::string& point);
};

} // namespace guichet::app
