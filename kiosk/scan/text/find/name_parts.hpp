// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/format/format.hpp"
#include "scan/text/match.hpp"

#include <optional>
#include <string>

namespace guichet::scan {

/// A name in two.
struct NameParts {
    Extract family;
    Extract given;
};

/// The family name of "DURAND Anne" or "Anne Marie DURAND", in capitals, and the given names, which
/// are not. Where all are alike ("DURAND ANNE", "Anne Durand") by what is a given name; nullopt
/// where that does not tell either: "MARTIN THOMAS".
std::optional<NameParts> parted_name(const Extract& name);

/// What goes on a value in its next line or in another box.
void append(const Extract& more, Extract& value);

/// Whether each of its words is a given name.
bool is_all_given(const std::string& name);

/// The family name in capitals right above or below those given names, as in the margin of an act.
std::optional<Extract> family_beside(const PageText& page, const std::string& given);

} // namespace guichet::scan
