// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

namespace guichet::scan {

/// The town whose hall made a paper out, as its head says, where the paper speaks of it as its own:
/// "PLOËRNEC" of "MAIRIE DE PLOËRNEC" and "est née en notre commune". Empty where it does not.
Words town_of_hall(const PageText& page);

} // namespace guichet::scan
