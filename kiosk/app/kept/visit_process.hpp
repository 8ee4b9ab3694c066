// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace guichet::app {

struct VisitArguments {
    std::filesystem::path site{};
    std::string window{};             ///< "1280x800": a window of that size, not fullscreen
    std::filesystem::path drive{};    ///< socket; development only
    std::filesystem::path measure{};  ///< figures are written there at the end
    bool kept{false};                 ///< started hidden by a keeper
    std::string instance{};           ///< word of the keeper's run, for the hub
    bool opening{false};              ///< the keeper's first visit
    std::optional<long long> since{}; ///< steady-clock milliseconds at which the keeper was started
};

/// Exit status of a visit that cannot start because of our own files or the site's: trying again
/// does not help.
inline constexpr int cannot_start = 2;

/// One visit, from its first frame to its end. Returns an exit status.
int run_visit(const VisitArguments& arguments);

} // namespace guichet::app
