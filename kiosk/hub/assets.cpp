// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/assets.hpp"

#include "base/files.hpp"

#include <array>
#include <utility>

namespace guichet::hub {
namespace {

constexpr std::size_t longest = 4UL * 1024UL * 1024UL;

std::string type_of(const std::string& ending) {
    constexpr std::array<std::pair<const char*, const char*>, 7> types{{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".woff2", "font/woff2"},
    }};
    for (const auto& [known, type] : types)
        if (ending == known)
            return type;
    return {};
}

} // namespace

Result<std::map<std::string, Asset>> read_assets(const std::filesystem::path& folder) {
    std::map<std::string, Asset> assets;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const auto type = type_of(entry.path().extension().string());
        if (type.empty())
            continue;
        auto bytes = read_file(entry.path(), longest);
        if (!bytes)
            return tl::unexpected(bytes.error());
        const auto name = entry.path().filename().string();
        assets[name == "index.html" ? "/" : "/" + name] = {type, std::move(*bytes)};
    }
    if (!assets.contains("/"))
        return fail(Error::Kind::NotFound, "the console's page is not in " + folder.string());
    return assets;
}

} // namespace guichet::hub
