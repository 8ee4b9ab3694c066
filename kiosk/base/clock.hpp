// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace guichet {

/// A moment on a clock that never jumps. Time is always an argument: only `app` reads a clock.
using Instant = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;
using Date = std::chrono::year_month_day;
using Month = std::chrono::year_month;

/// The present, for `app` and tools; pure modules receive it.
Instant now();

/// The local calendar day.
Date today();

/// As ISO 8601 writes it: "2026-03-14".
std::string to_iso(Date date);

} // namespace guichet
