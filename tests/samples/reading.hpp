// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/read.hpp"

#include <chrono>
#include <filesystem>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace samples {

inline std::vector<guichet::scan::Kind> our_kinds() {
    auto kinds =
        guichet::scan::load_kinds(std::filesystem::path(GUICHET_SOURCE) / "forms/documents");
    REQUIRE(kinds);
    return std::move(*kinds);
}

/// On one day, and as long as it takes: a slow machine is not a wrong reading.
inline guichet::scan::Options patient() {
    guichet::scan::Options options;
    options.today = std::chrono::year(2026) / 11 / 22;
    options.patience = std::chrono::minutes(2);
    return options;
}

} // namespace samples
