// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/wall_clock.hpp"

#include <chrono>

namespace guichet::hub {

WallClock read_wall_clock() {
    const auto wall = std::chrono::system_clock::now().time_since_epoch();
    return {now(), std::chrono::duration_cast<std::chrono::milliseconds>(wall).count()};
}

} // namespace guichet::hub
