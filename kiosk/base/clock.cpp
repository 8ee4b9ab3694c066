// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.hpp"

#include <array>
#include <cstdio>
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

std::string to_iso(Date date) {
    std::array<char, 16> iso{};
    std::snprintf(
        iso.data(),
        iso.size(),
        "%04d-%02u-%02u",
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day())
    );
    return iso.data();
}

} // namespace guichet
