// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/kind.hpp"
#include "scan/text/find/found_value.hpp"
#include "scan/text/format/format.hpp"
#include "scan/text/match.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// The amount behind a label that stands in the column of `month` ("2025-10"), where the nearest
/// row of heads above it names several months; nullopt where none does, or not that one.
std::optional<Extract>
amount_of_month(const PageText& page, const Box& label, std::string_view month);

/// The amount under the head `label` in the row that begins with `month`, of a table with a row for
/// each of several months; nullopt where there is none.
std::optional<Extract>
amount_in_row_of_month(const PageText& page, const Box& label, std::string_view month);

/// The month that begins the nearest line above `label` that begins with one, as each block of a
/// paper of several months does; empty where none does.
std::string month_over(const PageText& page, const Box& label);

/// Of several months, keeps the amounts of the one the paper is of (its field of format "month" in
/// `found`): those in its column or row of a table, never sure, or in its block.
void keep_to_month(
    const PageText& page,
    const Kind& kind,
    const Field& field,
    const Found& found,
    std::vector<FoundValue>& values
);

} // namespace guichet::scan
