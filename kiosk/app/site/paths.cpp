// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site/paths.hpp"

#include <cstdlib>

#include <unistd.h>

namespace guichet::app {

namespace {

std::string variable(const char* name) {
    const auto* value = std::getenv(name);
    return value == nullptr ? std::string{} : value;
}

} // namespace

std::filesystem::path site_file(const std::filesystem::path& asked) {
    if (!asked.empty())
        return asked;
    if (const auto chosen = variable("GUICHET_SITE"); !chosen.empty())
        return chosen;
    std::filesystem::path usual = "/etc/guichet/site.yaml";
    std::error_code error;
    return std::filesystem::exists(usual, error) ? usual : std::filesystem::path{};
}

std::filesystem::path path_from(const std::filesystem::path& folder, const std::string& named) {
    return named.empty() ? std::filesystem::path{} : (folder / named).lexically_normal();
}

std::filesystem::path state_folder() {
    if (const auto state = variable("XDG_STATE_HOME"); !state.empty())
        return std::filesystem::path(state) / "guichet";
    std::filesystem::path ours = "/var/lib/guichet";
    if (::access(ours.c_str(), W_OK) == 0)
        return ours;
    return std::filesystem::path(variable("HOME")) / ".local/state/guichet";
}

} // namespace guichet::app
