// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/codes/certificates.hpp"

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace guichet::app {

/// `guichet scan [--kind K] [--text] [--clean FILE] [--certificates DIR] FILE…`
struct ScanArguments {
    std::string kind{};
    bool text{false};
    std::filesystem::path clean{}; ///< the cleaned pages go there as PNG; empty: nowhere
    scan::Trust trust{};           ///< whose signed codes are believed
    std::vector<std::string> files{};
};

/// Prints what is read on each file as one JSON object a line (DESIGN.md section 5), a file that
/// cannot be read as `{"file", "error", "ms"}`. The process's exit code: 0 when all files were
/// read, 1 when some were not, 2 when the arguments make no sense.
int run_scan(const ScanArguments& arguments, std::ostream& out);

} // namespace guichet::app
