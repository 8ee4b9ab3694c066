// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace guichet::app {

/// The site file of this computer: the one asked for, else $GUICHET_SITE, else
/// /etc/guichet/site.yaml where there is one; else empty.
std::filesystem::path site_file(const std::filesystem::path& asked);

/// A path as a file in `folder` names it: from there unless it is absolute; none stays empty.
std::filesystem::path path_from(const std::filesystem::path& folder, const std::string& named);

/// What this computer keeps between two starts: $XDG_STATE_HOME/guichet when that is set, else
/// /var/lib/guichet where we may write there, else ~/.local/state/guichet.
std::filesystem::path state_folder();

} // namespace guichet::app
