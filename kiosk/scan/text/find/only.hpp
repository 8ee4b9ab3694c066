// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/kind.hpp"
#include "scan/text/format/format.hpp"
#include "scan/text/match.hpp"

#include <optional>
#include <string>
#include <vector>

namespace guichet::scan {

/// What a field's list says a value is; a sign that print is taken for may stand in its place, and
/// the value is less sure then. nullopt where it is none of the list.
std::optional<Extract> as_listed(Extract value, const std::vector<std::string>& list);

/// The only value of a field's format on a page, or of its list, that is none of `taken`: on cards,
/// whose small labels are read less well than their values. nullopt where there is none, or
/// several.
std::optional<Extract> only_on(
    const PageText& page,
    const Kind& kind,
    const Field& field,
    const std::vector<std::string>& taken
);

} // namespace guichet::scan
