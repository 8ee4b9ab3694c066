// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/found_value.hpp"
#include "scan/text/find/paper.hpp"

#include <optional>

namespace guichet::scan {

/// The value of a field whose words are not on the page, of where its kind says it stands
/// otherwise: the address, the heading, the only one left. Nullopt where it stands nowhere else;
/// `found` are the fields that were read before.
std::optional<Extract> value_elsewhere(const Paper& paper, const Field& field, const Found& found);

} // namespace guichet::scan
