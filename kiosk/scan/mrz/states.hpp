// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace guichet::scan {

/// Every code of three letters that Doc 9303-3 section 5 allows for a state or a nationality:
/// ISO 3166-1, and those for organisations, refugees, stateless persons, kinds of British
/// nationals, Germany (`D<<`), Kosovo and specimens (`UTO`).
std::span<const std::string_view> states();

bool is_state(std::string_view code);

} // namespace guichet::scan
