#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace guichet::app {

/// `guichet scan [--kind K] [--text] FILE…`
struct ScanArguments {
    std::string kind;
    bool text{false};
    std::vector<std::string> files;
};

/// Prints what is read on each file as one JSON object a line (DESIGN.md section 5). The process's
/// exit code: 0 when all files were read, 1 otherwise.
int run_scan(const ScanArguments& arguments, std::ostream& out);

} // namespace guichet::app
