// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/ocr/ocr.hpp"

#include <string>
#include <vector>

namespace guichet::scan {

/// What a closer look at values added.
struct Looked {
    std::vector<TextLine> lines;       ///< those given, and those read anew in place of some
    std::vector<std::string> fields{}; ///< ids of the fields whose value was looked at anew
};

} // namespace guichet::scan
