// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/partial_date.hpp"

#include <algorithm>

namespace guichet::procedure {

bool is_partial(Date date) {
    return date.day() == std::chrono::day{0};
}

namespace {

struct Days {
    std::chrono::sys_days first;
    std::chrono::sys_days last;
};

Days days_of(Date partial) {
    using namespace std::chrono;
    const bool any_month = partial.month() == month{0};
    return {
        partial.year() / (any_month ? January : partial.month()) / 1,
        partial.year() / (any_month ? December : partial.month()) / last};
}

} // namespace

int possible_days(Date partial) {
    const auto [first, last] = days_of(partial);
    return static_cast<int>((last - first).count()) + 1;
}

Date possible_day(Date partial, int index) {
    const auto [first, last] = days_of(partial);
    return std::min(first + std::chrono::days{index}, last);
}

} // namespace guichet::procedure
