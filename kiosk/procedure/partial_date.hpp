// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"

namespace guichet::procedure {

/// Dates known in part, of people whose birth nobody wrote down: day 0, or day and month 0, as
/// identity papers print them.
bool is_partial(Date date);

/// How many days such a date may be: 28 to 366.
int possible_days(Date partial);

/// The `index`th of the days that a date known in part may be; the last one behind them.
Date possible_day(Date partial, int index);

} // namespace guichet::procedure
