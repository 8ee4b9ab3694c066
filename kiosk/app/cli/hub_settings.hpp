// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/site/site.hpp"
#include "hub/hub.hpp"

#include <filesystem>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace guichet::app {

/// What a hub needs of the site file: its `hub:` block, and `escalation:`. Everything may be left
/// out: it then listens on this computer only and keeps its calls in a file of the user's.
struct HubSetup {
    hub::HubSettings settings{};
    std::string site{"site"};     ///< whose accounts and kiosks are added
    std::string name{};           ///< of this computer in addresses; empty: where it listens
    std::filesystem::path file{}; ///< empty: no site file
    /// The key of the kiosk on this computer; empty: the hub runs by itself, not beside one.
    std::filesystem::path kiosk_key{};
    std::string kiosk_place{}; ///< what consoles show of that kiosk
};

/// Reads these two blocks only; paths that are not absolute start from `folder`.
tl::expected<HubSetup, Mistakes>
parse_hub(std::string_view yaml, const std::string& file, const std::filesystem::path& folder);

/// The file asked for, else $GUICHET_SITE, else /etc/guichet/site.yaml, else the defaults.
tl::expected<HubSetup, Mistakes> find_hub(const std::filesystem::path& asked);

} // namespace guichet::app
