// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

#include <string>
#include <vector>

namespace guichet::scan {

/// What the addresses of a paper tell by where they stand; empty where it cannot be told.
struct Postal {
    Words addressee; ///< whom it is addressed to
    Words other;     ///< another name of the addressee on a line of its own: "NÉE DURAND"
    Words second;    ///< the second person, named on a line of their own: "OU MME DURAND"
    Words address;   ///< of the addressee, with the postal code and the town
    Words sender;    ///< whose name and address stand highest, or whose name alone
    Words company;   ///< of a sender, the line with the legal form, where another one is the name

    /// The addressee with their other name, and the second person.
    Words both() const;
};

/// An address is lines below one another that end with a postal code and a town. The addressee is
/// a person above one ("Mme Anne DURAND"), of two people nobody; without one, whoever has the only
/// private address on the right (NF Z 10-011: what shows in the window of an envelope), where one
/// of two people counts too. `titles` are words of the kind of paper, which name nobody.
Postal postal_of(const PageText& page, const std::vector<std::string>& titles = {});

/// "DRISS ET MARIE-LAURE" under "M. ET MME BENCHEKROUN", "SYLLA" under "Mme Fatoumata".
bool is_rest_of_name(const Words& name, const Words& next);

} // namespace guichet::scan
