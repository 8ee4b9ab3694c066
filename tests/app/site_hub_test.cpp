// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/kiosk_key.hpp"
#include "app/site/site.hpp"
#include "app/site/site_hub.hpp"
#include "base/files.hpp"
#include "temporary_folder.hpp"

#include <cstdlib>
#include <string>

#include <doctest/doctest.h>
#include <sys/stat.h>

namespace guichet::app {
namespace {

SiteHub hub_of(const std::string& block) {
    const auto site = parse_site("name: A\n" + block, "site.yaml", "/etc/guichet");
    if (!site)
        for (const auto& mistake : site.error())
            MESSAGE(mistake);
    REQUIRE(site);
    return site->hub;
}

} // namespace

TEST_CASE("a site that says nothing of a hub keeps its own") {
    ::setenv("XDG_STATE_HOME", "/srv/state", 1);
    const auto hub = hub_of("");
    CHECK(hub.kind == SiteHub::Kind::Own);
    CHECK(hub.endpoint.url == "http://127.0.0.1:8017");
    CHECK(hub.key_file == "/srv/state/guichet/kiosk.key");
    ::unsetenv("XDG_STATE_HOME");
}

TEST_CASE("a hub that is opened to the network is reached from beside it") {
    CHECK(hub_of("hub: {listen: 0.0.0.0, port: 9000}").endpoint.url == "http://127.0.0.1:9000");
    CHECK(hub_of("hub: {listen: 192.0.2.7}").endpoint.url == "http://192.0.2.7:8017");
    const auto secure = hub_of(
        "hub: {listen: 0.0.0.0, certificate: hub.pem, private_key: hub.key, name: borne.example}"
    );
    CHECK(secure.endpoint.url == "https://borne.example:8017");
    CHECK(secure.endpoint.authorities == "/etc/guichet/hub.pem");
    CHECK(secure.kind == SiteHub::Kind::Own);
}

TEST_CASE("a site may name a hub elsewhere, or none") {
    const auto far = hub_of("hub: {url: \"https://hub.example/\", key: poste.secret, ca: ca.pem}");
    CHECK(far.kind == SiteHub::Kind::Elsewhere);
    CHECK(far.endpoint.url == "https://hub.example");
    CHECK(far.endpoint.key == "poste.secret");
    CHECK(far.endpoint.authorities == "/etc/guichet/ca.pem");
    CHECK(hub_of("hub: {url: \"http://hub\", key_file: k}").key_file == "/etc/guichet/k");
    const auto none = hub_of("hub: none");
    CHECK(none.kind == SiteHub::Kind::None);
    CHECK_FALSE(endpoint_of(none));
}

TEST_CASE("what does not go together in the hub block is said with its place") {
    struct Row {
        std::string block;
        std::string said;
    };
    for (const auto& row :
         {Row{"hub: {url: \"ftp://hub\", key: k}", "2:12: error: url is an address like"},
          Row{"hub: {url: \"https://hub/path\", key: k}", "url is an address like"},
          Row{"hub: {url: \"https://me:secret@hub\", key: k}", "url is an address like"},
          Row{"hub: {url: \"https://hub\"}", "needs the kiosk’s key"},
          Row{"hub: {url: \"https://hub\", key: k, key_file: f}", "needs the kiosk’s key"},
          Row{"hub: {url: \"https://hub\", key: k, port: 80}",
              "port is for a hub on this computer"},
          Row{"hub: {key: k}", "key goes with url"},
          Row{"hub: {certificate: a, private_key: b}", "name says the computer"},
          Row{"hub: {prot: 80}", "unknown key"},
          Row{"hub: never", "hub holds keys and values"}}) {
        CAPTURE(row.block);
        const auto site = parse_site("name: A\n" + row.block, "site.yaml", "/etc/guichet");
        REQUIRE_FALSE(site);
        CHECK(site.error().front().find(row.said) != std::string::npos);
    }
}

TEST_CASE("the person in charge hears what a hub elsewhere lacks") {
    const auto hub =
        hub_of("hub: {url: \"http://hub.example\", key_file: nowhere, ca: nowhere.pem}");
    const auto missing = missing_in(hub);
    REQUIRE(missing.size() == 3);
    CHECK(missing[0].find("there is no key in /etc/guichet/nowhere") != std::string::npos);
    CHECK(missing[1].find("in the clear") != std::string::npos);
    CHECK(missing[2].find("there is no file /etc/guichet/nowhere.pem") != std::string::npos);
    CHECK(missing_in(hub_of("hub: {url: \"http://127.0.0.1:80\", key: k}")).empty());
    CHECK(missing_in(hub_of("hub: none")).size() == 1);
    CHECK(missing_in(own_hub()).empty());
}

TEST_CASE("a kiosk makes its key once, for itself alone") {
    const TemporaryFolder folder;
    const auto file = std::filesystem::path(folder.path()) / "state" / "kiosk.key";
    REQUIRE(make_kiosk_key(file));
    const auto key = read_kiosk_key(file);
    REQUIRE(key);
    CHECK(key->id == "kiosk");
    CHECK(key->secret.size() > 40);
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 077) == 0);
    REQUIRE(make_kiosk_key(file));
    CHECK(read_kiosk_key(file)->secret == key->secret);
    auto hub = own_hub();
    hub.key_file = file;
    const auto endpoint = endpoint_of(hub);
    REQUIRE(endpoint);
    CHECK(endpoint->key == "kiosk." + key->secret);
}

TEST_CASE("a key that is none is not taken for one") {
    const TemporaryFolder folder;
    const auto file = std::filesystem::path(folder.path()) / "kiosk.key";
    CHECK_FALSE(read_kiosk_key(file));
    for (const auto* text : {"word", ".secret", "kiosk.", "\n"}) {
        REQUIRE(write_file(file, text));
        CHECK_FALSE(read_kiosk_key(file));
    }
    CHECK(
        make_kiosk_key("/proc/nowhere/kiosk.key").error().detail == "cannot write in /proc/nowhere"
    );
}

} // namespace guichet::app
