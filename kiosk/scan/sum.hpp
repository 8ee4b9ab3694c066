// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/kind.hpp"

#include <functional>
#include <optional>
#include <string>

namespace guichet::scan {

/// The number in an amount as formats write it: "-1479,85".
double amount_in(const std::string& value);

/// What is left of the total when its parts are taken away; nullopt when `amount_of` does not know
/// one of them. A part that is taken away itself is asked for without its minus.
std::optional<double>
rest_of(const Sum& sum, const std::function<std::optional<double>(const std::string&)>& amount_of);

/// Whether nothing is left: less than half a cent.
bool is_nothing(double rest);

/// The name of a part without its minus, and the sign it counts with.
std::string part_name(const std::string& part);
int part_sign(const std::string& part);

/// What a part adds to the total. What is taken away is printed with its minus or without.
double part_amount(const std::string& part, double printed);

} // namespace guichet::scan
