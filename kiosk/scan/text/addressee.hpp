// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

namespace guichet::scan {

/// The first line of the address a letter is sent to, with its title: "Mme Anne DURAND" over lines
/// that end with a postal code and a town (La Poste, norm AFNOR XP Z 10-011). Empty when the page
/// has none or addresses different people.
Words addressee_of(const PageText& page);

} // namespace guichet::scan
