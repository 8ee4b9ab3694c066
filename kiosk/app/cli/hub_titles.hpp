#pragma once

#include <filesystem>
#include <string>

namespace guichet::app {

/// What procedures and their steps are called, as JSON for the console:
/// {"id": "title", "id/step": "title"}. A file that cannot be read is left out: its ids are shown.
std::string read_titles(const std::filesystem::path& procedures);

} // namespace guichet::app
