// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace guichet::app {

/// What procedures and their steps are called and what they are about, as JSON for the hub and
/// its console: {"titles": {"id": "…", "id/step": "…"}, "themes": {"id": "logement"}}. A file that
/// cannot be read is left out: its ids are shown.
std::string read_titles(const std::filesystem::path& procedures);

} // namespace guichet::app
