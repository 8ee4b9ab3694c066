// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace guichet::app {

/// The site's PIN for mediators, for when no hub can check a code (site file, `mediator:
/// pin_file`). NotFound: no such file. Refused: everybody on this computer could read or change it.
/// Invalid: it is not 6 to 12 digits.
Result<std::string> read_pin(const std::filesystem::path& file);

/// Read anew each time, so that nothing keeps it; false when it cannot be read.
bool is_pin(const std::filesystem::path& file, std::string_view digits);

} // namespace guichet::app
