// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"

#include <atomic>
#include <cstdint>
#include <memory>

namespace guichet::hub {

/// What the store keeps of a moment: milliseconds since 1970. Bound once to the clock that never
/// jumps, so that setting the computer's clock changes nothing while the hub runs. Hubs on one
/// PostgreSQL go by its clock (Store::follow_clock). Copies stay one clock, from any thread.
class WallClock {
public:
    /// `wall`: what the computer's clock said at `steady`.
    WallClock(Instant steady, std::int64_t wall)
        : m_offset(std::make_shared<std::atomic<std::int64_t>>(offset(steady, wall))) {}

    std::int64_t to_wall(Instant instant) const {
        return instant.time_since_epoch().count() + *m_offset;
    }
    Instant to_instant(std::int64_t wall) const {
        return Instant(std::chrono::milliseconds(wall - *m_offset));
    }
    void bind(Instant steady, std::int64_t wall) const { *m_offset = offset(steady, wall); }

private:
    std::shared_ptr<std::atomic<std::int64_t>> m_offset;

    static std::int64_t offset(Instant steady, std::int64_t wall) {
        return wall - steady.time_since_epoch().count();
    }
};

/// Bound to the present.
WallClock read_wall_clock();

} // namespace guichet::hub
