// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "call/ticket.hpp"
#include "hub/wall_clock.hpp"

#include <map>
#include <string>
#include <utility>

namespace guichet::hub {

/// Whether the digits given at a kiosk are those on the console.
enum class CodeCheck { Right, Wrong, TooMany };

/// The digits a mediator reads on their console to confirm at the kiosk. They change each minute,
/// are the same on every hub, which read the call's secret with it, and may be guessed wrong five
/// times a minute.
class Codes {
public:
    explicit Codes(WallClock clock) : m_clock(std::move(clock)) {}

    std::string code(const call::Ticket& ticket, Instant now, int minutes_ago = 0) const;
    /// The one of the minute before still counts.
    CodeCheck check(const call::Ticket& ticket, const std::string& given, Instant now);
    /// True once in each minute: other digits are right now.
    bool minute_began(Instant now);

private:
    WallClock m_clock;
    std::int64_t m_minute{};
    std::map<std::string, int> m_wrong{}; ///< of this minute, by call
};

} // namespace guichet::hub
