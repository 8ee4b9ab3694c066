// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/small_cells.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <tuple>
#include <utility>

namespace guichet::hub {
namespace {

constexpr const char* others = "autres";
constexpr std::size_t month_length = 7;

Cell whole(Cell cell) {
    return cell;
}

Cell of_day_and_theme(Cell cell) {
    cell.minutes = 0;
    cell.autonomy.clear();
    cell.redirected.clear();
    cell.details_merged = true;
    return cell;
}

Cell of_month_and_theme(Cell cell) {
    cell = of_day_and_theme(std::move(cell));
    cell.when.resize(std::min(cell.when.size(), month_length));
    return cell;
}

Cell of_month(Cell cell) {
    cell = of_month_and_theme(std::move(cell));
    cell.theme.clear();
    cell.theme_merged = true;
    return cell;
}

Cell of_all(Cell cell) {
    cell = of_month(std::move(cell));
    cell.when.clear();
    return cell;
}

auto key(const Cell& cell) {
    return std::tie(
        cell.when,
        cell.theme,
        cell.minutes,
        cell.autonomy,
        cell.redirected,
        cell.details_merged,
        cell.theme_merged
    );
}

/// Adds up those that are alike once `widen` has made them less exact.
std::vector<Cell> add_up(const std::vector<Cell>& cells, Cell (*widen)(Cell)) {
    std::vector<Cell> sums;
    for (const auto& each : cells) {
        auto wide = widen(each);
        const auto same =
            std::ranges::find_if(sums, [&](const Cell& sum) { return key(sum) == key(wide); });
        if (same == sums.end())
            sums.push_back(std::move(wide));
        else
            same->count += wide.count;
    }
    return sums;
}

bool is_small(const Cell& cell) {
    return cell.count < smallest_cell;
}

} // namespace

std::vector<Cell> merge_small(const std::vector<Activity>& activities) {
    std::vector<Cell> left;
    left.reserve(activities.size());
    for (const auto& each : activities)
        left.push_back(
            {.when = each.day,
             .theme = each.theme,
             .minutes = each.minutes,
             .autonomy = each.autonomy,
             .redirected = each.redirected,
             .count = each.count}
        );
    std::vector<Cell> shown;
    for (const auto widen : {whole, of_day_and_theme, of_month_and_theme, of_month, of_all}) {
        auto sums = add_up(left, widen);
        const auto small = std::stable_partition(sums.begin(), sums.end(), std::not_fn(is_small));
        left.assign(small, sums.end());
        sums.erase(small, sums.end());
        std::ranges::move(sums, std::back_inserter(shown));
    }
    while (!left.empty() && is_small(left.front()) && !shown.empty()) {
        const auto smallest = std::ranges::min_element(shown, {}, &Cell::count);
        left.front().count += smallest->count;
        shown.erase(smallest);
    }
    std::ranges::move(left, std::back_inserter(shown));
    std::ranges::sort(shown, [](const Cell& one, const Cell& other) {
        return key(one) < key(other);
    });
    return shown;
}

std::map<std::string, int> merge_small(std::map<std::string, int> counts) {
    int merged = 0;
    std::erase_if(counts, [&](const auto& each) {
        const bool small = each.second < smallest_cell;
        merged += small ? each.second : 0;
        return small;
    });
    while (merged > 0 && merged < smallest_cell && !counts.empty()) {
        const auto smallest =
            std::ranges::min_element(counts, {}, [](const auto& each) { return each.second; });
        merged += smallest->second;
        counts.erase(smallest);
    }
    if (merged > 0)
        counts[others] = merged;
    return counts;
}

} // namespace guichet::hub
