// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

namespace guichet::scan {

// Papers of a month, as payslips are, print the sums of the year and hours beside its amounts.

/// Whether a label is of an amount or a day of the year or of an advance, not of the month: "Cumul"
/// begins its row or stands right before it.
bool is_not_of_month(const PageText& page, const Box& label);

/// Without what stands in a column headed "Cumul": the sums of the year.
Words without_sums_of_year(const PageText& page, Words words);

/// The same without hours that amounts follow in their row: under a head that tells them, or those
/// of a month of full time.
Words without_hours(const PageText& page, Words words);

} // namespace guichet::scan
