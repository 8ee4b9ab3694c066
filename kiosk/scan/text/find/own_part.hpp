// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/kind.hpp"
#include "scan/text/match.hpp"

#include <optional>

namespace guichet::scan {

/// What of a page is the paper of that kind, where another one shares the sheet with it, the notice
/// of the next rent under a receipt, or a column beside its own tells of another time. Nullopt
/// where it has the sheet for itself.
std::optional<PageText> own_part(const PageText& page, const Kind& kind);

} // namespace guichet::scan
