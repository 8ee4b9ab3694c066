// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "call/presence.hpp"
#include "call/ticket.hpp"
#include "call/words.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace guichet::hub {

/// What /metrics shows; no name of anybody in it.
struct Figures {
    std::size_t open_calls{};
    std::size_t waiting_calls{};
    std::size_t kiosk_streams{};
    std::size_t console_streams{};
    long opened{};
    long ended{};
    long acknowledged{};
    double acknowledged_seconds{}; ///< the sum
    long claimed{};
    long store_failures{};
    long tests_arrived{};
    long tests_failed{};
};

/// What a page says of itself each fifteen seconds.
struct PageState {
    std::string id{};                         ///< drawn by the page
    std::string session{};                    ///< its print
    std::optional<call::Declared> declared{}; ///< nothing yet
    bool noticed{true};                       ///< a call it shows would be seen or heard
    std::optional<std::vector<std::string>> rooms{};
};

/// What a kiosk is answered to its sign of life.
struct HeartbeatAnswer {
    call::Staff staff{};
    bool test{}; ///< it should send a test call now
};

/// What became of a change of a call.
struct CallChanged {
    call::Verdict verdict;
    call::Ticket ticket; ///< as it is now; of no use when Unknown
};

} // namespace guichet::hub
