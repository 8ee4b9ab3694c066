// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guichet::scan {

/// What may stand at one place under a check digit, and how likely it is (logarithms).
using Choices = std::vector<std::pair<char, float>>;

/// One letter for each place, so that the last one is the check digit of the others, and the
/// likelihood of all together.
struct Fitting {
    std::string letters;
    float score{};
};

/// The likeliest letters that fit a check digit, and the likeliest other ones.
struct Fittings {
    std::optional<Fitting> best;
    std::optional<Fitting> second;
};

/// Viterbi over the places with the sum modulo ten as state, keeping the two best of each.
Fittings fit_check_digit(const std::vector<Choices>& places);

} // namespace guichet::scan
