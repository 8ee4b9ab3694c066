// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hub_settings.hpp"
#include "app/cli/hub_titles.hpp"

#include <string>

#include <doctest/doctest.h>

namespace guichet::app {

TEST_CASE("a hub without a word about it listens on this computer only") {
    const auto setup = parse_hub("name: Essai\n", "site.yaml", "/srv");
    REQUIRE(setup);
    CHECK(setup->settings.server.address == "127.0.0.1");
    CHECK(setup->settings.server.port == 8017);
    CHECK(setup->settings.store.ends_with("hub.db"));
    CHECK_FALSE(setup->settings.behind_proxy);
}

TEST_CASE("the hub block is read, its paths from the file's folder") {
    const auto setup = parse_hub(
        "hub:\n  listen: 0.0.0.0\n  port: 443\n  store: data/hub.db\n  site: lilas\n"
        "  certificate: hub.pem\n  private_key: /etc/hub.key\n  behind_proxy: true\n",
        "site.yaml",
        "/srv"
    );
    REQUIRE(setup);
    CHECK(setup->settings.server.address == "0.0.0.0");
    CHECK(setup->settings.server.port == 443);
    CHECK(setup->settings.store == "/srv/data/hub.db");
    CHECK(setup->settings.server.certificate == "/srv/hub.pem");
    CHECK(setup->settings.server.private_key == "/etc/hub.key");
    CHECK(setup->settings.behind_proxy);
    CHECK(setup->site == "lilas");
    const auto far = parse_hub("hub:\n  store: postgresql://g@db/guichet\n", "site.yaml", "/srv");
    REQUIRE(far);
    CHECK(far->settings.store == "postgresql://g@db/guichet");
}

TEST_CASE("a hub reads when calls that wait ring further") {
    using namespace std::chrono_literals;
    const auto setup = parse_hub("hub: {}\nescalation: {backup: 60}\n", "site.yaml", "/srv");
    REQUIRE(setup);
    CHECK(setup->settings.escalation == call::Escalation{30s, 60s, 180s});
    const auto wrong = parse_hub("hub: {}\nescalation: {site: 1}\n", "site.yaml", "/srv");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().front() == "site.yaml:2:20: error: site is a number from 5 to 600");
}

TEST_CASE("mistakes in the hub block are said with their place") {
    struct Row {
        const char* yaml;
        const char* said;
    };
    for (const auto& row :
         {Row{"hub:\n  prot: 80\n", "site.yaml:2:3: error: unknown key"},
          Row{"hub:\n  port: 70000\n", "site.yaml:2:9: error: port is a number"},
          Row{"hub:\n  certificate: a.pem\n", "certificate and private_key go together"},
          Row{"hub: yes\n", "hub holds keys and values"}}) {
        CAPTURE(row.yaml);
        const auto setup = parse_hub(row.yaml, "site.yaml", "/srv");
        REQUIRE_FALSE(setup);
        CHECK(setup.error().front().find(row.said) != std::string::npos);
    }
}

TEST_CASE("procedures and steps are called by their titles on the console") {
    const auto titles = read_titles(std::string(GUICHET_SOURCE) + "/forms/procedures");
    CHECK(
        titles.find("\"complementaire-sante-solidaire\":\"Complémentaire santé solidaire\"") !=
        std::string::npos
    );
    CHECK(titles.find("complementaire-sante-solidaire/") != std::string::npos);
    CHECK(titles.find("\"complementaire-sante-solidaire\":\"social_sante\"") != std::string::npos);
    CHECK(read_titles("/nowhere") == R"({"themes":{},"titles":{}})");
}

} // namespace guichet::app
