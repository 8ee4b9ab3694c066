// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

/// How long a hub keeps what; the console's "Qui voit quoi ?" says these numbers.
namespace guichet::hub::kept_for {

constexpr std::chrono::hours ended_call{24};       ///< so that a late repetition opens nothing
constexpr std::chrono::hours act{24 * 90};         ///< of staff
constexpr std::chrono::hours note{24};             ///< for the next shift
constexpr std::chrono::hours session{12};          ///< at most
constexpr std::chrono::minutes unused_session{15}; ///< as at Aidants Connect (facts/mediation.md 2)

} // namespace guichet::hub::kept_for
