// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "scan/codes/table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace guichet::scan {

/// A value of a 2D-Doc as a person would type it; `good` is false when it is not what its
/// identifier holds, and the text is then as it was.
struct Readable {
    std::string text;
    bool good{true};
};

Readable readable(std::string_view text, Holds holds);

/// Four hexadecimal digits, days since 2000-01-01; nullopt for FFFF (none) and anything else.
std::optional<Date> date_of_days(std::string_view text);

/// RFC 4648, with or without padding; nullopt when a character is not of its alphabet.
std::optional<std::string> from_base32(std::string_view text);

/// The parts of a name written QUALITE/NOM/PRENOM. Issuers also write QUALITE/PRENOM/NOM: which of
/// the two is which is never sure.
struct SlashedName {
    std::string title;  ///< "MME"
    std::string family; ///< the first after the title
    std::string given;
};

/// nullopt when there are not two or three parts.
std::optional<SlashedName> split_name(std::string_view text);

} // namespace guichet::scan
