// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.hpp"

#include <ctime>

namespace guichet {

Instant now() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now()
    );
}

Date today() {
    const auto seconds = std::time(nullptr);
    std::tm local{};
    localtime_r(&seconds, &local);
    return Date{
        std::chrono::year{local.tm_year + 1900},
        std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
        std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

} // namespace guichet
