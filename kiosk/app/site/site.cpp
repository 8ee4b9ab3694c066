// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site/site.hpp"

#include "app/site/paths.hpp"
#include "app/site/pin.hpp"
#include "app/site/site_escalation.hpp"
#include "app/site/yaml_reader.hpp"
#include "base/files.hpp"
#include "i18n/language.hpp"
#include "visit/visit.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace guichet::app {

namespace {

using Kind = scan::Scanner::Kind;

void read_contacts(YamlReader& reader, const YAML::Node& list, Site& site) {
    for (const auto& node : reader.list(list, "contacts")) {
        reader.only_keys(node, {"name", "where", "phone", "hours"});
        site.contacts.push_back(
            {.name = reader.required_text(node, "name"),
             .where = reader.text(node, "where"),
             .phone = reader.text(node, "phone"),
             .hours = reader.text(node, "hours")}
        );
    }
}

void read_languages(YamlReader& reader, const YAML::Node& list, Site& site) {
    for (const auto& node : reader.list(list, "languages")) {
        const auto code = reader.as_text(node);
        const auto& known = i18n::languages();
        const bool found =
            std::ranges::any_of(known, [&](const auto& each) { return each.code == code; });
        if (!found)
            reader.mistake(node, "there is no language “" + code + "”");
        else
            site.languages.push_back(code);
    }
}

Kind read_scanner_kind(YamlReader& reader, const YAML::Node& node) {
    const auto kind = reader.required_text(node, "kind");
    if (kind == "folder")
        return Kind::Folder;
    if (kind == "file")
        return Kind::File;
    if (kind == "sane")
        return Kind::Sane;
    if (kind == "camera")
        return Kind::Camera;
    if (!kind.empty() && kind != "none")
        reader.mistake(node["kind"], "kind is one of: none, folder, file, sane, camera");
    return Kind::None;
}

void read_scanner(
    YamlReader& reader, const YAML::Node& node, const std::filesystem::path& folder, Site& site
) {
    reader.only_keys(node, {"kind", "path", "device", "dpi", "settings"});
    site.scanner.kind = read_scanner_kind(reader, node);
    site.scanner.path = path_from(folder, reader.text(node, "path"));
    site.scanner.device = reader.text(node, "device");
    site.scanner.dpi = static_cast<int>(reader.number(node, "dpi", {75, 1200}).value_or(300));
    if (const auto settings = reader.map(node, "settings"))
        for (const auto& entry : settings)
            site.scanner.settings[reader.as_text(entry.first)] = reader.as_text(entry.second);
    const bool needs_path = site.scanner.kind == Kind::Folder || site.scanner.kind == Kind::File;
    if (needs_path && site.scanner.path.empty())
        reader.mistake(node, "a scanner of this kind needs a path");
}

void read_documents(
    YamlReader& reader, const YAML::Node& node, const std::filesystem::path& folder, Site& site
) {
    reader.only_keys(node, {"certificates", "test_certificates"});
    site.documents.folder = path_from(folder, reader.required_text(node, "certificates"));
    if (reader.truth(node, "test_certificates").value_or(false))
        site.documents.tests = scan::TestAuthorities::Allowed;
}

void read_screen(YamlReader& reader, const YAML::Node& node, Site& site) {
    reader.only_keys(node, {"pixels_per_mm", "diagonal", "fullscreen"});
    site.screen.pixels_per_mm = reader.number(node, "pixels_per_mm", {1, 40});
    site.screen.diagonal_inches = reader.number(node, "diagonal", {5, 120});
    site.screen.fullscreen = reader.truth(node, "fullscreen").value_or(true);
    if (site.screen.pixels_per_mm && site.screen.diagonal_inches)
        reader.mistake(node["diagonal"], "give pixels_per_mm or diagonal, not both");
}

Site read_site(YamlReader& reader, const YAML::Node& root, const std::filesystem::path& folder) {
    Site site;
    reader.only_keys(
        root,
        {"name",
         "place",
         "contacts",
         "languages",
         "scanner",
         "documents",
         "printer",
         "save",
         "mediator",
         "screen",
         "idle",
         "escalation",
         "hub"}
    );
    site.name = reader.required_text(root, "name");
    site.place = reader.text(root, "place");
    read_contacts(reader, child_of(root, "contacts"), site);
    read_languages(reader, child_of(root, "languages"), site);
    if (const auto scanner = reader.map(root, "scanner"))
        read_scanner(reader, scanner, folder, site);
    if (const auto documents = reader.map(root, "documents"))
        read_documents(reader, documents, folder, site);
    if (const auto printer = reader.map(root, "printer")) {
        reader.only_keys(printer, {"name", "server"});
        site.printer =
            deliver::Printer{reader.text(printer, "name"), reader.text(printer, "server")};
    }
    if (const auto save = reader.map(root, "save")) {
        reader.only_keys(save, {"folder"});
        site.save_folder = path_from(folder, reader.required_text(save, "folder"));
    }
    site.hub = read_site_hub(reader, root, folder);
    site.escalation = read_escalation(reader, root, site.hub.kind);
    if (const auto mediator = reader.map(root, "mediator")) {
        reader.only_keys(mediator, {"pin_file"});
        site.pin_file = path_from(folder, reader.required_text(mediator, "pin_file"));
    }
    if (const auto screen = reader.map(root, "screen"))
        read_screen(reader, screen, site);
    if (const auto idle = reader.map(root, "idle")) {
        reader.only_keys(idle, {"seconds", "countdown"});
        // VVSG 2.0 (facts/kiosk.md A25): two to five minutes, then at least twenty seconds.
        site.idle = reader.seconds(idle, "seconds", {30, 3600, 180});
        site.countdown = reader.seconds(idle, "countdown", {20, 300, 45});
    }
    if (site.escalation.other_ways >= visit::idle_times_waiting * site.idle)
        reader.mistake(
            root["escalation"]["other_ways"], // only a time written there is so late
            "other_ways is less than " + std::to_string(visit::idle_times_waiting) +
                " times idle: the visit of who waits would end before"
        );
    return site;
}

std::vector<std::string> missing_in(const Site& site) {
    std::vector<std::string> missing;
    if (site.contacts.empty())
        missing.emplace_back("contacts: nobody is named to the person who needs help");
    if (site.scanner.kind == Kind::None)
        missing.emplace_back("scanner: papers cannot be read");
    std::error_code error;
    if (!site.documents.folder.empty() &&
        !std::filesystem::is_directory(site.documents.folder, error))
        missing.emplace_back(
            "documents: there is no folder " + site.documents.folder.string() +
            ": signatures cannot be checked"
        );
    if (const auto pin = read_pin(site.pin_file); !site.pin_file.empty() && !pin)
        missing.emplace_back("mediator: " + site.pin_file.string() + ": " + pin.error().detail);
    if (!site.printer && site.save_folder.empty())
        missing.emplace_back("printer or save: the sheet cannot leave the kiosk");
    std::ranges::move(missing_in(site.hub), std::back_inserter(missing));
    return missing;
}

} // namespace

tl::expected<Site, Mistakes>
parse_site(std::string_view yaml, const std::string& file, const std::filesystem::path& folder) {
    YamlReader reader(file);
    Site site;
    if (const auto root = reader.parse(yaml))
        site = read_site(reader, *root, folder);
    if (!reader.mistakes().empty())
        return tl::unexpected(reader.mistakes());
    return site;
}

tl::expected<FoundSite, Mistakes> find_site(const std::filesystem::path& asked) {
    const auto file = site_file(asked);
    if (file.empty()) {
        FoundSite found;
        found.missing = missing_in(found.site);
        found.missing.emplace_back("no site file: write /etc/guichet/site.yaml or give --site");
        return found;
    }
    const auto yaml = read_file(file, std::size_t{1} << 20);
    if (!yaml)
        return tl::unexpected(Mistakes{
            file.string() + ":1:1: error: " + yaml.error().detail + " (site file)"});
    auto site = parse_site(*yaml, file.string(), std::filesystem::absolute(file).parent_path());
    if (!site)
        return tl::unexpected(site.error());
    return FoundSite{.site = *site, .file = file, .missing = missing_in(*site)};
}

} // namespace guichet::app
