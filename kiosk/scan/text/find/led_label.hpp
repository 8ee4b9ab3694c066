// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

namespace guichet::scan {

// What stands right before a label, or right behind it, says whether it is one.

/// Whether a colon stands behind a label.
bool has_colon(const PageText& page, const Box& label);

/// Whether another word stands right before a label: "Part salarié" names nobody. A colon behind it
/// tells a label all the same, but not after "par l'employeur" or "Code client", nor before "Client
/// n°".
bool is_led(const PageText& page, const Box& label);

/// "Registre n° 1": whether words that say little follow what another thing is called.
bool is_of_another(const PageText& page, const Box& label);

/// "de l'impôt sur le revenu" of "CSG déductible de l'impôt sur le revenu": part of a longer label.
bool is_of_something(const PageText& page, const Box& label);

} // namespace guichet::scan
