// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/site/yaml_reader.hpp"
#include "base/result.hpp"
#include "net/client.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace guichet::app {

/// Where the calls of this kiosk go: the `hub:` block of the site file, as a kiosk reads it.
struct SiteHub {
    enum class Kind {
        Own,       ///< `guichet run` keeps a hub beside the kiosk
        Elsewhere, ///< `url:`
        None,      ///< `hub: none`: the kiosk itself is the sign
    };
    Kind kind{Kind::Own};
    net::Endpoint endpoint{};
    std::filesystem::path key_file{}; ///< has the key when `endpoint` has none
};

inline constexpr int default_hub_port = 8017;

/// The hub of this kiosk when the site file says nothing about one.
SiteHub own_hub();

/// Reads the `hub:` block of `root`; paths that are not absolute start from `folder`.
SiteHub
read_site_hub(YamlReader& reader, const YAML::Node& root, const std::filesystem::path& folder);

/// `hub: none`, which is not a block.
bool says_no_hub(const YAML::Node& root);
/// Notes each word that neither a hub nor its kiosks know.
void check_hub_words(YamlReader& reader, const YAML::Node& block);

/// What the person in charge should know about it.
std::vector<std::string> missing_in(const SiteHub& hub);

/// With its key, from the file when it lies there. NotFound when there is no hub or no key.
Result<net::Endpoint> endpoint_of(const SiteHub& hub);

} // namespace guichet::app
