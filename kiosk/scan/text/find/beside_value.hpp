// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/found_value.hpp"
#include "scan/text/find/paper.hpp"

#include <optional>

namespace guichet::scan {

/// The value of a field that stands beside that of another one (`Field::beside`), on its line or
/// below: the words between were not read, or there are none. Nullopt where that one is not in
/// `found`, the fields that were read before.
std::optional<FoundValue> value_beside(const Paper& paper, const Field& field, const Found& found);

} // namespace guichet::scan
