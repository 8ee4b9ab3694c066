// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/format/format.hpp"
#include "scan/text/match.hpp"

#include <optional>

namespace guichet::scan {

/// "du 1er au 31 mars 2026", "01/03/2026 – 31/03/2026".
struct Period {
    Extract first;
    Extract last;
};

/// The highest one on the page; nullopt when none is printed.
std::optional<Period> period_on(const PageText& page);

} // namespace guichet::scan
