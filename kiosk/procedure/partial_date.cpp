// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/partial_date.hpp"

#include <algorithm>

namespace guichet::procedure {

bool is_partial(Date date) {
    return date.day() == std::chrono::day{0};
}

Date possible_day(Date partial, int index) {
    using namespace std::chrono;
    const bool any_month = partial.month() == month{0};
    const auto first = partial.year() / (any_month ? January : partial.month()) / 1;
    const auto last = partial.year() / (any_month ? December : partial.month()) / std::chrono::last;
    return std::min(sys_days{first} + days{index}, sys_days{last});
}

} // namespace guichet::procedure
