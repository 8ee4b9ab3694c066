// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/found_value.hpp"
#include "scan/text/find/paper.hpp"

#include <string>

namespace guichet::scan {

/// Whether the field's words, where they stand there, are its label; `found` are the fields that
/// were read before.
bool is_label_of(
    const Paper& paper,
    const Box& label,
    const std::string& phrase,
    const Field& field,
    const Found& found
);

} // namespace guichet::scan
