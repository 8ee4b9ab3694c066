// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string>

namespace guichet::app {

/// What a kiosk proves itself with: "kiosk.secret" in one line of a file only its user reads.
struct KioskKey {
    std::string id;
    std::string secret;
};

/// NotFound, or Invalid when it is no such line.
Result<KioskKey> read_kiosk_key(const std::filesystem::path& file);

/// Makes the key of the kiosk on this computer unless it is there, and its folder. The error says
/// what cannot be written.
Result<void> make_kiosk_key(const std::filesystem::path& file);

} // namespace guichet::app
