// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

namespace guichet::scan {

/// What a letter without "Objet" is about: the line in capitals nearest above "Madame, Monsieur,",
/// or a line right above it. Empty when there is none. `address` is the addressee's, which is none.
Words heading_of(const PageText& page, const Words& address = {});

} // namespace guichet::scan
