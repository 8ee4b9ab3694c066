// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/possible_days.hpp"

#include "procedure/partial_date.hpp"

#include <algorithm>

namespace guichet::procedure {

namespace {

constexpr int most_on_grid = 1000;
constexpr int most_on_the_way = 732; ///< two whole leap years

/// How many days of each of `count` dates make a grid of at most `most_on_grid` combinations.
int side_of_grid(std::size_t count) {
    const auto fits = [count](int side) {
        int all = 1;
        for (std::size_t i = 0; i < count && all <= most_on_grid; ++i)
            all *= side;
        return all <= most_on_grid;
    };
    int side = 1;
    while (fits(side + 1))
        ++side;
    return side;
}

} // namespace

void PossibleDays::begin() {
    m_dates.clear();
    ++m_turn;
}

Date PossibleDays::take(const Path& path, Date partial) {
    ++m_taken;
    auto found = std::ranges::find(m_dates, path, &Taken::path);
    if (found == m_dates.end())
        found = m_dates.insert(found, {path, partial, possible_days(partial) - 1});
    return possible_day(partial, found->day);
}

bool PossibleDays::any_other(const std::function<bool()>& holds) {
    // A rule may ask for another date only when the first is late enough: then all begins anew.
    for (std::size_t count = 0; count < m_dates.size();) {
        count = m_dates.size();
        if (any_on_the(Way::Up, count, holds))
            return true;
        if (count > 1 && (any_on_the(Way::Down, count, holds) || any_on_grid(count, holds)))
            return true;
    }
    return false;
}

bool PossibleDays::any_on_the(Way way, std::size_t count, const std::function<bool()>& holds) {
    int all = 0;
    for (auto& date : m_dates) {
        date.day = way == Way::Up ? 0 : date.last;
        all += date.last;
    }
    const int stride = (all + most_on_the_way - 1) / most_on_the_way;
    for (std::size_t i = 0; i < count; ++i)
        for (int step = 0; step < m_dates[i].last;) {
            step = std::min(step + stride, m_dates[i].last);
            m_dates[i].day = way == Way::Up ? step : m_dates[i].last - step;
            ++m_turn;
            if (holds())
                return true;
        }
    return false;
}

bool PossibleDays::any_on_grid(std::size_t count, const std::function<bool()>& holds) {
    const int side = side_of_grid(count);
    if (side < 2)
        return false;
    std::vector<int> at(count, 0);
    while (true) {
        for (std::size_t i = 0; i < count; ++i)
            m_dates[i].day = m_dates[i].last * at[i] / (side - 1);
        ++m_turn;
        if (holds())
            return true;
        const auto next = std::ranges::find_if(at, [side](int place) { return place < side - 1; });
        if (next == at.end())
            return false;
        std::fill(at.begin(), next, 0);
        ++*next;
    }
}

} // namespace guichet::procedure
