// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/found_value.hpp"
#include "scan/text/format/format.hpp"
#include "scan/text/match.hpp"

#include <optional>
#include <string_view>

namespace guichet::scan {

/// "du 1er au 31 mars 2026", "01/03/2026 – 31/03/2026".
struct Period {
    Extract first;
    Extract last;
};

/// The highest one on the page; nullopt when none is printed.
std::optional<Period> period_on(const PageText& page);

/// "au 30 septembre" right behind a day that another field has, over the end of a line too; `found`
/// are the fields that were read before. Nullopt where none is printed there.
std::optional<FoundValue>
end_of_period(const PageText& page, std::string_view format, const Found& found);

} // namespace guichet::scan
