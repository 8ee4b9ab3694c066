// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/sum.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace guichet::scan {

double amount_in(const std::string& value) {
    auto text = value;
    std::ranges::replace(text, ',', '.');
    return std::strtod(text.c_str(), nullptr);
}

std::optional<double>
rest_of(const Sum& sum, const std::function<std::optional<double>(const std::string&)>& amount_of) {
    auto rest = amount_of(sum.total);
    for (const auto& part : sum.of) {
        const auto amount = amount_of(part_name(part));
        if (!rest || !amount)
            return std::nullopt;
        *rest -= part_amount(part, *amount);
    }
    return rest;
}

bool is_nothing(double rest) {
    constexpr double half_cent = 0.005;
    return std::abs(rest) < half_cent;
}

std::string part_name(const std::string& part) {
    return part.substr(part.starts_with('-') ? 1 : 0);
}

int part_sign(const std::string& part) {
    return part.starts_with('-') ? -1 : 1;
}

double part_amount(const std::string& part, double printed) {
    return part_sign(part) < 0 ? -std::abs(printed) : printed;
}

} // namespace guichet::scan
