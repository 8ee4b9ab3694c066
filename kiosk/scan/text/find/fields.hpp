// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/proposal.hpp"
#include "scan/kind.hpp"
#include "scan/text/find/known.hpp"
#include "scan/text/match.hpp"

#include <string>
#include <vector>

namespace guichet::scan {

/// What a page of that kind says in print. Only a strong key proves a value; what a person has to
/// look at again has a confidence under 0.8 or doubtful characters. `known` tells where a date
/// stands whose words were not read.
std::vector<procedure::Proposal>
read_fields(const PageText& page, const Kind& kind, Known known = {});

/// Ids of the sides whose own words are on the page.
std::vector<std::string> sides_seen(const PageText& page, const Kind& kind);

} // namespace guichet::scan
