// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "call/ticket.hpp"
#include "hub/store.hpp"

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace guichet::hub {

/// How claims at the same instant came out.
struct ClaimRace {
    std::atomic<int> winners{0};
    std::atomic<int> errors{0};

    /// Eight mediators claim it, half of them through each store.
    ClaimRace(Store& one, Store& other, const call::Ticket& fresh) {
        std::vector<std::jthread> mediators;
        mediators.reserve(8);
        for (int each = 0; each < 8; each++)
            mediators.emplace_back([&, each] {
                auto mine = fresh;
                const auto name = "m" + std::to_string(each);
                call::claim(mine, {name, name}, now());
                const auto saved = (each % 2 == 0 ? one : other).save(mine);
                errors += saved ? 0 : 1;
                winners += saved && *saved ? 1 : 0;
            });
    }
};

} // namespace guichet::hub
