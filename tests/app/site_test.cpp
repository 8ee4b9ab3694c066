// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site/offer.hpp"
#include "app/site/site.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

using guichet::app::parse_site;

guichet::app::Site good(const std::string& yaml) {
    const auto site = parse_site(yaml, "site.yaml", "/etc/guichet");
    if (!site)
        for (const auto& mistake : site.error())
            MESSAGE(mistake);
    REQUIRE(site);
    return *site;
}

} // namespace

TEST_CASE("a whole site file is understood") {
    const auto site = good(R"(
name: Médiathèque des Lilas
place: Poste 2
contacts:
  - {name: Accueil, where: Au comptoir, phone: "01 99 00 12 34", hours: Tu-Sa 10:00-18:00}
languages: [fr, ar]
scanner: {kind: sane, device: "pnm:0", dpi: 200, settings: {source: Flatbed}}
documents: {certificates: 2d-doc, test_certificates: true}
printer: {name: hall, server: /run/cups/cups.sock}
save: {folder: sheets}
mediator: {pin_file: mediator.pin}
screen: {diagonal: 21.5, fullscreen: false}
idle: {seconds: 240, countdown: 30}
escalation: {site: 20, backup: 60, other_ways: 120}
)");
    CHECK(site.name == "Médiathèque des Lilas");
    CHECK(site.place == "Poste 2");
    REQUIRE(site.contacts.size() == 1);
    CHECK(site.contacts[0].phone == "01 99 00 12 34");
    CHECK(site.languages == std::vector<std::string>{"fr", "ar"});
    CHECK(site.scanner.kind == guichet::scan::Scanner::Kind::Sane);
    CHECK(site.scanner.device == "pnm:0");
    CHECK(site.scanner.dpi == 200);
    CHECK(site.scanner.settings.at("source") == "Flatbed");
    CHECK(site.documents.folder == "/etc/guichet/2d-doc");
    CHECK(site.documents.tests == guichet::scan::TestAuthorities::Allowed);
    REQUIRE(site.printer);
    CHECK(site.printer->name == "hall");
    CHECK(site.save_folder == "/etc/guichet/sheets");
    CHECK(site.pin_file == "/etc/guichet/mediator.pin");
    CHECK(site.screen.diagonal_inches == 21.5);
    CHECK_FALSE(site.screen.fullscreen);
    CHECK(site.idle == std::chrono::seconds{240});
    CHECK(site.countdown == std::chrono::seconds{30});
    using namespace std::chrono_literals;
    CHECK(site.escalation == guichet::call::Escalation{20s, 60s, 120s});
}

TEST_CASE("a name is all a site file must have") {
    const auto site = good("name: Mairie\n");
    CHECK(site.scanner.kind == guichet::scan::Scanner::Kind::None);
    CHECK(site.documents.folder.empty());
    CHECK(site.documents.tests == guichet::scan::TestAuthorities::Refused);
    CHECK_FALSE(site.printer);
    CHECK(site.save_folder.empty());
    CHECK(site.languages.empty());
    CHECK(site.screen.fullscreen);
}

TEST_CASE("a document camera is a scanner too") {
    const auto site =
        good("name: A\nscanner: {kind: camera, device: /dev/video2, settings: {focus: 60}}\n");
    CHECK(site.scanner.kind == guichet::scan::Scanner::Kind::Camera);
    CHECK(site.scanner.device == "/dev/video2");
    CHECK(site.scanner.settings.at("focus") == "60");
}

TEST_CASE("a path that begins with / stays as it is") {
    const auto site = good("name: A\nscanner: {kind: folder, path: /srv/scans}\n");
    CHECK(site.scanner.path == "/srv/scans");
}

