// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/source.hpp"

#include <filesystem>
#include <vector>

namespace guichet::app {

/// From here on this process opens files for reading only under `read` and for writing only under
/// `write`, and makes none (Landlock, Linux 5.13 or later). False when the kernel cannot.
bool enclose_files(
    const std::vector<std::filesystem::path>& read, const std::vector<std::filesystem::path>& write
);

/// What a reader may touch: its input, our forms and models, the libraries' own files and the
/// devices. No network unless its scanner is there, no file that grows, bounded memory.
void enclose(const scan::Scanner& scanner);

/// This process may use that much processor time from now on; then the system ends it.
void limit_work(unsigned seconds);

} // namespace guichet::app
