// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace guichet::scan {

/// Whether it is a given name, in any letters: "SAMIRA", "Loïc", "Marie-Louise". Those that
/// Debian's French dictionary (hunspell-fr-classical) marks as such.
bool is_given_name(std::string_view word);

} // namespace guichet::scan
