// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/kind.hpp"
#include "scan/text/match.hpp"

#include <string_view>
#include <vector>

namespace guichet::scan {

/// How many points of a kind's words the page has, and one for each number that proves itself; none
/// when it has a word the kind never has.
int points_of(const PageText& page, const Kind& kind);

/// The kind whose words the page has most of, if they are enough; null when none has. What has a
/// title of the last resort, no title of another kind and little more than enough of its words, as
/// a letter about a rent, is the last resort. `expected` needs one point less.
const Kind* recognise_kind(
    const PageText& page, const std::vector<Kind>& kinds, std::string_view expected = {}
);

/// The paper of none of our kinds whose title heads the page: in large print, larger than any title
/// of ours, or in any print at the head of a page with no title of ours. Null when none does. A
/// letter may be headed by what it is about.
const Kind* other_paper(const PageText& page, const std::vector<Kind>& kinds);

} // namespace guichet::scan
