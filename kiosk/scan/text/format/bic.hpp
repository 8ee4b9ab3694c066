// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace guichet::scan {

/// ISO 9362: four letters of the bank, two of a country, two signs of a place and, often, three of
/// a branch.
bool is_bic(std::string_view signs);

/// Whether it begins as a BIC of eleven signs of which one or two are missing.
bool is_cut_bic(std::string_view signs);

} // namespace guichet::scan