TEST_CASE("each mistake of a site file is said with its place") {
    struct Row {
        std::string yaml;
        std::string mistake; ///< all of it that matters, from the beginning
    };
    const std::vector<Row> rows{
        {"place: Poste 2\n", "site.yaml:1:1: error: “name” is missing"},
        {"name: A\nplaces: B\n", "site.yaml:2:1: error: unknown key “places”; known: name, place,"},
        {"name: A\nname: B\n", "site.yaml:2:1: error: “name” is there twice"},
        {"name: [A]\n", "site.yaml:1:7: error: words are expected here"},
        {"name: A\nlanguages: [fr, xx]\n", "site.yaml:2:17: error: there is no language “xx”"},
        {"name: A\nlanguages: fr\n", "site.yaml:2:12: error: languages is a list"},
        {"name: A\nscanner: {kind: fax}\n", "site.yaml:2:17: error: kind is one of: none, folder"},
        {"name: A\nscanner: {kind: folder}\n",
         "site.yaml:2:10: error: a scanner of this kind needs"},
        {"name: A\nscanner: sane\n", "site.yaml:2:10: error: scanner holds keys and values"},
        {"name: A\nscanner: {kind: sane, dpi: 9}\n",
         "site.yaml:2:28: error: dpi is a number from 75 to 1200"},
        {"name: A\nscreen: {fullscreen: maybe}\n",
         "site.yaml:2:22: error: fullscreen is true or false"},
        {"name: A\nscreen: {diagonal: 20, pixels_per_mm: 4}\n",
         "site.yaml:2:20: error: give pixels_per_mm or diagonal, not both"},
        {"name: A\nidle: {seconds: 2}\n",
         "site.yaml:2:17: error: seconds is a number from 30 to 3600"},
        {"name: A\nidle: {seconds: soon}\n",
         "site.yaml:2:17: error: seconds is a number from 30 to 3600"},
        {"name: A\nescalation: {other_ways: 5}\n",
         "site.yaml:2:26: error: other_ways is a number from 30 to 1800"},
        {"name: A\nescalation: {site: 60, backup: 20}\n",
         "site.yaml:2:32: error: the backup list rings after the whole site: backup is 20, site is "
         "60"},
        {"name: A\nescalation: {site: 120}\n",
         "site.yaml:2:20: error: the backup list rings after the whole site: backup is 90"},
        {"name: A\nescalation: {everybody: 60}\n",
         "site.yaml:2:14: error: unknown key “everybody”; known: site, backup, other_ways"},
        {"name: A\nhub: {url: \"https://hub\", key: k}\nescalation: {site: 60}\n",
         "site.yaml:3:20: error: site belongs into the file of the hub that url names"},
        {"name: A\nhub: {url: \"https://hub\", key: k}\nescalation: {site: 120}\n",
         "site.yaml:3:20: error: site belongs into the file of the hub that url names"},
        {"name: A\nhub: none\nescalation: {backup: 60}\n",
         "site.yaml:3:22: error: backup is for a hub, and hub is none"},
        {"name: A\nidle: {seconds: 60}\nescalation: {other_ways: 600}\n",
         "site.yaml:3:26: error: other_ways is less than 10 times idle: the visit of who waits "
         "would "
         "end before"},
        {"name: A\nsave: {}\n", "site.yaml:2:7: error: “folder” is missing"},
        {"name: A\ncontacts: [{phone: 1}]\n", "site.yaml:2:12: error: “name” is missing"},
        {"- a\n", "site.yaml:1:1: error: a site file is a list of keys and values"},
        {"name: {A: 1\n", "site.yaml:2:1: error: this is not YAML"},
        {"", "site.yaml:1:1: error: a site file is a list of keys and values"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.yaml);
        const auto site = parse_site(row.yaml, "site.yaml", "/");
        REQUIRE_FALSE(site);
        REQUIRE(site.error().size() == 1);
        CAPTURE(site.error()[0]);
        CHECK(site.error()[0].starts_with(row.mistake));
    }
}

TEST_CASE("all the mistakes of a site file are said at once") {
    const auto site = parse_site(
        "nom: A\nscanner: {kind: fax, resolution: 3}\nidle: {countdown: 1}\n", "site.yaml", "/"
    );
    REQUIRE_FALSE(site);
    CHECK(site.error().size() == 5); // nom, name, kind, resolution, countdown
}

TEST_CASE("a site file that is asked for and is not there is an error") {
    const auto found = guichet::app::find_site("/nowhere/site.yaml");
    REQUIRE_FALSE(found);
    CHECK(found.error()[0].starts_with("/nowhere/site.yaml:1:1: error:"));
}

TEST_CASE("a kiosk keeps to the times of its site") {
    using namespace std::chrono_literals;
    const auto stock = guichet::app::load_stock(
        good("name: A\nlanguages: [fr]\nidle: {seconds: 60}\nescalation: {other_ways: 120}\n")
    );
    REQUIRE(stock);
    CHECK(stock->offer->idle == 60s);
    CHECK(stock->offer->escalation.other_ways == 120s);
}

TEST_CASE("the example site file is right") {
    const auto found = guichet::app::find_site(GUICHET_SOURCE "/packaging/site.yaml");
    REQUIRE(found);
    CHECK(found->missing.empty());
}
