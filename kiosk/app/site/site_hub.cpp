// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site/site_hub.hpp"

#include "app/site/paths.hpp"
#include "base/files.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace guichet::app {

namespace {

constexpr std::size_t longest_key = 1024;
constexpr std::array<const char*, 8> own_words{
    "listen", "port", "store", "site", "name", "certificate", "private_key", "behind_proxy"};

bool is_plain_http(const std::string& url) {
    return url.starts_with("http://");
}

bool is_loopback(const std::string& url) {
    return url.starts_with("http://127.") || url.starts_with("http://localhost") ||
           url.starts_with("http://[::1]");
}

/// http://host[:port] or https://…, nothing after it.
bool is_address(std::string_view url) {
    const auto begin = url.find("://");
    if (begin == std::string_view::npos)
        return false;
    const auto scheme = url.substr(0, begin);
    const auto host = url.substr(begin + 3);
    return (scheme == "http" || scheme == "https") && !host.empty() &&
           host.find_first_of("/ @?#") == std::string_view::npos;
}

void read_elsewhere(
    YamlReader& reader, const YAML::Node& node, const std::filesystem::path& folder, SiteHub& hub
) {
    hub.kind = SiteHub::Kind::Elsewhere;
    auto url = reader.text(node, "url");
    if (url.ends_with('/'))
        url.pop_back();
    if (!is_address(url))
        reader.mistake(node["url"], "url is an address like https://hub.example.org:8017");
    hub.endpoint = {.url = url, .key = reader.text(node, "key")};
    hub.key_file = path_from(folder, reader.text(node, "key_file"));
    if (hub.endpoint.key.empty() == hub.key_file.empty())
        reader.mistake(node, "a hub elsewhere needs the kiosk’s key: give one of key and key_file");
    for (const auto* word : own_words)
        if (node[word])
            reader.mistake(
                node[word],
                std::string(word) + " is for a hub on this computer, and url names another"
            );
}

/// How the kiosk reaches the hub beside it.
std::string own_url(YamlReader& reader, const YAML::Node& node) {
    const auto port =
        static_cast<int>(reader.number(node, "port", {1, 65535}).value_or(default_hub_port));
    auto host = reader.text(node, "listen");
    if (host.empty() || host == "0.0.0.0" || host == "::")
        host = "127.0.0.1";
    const bool secure = !reader.text(node, "certificate").empty();
    const auto name = reader.text(node, "name");
    if (secure && name.empty())
        reader.mistake(
            node["certificate"],
            "with a certificate, name says the computer as the certificate does"
        );
    return (secure ? "https://" + name : "http://" + host) + ":" + std::to_string(port);
}

} // namespace

SiteHub own_hub() {
    SiteHub hub;
    hub.endpoint.url = "http://127.0.0.1:" + std::to_string(default_hub_port);
    hub.key_file = state_folder() / "kiosk.key";
    return hub;
}

bool says_no_hub(const YAML::Node& root) {
    const auto node = root["hub"];
    return node && node.IsScalar() && node.Scalar() == "none";
}

void check_hub_words(YamlReader& reader, const YAML::Node& block) {
    reader.only_keys(
        block,
        {"listen",
         "port",
         "store",
         "site",
         "name",
         "certificate",
         "private_key",
         "behind_proxy",
         "url",
         "key",
         "key_file",
         "ca"}
    );
}

SiteHub
read_site_hub(YamlReader& reader, const YAML::Node& root, const std::filesystem::path& folder) {
    auto hub = own_hub();
    if (says_no_hub(root)) {
        hub.kind = SiteHub::Kind::None;
        return hub;
    }
    const auto node = reader.map(root, "hub");
    if (!node)
        return hub;
    check_hub_words(reader, node);
    if (node["url"]) {
        read_elsewhere(reader, node, folder, hub);
    } else {
        hub.endpoint.url = own_url(reader, node);
        for (const auto* word : {"key", "key_file"})
            if (node[word])
                reader.mistake(node[word], std::string(word) + " goes with url");
        hub.endpoint.authorities = path_from(folder, reader.text(node, "certificate"));
    }
    if (const auto authority = reader.text(node, "ca"); !authority.empty())
        hub.endpoint.authorities = path_from(folder, authority);
    return hub;
}

std::vector<std::string> missing_in(const SiteHub& hub) {
    std::vector<std::string> missing;
    if (hub.kind == SiteHub::Kind::None)
        missing.emplace_back("hub: a call reaches nobody; the kiosk shows the contacts instead");
    if (hub.kind != SiteHub::Kind::Elsewhere)
        return missing;
    if (!endpoint_of(hub))
        missing.push_back(
            "hub: there is no key in " + hub.key_file.string() + ": a call reaches nobody"
        );
    if (is_plain_http(hub.endpoint.url) && !is_loopback(hub.endpoint.url))
        missing.emplace_back("hub: calls and the key travel in the clear; https would hide them");
    std::error_code error;
    const auto& authorities = hub.endpoint.authorities;
    if (!authorities.empty() && !std::filesystem::exists(authorities, error))
        missing.push_back("hub: there is no file " + authorities + ": the hub cannot be trusted");
    return missing;
}

Result<net::Endpoint> endpoint_of(const SiteHub& hub) {
    if (hub.kind == SiteHub::Kind::None)
        return fail(Error::Kind::NotFound, "this kiosk has no hub");
    auto endpoint = hub.endpoint;
    if (!endpoint.key.empty())
        return endpoint;
    const auto text = read_file(hub.key_file, longest_key);
    if (!text)
        return fail(Error::Kind::NotFound, "no key in " + hub.key_file.string());
    endpoint.key = text->substr(0, text->find_first_of("\r\n"));
    if (endpoint.key.empty())
        return fail(Error::Kind::NotFound, "no key in " + hub.key_file.string());
    return endpoint;
}

} // namespace guichet::app
