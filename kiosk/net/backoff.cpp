// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/backoff.hpp"

#include <algorithm>

namespace guichet::net {
namespace {

constexpr double first_ms = 500;
constexpr double longest_ms = 3000;

} // namespace

std::chrono::milliseconds pause_after(int failures, double chance) {
    if (failures <= 0)
        return {};
    const auto doubled = first_ms * static_cast<double>(1L << std::min(failures - 1, 10));
    const auto part = 1.0 - std::clamp(chance, 0.0, 1.0) / 2;
    return std::chrono::milliseconds(static_cast<long>(std::min(doubled, longest_ms) * part));
}

} // namespace guichet::net
