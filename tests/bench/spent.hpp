// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <ctime>
#include <vector>

namespace guichet::bench {

/// Of this thread, in milliseconds: other programs on the machine do not count.
inline double processor_time() {
    timespec at{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) * 1e3 + static_cast<double>(at.tv_nsec) / 1e6;
}

/// Of times in rising order.
inline double rank(const std::vector<double>& times, double share) {
    return times.at(static_cast<std::size_t>(share * static_cast<double>(times.size() - 1)));
}

} // namespace guichet::bench
