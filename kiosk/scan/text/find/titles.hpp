// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

#include <string>
#include <vector>

namespace guichet::scan {

/// Where those words head a paper or a part of it, and are not told of in running text: "un relevé
/// d'identité bancaire", "relevé d'identité au nom du père".
std::vector<Box> headings_of(const PageText& page, const std::string& title);

/// The same of any of these.
std::vector<Box> headings_of_any(const PageText& page, const std::vector<std::string>& titles);

} // namespace guichet::scan
