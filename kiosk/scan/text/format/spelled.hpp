// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace guichet::scan {

struct SpelledNumber {
    int value{};
    std::size_t used{}; ///< words
};

/// A number in French words at the beginning of these folded words: "mil neuf cent soixante huit".
std::optional<SpelledNumber> spelled_number(std::span<const std::string> words);

} // namespace guichet::scan
