// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace guichet::hub {

struct Asset {
    std::string type;
    std::string bytes;
};

/// The console's files by their path below `/`, `/` itself being index.html. Read once: nothing
/// outside the folder can ever be asked for.
Result<std::map<std::string, Asset>> read_assets(const std::filesystem::path& folder);

} // namespace guichet::hub
