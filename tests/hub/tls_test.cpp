// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/running_hub.hpp"

#include <cstdlib>

namespace guichet::hub {

TEST_CASE("with a certificate the hub speaks TLS only, and a kiosk trusts no other") {
    const Site site;
    const auto certificate = site.folder().file("hub.pem");
    const auto key = site.folder().file("hub.key");
    const auto made =
        std::system(("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
                     "-addext subjectAltName=IP:127.0.0.1 -out " +
                     certificate + " -keyout " + key + " >/dev/null 2>&1")
                        .c_str());
    if (made != 0) {
        MESSAGE("the openssl command is not there: not tried");
        return;
    }
    auto settings = site.settings();
    settings.server.certificate = certificate;
    settings.server.private_key = key;
    const auto hub = start_hub(settings);
    const auto address = "127.0.0.1:" + std::to_string(hub->port());

    net::Client kiosk(
        {.url = "https://" + address, .key = kiosk_key("borne-1"), .authorities = certificate}
    );
    const auto kept =
        kiosk.ask({.method = "POST", .path = "/api/v1/kiosk/calls", .json = R"({"id":"v-1"})"});
    REQUIRE_MESSAGE(kept, kept.error().detail);
    CHECK(kept->status == 201);
    CHECK(kept->headers.contains("strict-transport-security"));
    const auto signed_in = kiosk.ask(
        {.method = "POST", .path = "/api/v1/console/sign-in", .json = R"({"ticket":"once"})"}
    );
    REQUIRE(signed_in);
    CHECK(signed_in->headers.at("set-cookie").find("; Secure") != std::string::npos);

    net::Client wary({.url = "https://" + address});
    const auto refused = wary.ask({.path = "/healthz"});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Refused);
    net::Client plain({.url = "http://" + address});
    CHECK_FALSE(plain.ask({.path = "/healthz", .patience = std::chrono::seconds(2)}));

    settings.server.private_key = certificate;
    CHECK_FALSE(Hub::start(settings)); // the key does not fit
}

} // namespace guichet::hub
