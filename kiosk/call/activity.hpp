// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "call/words.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace guichet::call {

/// What is counted of one visit when it ends. Nothing of it says who, when or at which kiosk: the
/// hub adds the day and half-day (facts/mediation.md section 10, EXP-01).
struct Activity {
    std::string theme{}; ///< the procedure's, of the national vocabulary; empty: none was chosen
    std::chrono::minutes lasted{};
    bool finished{};            ///< the person got their sheet
    std::optional<Doer> doer{}; ///< what the person said
    std::optional<Mood> mood{};

    bool operator==(const Activity&) const = default;
};

} // namespace guichet::call
