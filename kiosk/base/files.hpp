// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace guichet {

/// The whole file as bytes. NotFound, Empty (zero bytes), TooLarge (over `limit` bytes) or
/// Unreadable.
Result<std::string> read_file(const std::filesystem::path& file, std::size_t limit);

/// Writes without a name (or, where the file system has no such files, beside the target), syncs,
/// then renames: the file is whole or absent, and a process killed meanwhile leaves nothing that
/// the next call to the same folder a minute later does not remove. Full when the disk is full.
Result<void> write_file(const std::filesystem::path& file, std::string_view bytes);

/// Where our data lies: $GUICHET_DATA if set, else the source tree the binary was built from when
/// it is still there, else /usr/share/guichet. Holds forms/, locales/ and assets/.
std::filesystem::path data_folder();

} // namespace guichet
