// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/format.hpp"

#include <optional>

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

} // namespace guichet::scan
