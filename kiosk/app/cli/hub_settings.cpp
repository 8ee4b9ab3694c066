// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hub_settings.hpp"

#include "app/cli/hub_titles.hpp"
#include "app/site/paths.hpp"
#include "app/site/site_escalation.hpp"
#include "app/site/yaml_reader.hpp"
#include "base/files.hpp"

namespace guichet::app {

namespace {

constexpr std::size_t largest_file = 1 << 20;

std::string store_from(const std::filesystem::path& folder, const std::string& named) {
    const bool address = named.find("://") != std::string::npos;
    return address ? named : path_from(folder, named).string();
}

void read_block(
    YamlReader& reader, const YAML::Node& node, const std::filesystem::path& folder, HubSetup& setup
) {
    check_hub_words(reader, node);
    if (node["url"])
        reader.mistake(
            node["url"],
            "the hub of this site is " + reader.text(node, "url") + ", not this computer"
        );
    auto& server = setup.settings.server;
    if (const auto address = reader.text(node, "listen"); !address.empty())
        server.address = address;
    server.port = static_cast<std::uint16_t>(
        reader.number(node, "port", {1, 65535}).value_or(default_hub_port)
    );
    server.certificate = path_from(folder, reader.text(node, "certificate"));
    server.private_key = path_from(folder, reader.text(node, "private_key"));
    if (server.certificate.empty() != server.private_key.empty())
        reader.mistake(node, "certificate and private_key go together");
    if (const auto store = reader.text(node, "store"); !store.empty())
        setup.settings.store = store_from(folder, store);
    setup.settings.behind_proxy = reader.truth(node, "behind_proxy").value_or(false);
    setup.name = reader.text(node, "name");
    if (const auto site = reader.text(node, "site"); !site.empty())
        setup.site = site;
}

HubSetup default_setup() {
    HubSetup setup;
    setup.settings.server.port = default_hub_port;
    setup.settings.store = (state_folder() / "hub.db").string();
    setup.settings.console = data_folder() / "assets/console";
    setup.settings.titles = read_titles(data_folder() / "forms/procedures");
    return setup;
}

} // namespace

tl::expected<HubSetup, Mistakes>
parse_hub(std::string_view yaml, const std::string& file, const std::filesystem::path& folder) {
    YamlReader reader(file);
    auto setup = default_setup();
    const auto root = reader.parse(yaml);
    if (root && says_no_hub(*root))
        reader.mistake((*root)["hub"], "this site has no hub: hub is none");
    else if (root) {
        if (const auto node = reader.map(*root, "hub"))
            read_block(reader, node, folder, setup);
        setup.settings.escalation = read_escalation(reader, *root, SiteHub::Kind::Own);
    }
    if (!reader.mistakes().empty())
        return tl::unexpected(reader.mistakes());
    setup.file = file;
    return setup;
}

tl::expected<HubSetup, Mistakes> find_hub(const std::filesystem::path& asked) {
    const auto file = site_file(asked);
    if (file.empty())
        return default_setup();
    const auto text = read_file(file, largest_file);
    if (!text)
        return tl::unexpected(Mistakes{file.string() + ":1:1: error: " + text.error().detail});
    std::error_code error;
    return parse_hub(*text, file.string(), std::filesystem::absolute(file, error).parent_path());
}

} // namespace guichet::app
