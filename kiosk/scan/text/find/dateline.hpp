// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

#include <string>
#include <vector>

namespace guichet::scan {

/// The first words that date a letter, as French letters have it: "Grenoble, le 14 mars 2026",
/// "Fait à Grenoble le 14/03/2026", "Le 14 mars 2026", each on a line of its own; or a bill, right
/// below one of these titles: "du 14 mars 2026". Empty when there are none.
Words dateline_of(const PageText& page, const std::vector<std::string>& titles);

/// The first month of a year that stands alone, or behind one of these titles on its line: "MARS
/// 2026", "BULLETIN DE PAIE - mars 2026". Empty when there is none.
Words monthline_of(const PageText& page, const std::vector<std::string>& titles);

} // namespace guichet::scan
