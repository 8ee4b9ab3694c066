// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/people.hpp"

#include <map>
#include <string>
#include <vector>

namespace guichet::hub {

/// Fewer than this many alike are never shown outside the site (facts/mediation.md section 10,
/// EXP-03).
constexpr int smallest_cell = 5;

/// One line of a report that leaves the site: what happened so many times. What is merged is of
/// several kinds, and its fields say nothing.
struct Cell {
    std::string when{};  ///< YYYY-MM-DD or YYYY-MM; empty: the whole time
    std::string theme{}; ///< empty: not said, or merged
    int minutes{};
    std::string autonomy{};
    std::string redirected{};
    bool details_merged{}; ///< duration, autonomy and redirection
    bool theme_merged{};
    int count{};
};

/// Merges what happened too seldom with its likes: first of the day and theme, then of the month
/// and theme, of the month, of the whole time; and with the smallest line beside it, when even
/// that is too few. Only a report of less than `smallest_cell` in all has a smaller line.
std::vector<Cell> merge_small(const std::vector<Activity>& activities);

/// The same for counts of one question: the small ones become "autres".
std::map<std::string, int> merge_small(std::map<std::string, int> counts);

} // namespace guichet::hub
