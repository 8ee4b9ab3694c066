// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site/paths.hpp"

#include <cstdlib>

#include <doctest/doctest.h>

namespace guichet::app {

TEST_CASE("the site file asked for comes before the one the environment names") {
    ::setenv("GUICHET_SITE", "/srv/site.yaml", 1);
    CHECK(site_file("/tmp/asked.yaml") == "/tmp/asked.yaml");
    CHECK(site_file({}) == "/srv/site.yaml");
    ::unsetenv("GUICHET_SITE");
    CHECK(site_file({}) != "/srv/site.yaml");
}

TEST_CASE("a path starts from the folder of the file that names it") {
    CHECK(path_from("/etc/guichet", "kiosk.key") == "/etc/guichet/kiosk.key");
    CHECK(path_from("/etc/guichet", "../keys/kiosk.key") == "/etc/keys/kiosk.key");
    CHECK(path_from("/etc/guichet", "/srv/kiosk.key") == "/srv/kiosk.key");
    CHECK(path_from("/etc/guichet", "").empty());
}

TEST_CASE("what a computer keeps lies where its environment says") {
    ::setenv("XDG_STATE_HOME", "/srv/state", 1);
    CHECK(state_folder() == "/srv/state/guichet");
    ::unsetenv("XDG_STATE_HOME");
    CHECK(state_folder() != "/srv/state/guichet");
}

} // namespace guichet::app
