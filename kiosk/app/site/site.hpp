// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/site/site_hub.hpp"
#include "deliver/printer.hpp"
#include "scan/codes/certificates.hpp"
#include "scan/source.hpp"
#include "visit/visit.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace guichet::app {

/// The monitor: in the site file when it does not say its own size truly.
struct Screen {
    std::optional<double> pixels_per_mm{};
    std::optional<double> diagonal_inches{};
    bool fullscreen{true};
};

/// One kiosk of one place, as its site file describes it.
struct Site {
    std::string name{"Guichet"};
    std::string place{};
    std::vector<visit::Contact> contacts{};
    std::vector<std::string> languages{}; ///< codes; empty: every language we have
    scan::Scanner scanner{};
    scan::Trust documents{}; ///< whose signed codes are believed
    std::optional<deliver::Printer> printer{};
    std::filesystem::path save_folder{}; ///< empty: saving is not offered
    SiteHub hub{own_hub()};
    std::filesystem::path pin_file{}; ///< of mediators; empty: none
    Screen screen{};
    std::chrono::seconds idle{180};
    std::chrono::seconds countdown{45};
    call::Escalation escalation{};
};

/// `file:line:column: error: message` each.
using Mistakes = std::vector<std::string>;

/// Reads a site file's text. Every mistake is reported at once; never throws. Paths that are not
/// absolute start from `folder`.
tl::expected<Site, Mistakes>
parse_site(std::string_view yaml, const std::string& file, const std::filesystem::path& folder);

/// The site, and what its person in charge should know about where it comes from.
struct FoundSite {
    Site site;
    std::filesystem::path file{}; ///< empty: the built-in default
    std::vector<std::string> missing{};
};

/// The file asked for, else $GUICHET_SITE, else /etc/guichet/site.yaml, else a plain default that
/// says what is missing.
tl::expected<FoundSite, Mistakes> find_site(const std::filesystem::path& asked);

} // namespace guichet::app
