// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/code_order.hpp"
#include "scan/text/match.hpp"

#include <string>
#include <vector>

namespace guichet::scan {

/// The page with its printed codes read as what they are: "D.2.1", "4a", in the small print before
/// values on registration certificates (directive 1999/37/CE) and driving licences (2006/126/CE).
/// So short a word is misread more than others are ("J.1" as "11", "P.6" glued to its value): which
/// one it is the order tells in which they are printed, `codes`, and what is known of values:
/// `before`. Words that are codes are marked.
PageText with_printed_codes(
    const PageText& page, const std::vector<std::string>& codes, const CodesBefore& before = {}
);

/// How many of the codes, those of one character left out, stand on a page as they are printed.
int codes_on(const PageText& page, const std::vector<std::string>& codes);

} // namespace guichet::scan
