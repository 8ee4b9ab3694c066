// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace guichet::scan {

/// Those that Debian's French dictionary (hunspell-fr-classical) marks as such, and those of
/// assets/given-names.txt.
std::span<const std::string_view> listed_given_names();

/// Whether it is one of them, in any letters: "SAMIRA", "Loïc", "Marie-Louise"; or one put together
/// as only given names are: "Jean-Rony".
bool is_given_name(std::string_view word);

} // namespace guichet::scan
