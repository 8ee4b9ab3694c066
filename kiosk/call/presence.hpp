// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "call/words.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace guichet::call {

/// A kiosk says it is there every 5 s and counts as lost after 15 s: with a check each second, a
/// cut cable is said on the consoles within 20 s (facts/mediation.md section 11, line 9).
constexpr std::chrono::seconds kiosk_patience{15};
/// A console says it is there every 15 s and counts as absent after 45 s.
constexpr std::chrono::seconds console_patience{45};

/// What a kiosk says of itself: where the person is, never what they wrote.
struct Progress {
    bool in_use{};
    std::string procedure{};
    int step{}; ///< from 1; 0: not within steps
    int steps{};
    std::chrono::seconds same_screen{}; ///< at the moment it was said
    bool exercise{};

    bool operator==(const Progress&) const = default;
};

struct Kiosk {
    std::string id{};
    std::string site{};
    std::string room{};
    std::string place{}; ///< "Borne 2"
    Progress progress{};
    Instant seen{};
    bool reachable{};

    bool operator==(const Kiosk&) const = default;
};

/// One open page of one mediator.
struct Console {
    std::string id{};
    std::string account{};
    std::string session{}; ///< the sign-in it belongs to: one browser's, with all its pages
    std::string name{};
    std::string site{};
    std::vector<std::string> rooms{}; ///< calls of these ring first; empty: of every room
    bool backup{}; ///< rings only when nobody else took it, or at once when it is urgent
    std::optional<Declared> declared{}; ///< nothing yet: nobody counts on it
    bool noticed{true};                 ///< a call shown there now would be seen or heard
    Instant seen{};
    bool present{}; ///< measured

    bool operator==(const Console&) const = default;
};

/// A call shown there reaches somebody who would come.
bool in_reach(const Console& console);

/// Whether somebody would come to a site, as measured.
enum class Staff { Nobody, Busy, Present };

} // namespace guichet::call
