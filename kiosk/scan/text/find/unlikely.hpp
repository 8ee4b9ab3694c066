// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/found_value.hpp"
#include "scan/text/find/paper.hpp"

#include <string>
#include <vector>

namespace guichet::scan {

/// Of the places where that phrase is a label, drops those that another one makes unlikely.
void drop_unlikely(
    const Paper& paper,
    const std::string& phrase,
    const Field& field,
    std::vector<FoundValue>& values
);

} // namespace guichet::scan
