// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sstream>
#include <vector>

/// `guichet check` of everything we ship, against its budget of 300 ms.
int main() {
    constexpr double budget = 300.0;
    std::vector<double> times;
    int result = 0;
    for (int run = 0; run < 11; ++run) {
        std::ostringstream out;
        const auto begin = std::chrono::steady_clock::now();
        result = guichet::app::run_check({}, out);
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - begin;
        times.push_back(took.count());
    }
    std::ranges::sort(times);
    const auto median = times[times.size() / 2];
    std::printf(
        "guichet check, everything: median %.1f ms, worst %.1f ms, budget %.0f ms, ratio %.3f%s\n",
        median,
        times.back(),
        budget,
        median / budget,
        result == 0 ? "" : " (with errors)"
    );
    return 0;
}
