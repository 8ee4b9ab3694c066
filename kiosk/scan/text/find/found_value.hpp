// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/kind.hpp"
#include "scan/text/format/format.hpp"
#include "scan/text/match.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// A value that is not plainly the field's is at most this sure: it is for the person to look at.
/// So is a word that no rule bounds: letters that are read wrong are often read clearly.
inline constexpr double most_otherwise = 0.75;
/// A value that stands where it belongs.
inline constexpr double plain_link = 0.94;

/// A value and how sure it is that it belongs to the field.
struct FoundValue {
    Extract extract;
    double link{};
    Box label{};             ///< of the words that announce it
    bool beside{false};      ///< on their own line
    bool one_of_many{false}; ///< an amount with others around it, which is not sure
};

using Found = std::map<std::string, FoundValue>;

bool is_proven(const FoundValue& candidate);

/// Whether it stands higher on the page.
bool is_higher(const FoundValue& a, const FoundValue& b);

/// In reading order.
bool is_earlier(const FoundValue& a, const FoundValue& b);

/// The one that is meant of several places; `all` is not empty.
FoundValue chosen(const Field& field, std::vector<FoundValue> all);

/// The value furthest right: in a table the sum stands behind what it is made of.
std::optional<Extract> last_of(std::string_view format, const Words& words);

} // namespace guichet::scan
