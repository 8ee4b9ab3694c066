// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/found_value.hpp"
#include "scan/text/find/places.hpp"
#include "scan/text/match.hpp"

#include <map>
#include <string>
#include <vector>

namespace guichet::scan {

/// What else near its words each amount may be.
using Others = std::map<std::string, std::vector<FoundValue>>;

/// Every amount near the words of the fields of a sum, and what stands under each.
Others others_of(const PageText& page, const Kind& kind, const Labels& labels, const Sum& sum);

/// Amounts that add up were all read right. Where those chosen do not, others near the same words
/// may; one that was not found may be printed elsewhere on the page. Both are for the person to
/// look at, and so are all of them when nothing adds up.
void settle(const Sum& sum, const PageText& page, const Others& others, Found& found);

} // namespace guichet::scan
