// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace guichet::call {

/// How long after the press a call that nobody has claimed goes further; a site may say other times
/// (facts/mediation.md section 11, line 6). An urgent call goes to everybody at once whatever they
/// are.
struct Escalation {
    std::chrono::seconds site{30};        ///< it rings in the whole site
    std::chrono::seconds backup{90};      ///< and on the backup list; not before `site`
    std::chrono::seconds other_ways{180}; ///< the kiosk offers other ways; the call stays open

    bool operator==(const Escalation&) const = default;
};

} // namespace guichet::call
