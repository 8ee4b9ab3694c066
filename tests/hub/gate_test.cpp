// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/gate.hpp"
#include "hub/secrets.hpp"
#include "temporary_folder.hpp"

#include <string>

#include <doctest/doctest.h>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

struct Place {
    TemporaryFolder folder{};
    Store store;

    Place() : store(open(folder)) {
        REQUIRE(prepare_secrets());
        set_key("first");
        REQUIRE(store.put(Account{.name = "nadia", .shown = "Nadia", .site = "lilas"}));
    }
    static Store open(const TemporaryFolder& folder) {
        auto store = Store::open(folder.file("hub.db"), read_wall_clock());
        REQUIRE(store);
        return std::move(*store);
    }
    void set_key(const std::string& token) {
        REQUIRE(store.put(KioskEntry{"borne-1", "Borne 1", "", "lilas", fingerprint(token)}));
    }
};

HttpRequest with_key(const std::string& key) {
    HttpRequest request;
    request.headers["authorization"] = "Bearer " + key;
    return request;
}

} // namespace

TEST_CASE("a kiosk is known by its key, and a new key ends the old one within a minute") {
    Place place;
    Gate gate(place.store);
    const auto begin = now();
    CHECK(gate.kiosk(with_key("borne-1.first"), begin)->value().place == "Borne 1");
    for (const auto* wrong : {"borne-1.second", "borne-2.first", "first", ".first", "borne-1."})
        CHECK_FALSE(gate.kiosk(with_key(wrong), begin)->has_value());
    CHECK_FALSE(gate.kiosk(HttpRequest{}, begin)->has_value());
    place.set_key("second");
    CHECK_FALSE(gate.kiosk(with_key("borne-1.first"), begin + 61s)->has_value());
    CHECK(gate.kiosk(with_key("borne-1.second"), begin + 61s)->has_value());
}

TEST_CASE("a session ends when it is not used, and in any case after half a day") {
    Place place;
    Gate gate(place.store);
    REQUIRE(place.store.put_link(fingerprint("link"), "nadia", now() + 1h));
    const auto begun = gate.sign_in_by_link("link");
    REQUIRE(begun);
    REQUIRE(*begun);
    HttpRequest request;
    request.headers["cookie"] = "other=1; guichet_session=" + (*begun)->token + "; more=2";
    const auto begin = (*begun)->session.started;
    CHECK(gate.signed_in(request, begin + 14min)->has_value()); // renews it
    CHECK(gate.signed_in(request, begin + 28min)->has_value());
    CHECK_FALSE(gate.signed_in(request, begin + 44min)->has_value());
    HttpRequest forged;
    forged.headers["cookie"] = "guichet_session=" + make_token();
    CHECK_FALSE(gate.signed_in(forged, begin)->has_value());

    REQUIRE(place.store.put_link(fingerprint("again"), "nadia", now() + 1h));
    const auto long_one = gate.sign_in_by_link("again");
    request.headers["cookie"] = "guichet_session=" + (*long_one)->token;
    const auto start = (*long_one)->session.started;
    for (auto used = 10min; used < 12h; used += 10min)
        CHECK(gate.signed_in(request, start + used)->has_value());
    CHECK_FALSE(gate.signed_in(request, start + 12h)->has_value());
}

TEST_CASE("only our own page may ask for a change") {
    const std::string token = "token";
    HttpRequest request;
    request.headers = {{"host", "hub.local:8017"}, {"x-guichet-csrf", csrf_of(token)}};
    CHECK(Gate::is_ours(request, token));
    CHECK_FALSE(Gate::is_ours(request, "another"));
    struct Row {
        const char* header;
        const char* value;
        bool ours;
    };
    for (const auto& row :
         {Row{"origin", "http://hub.local:8017", true},
          Row{"origin", "http://hub.local", false},
          Row{"origin", "null", false},
          Row{"origin", "http://evil.example", false},
          Row{"sec-fetch-site", "same-origin", true},
          Row{"sec-fetch-site", "same-site", false},
          Row{"sec-fetch-site", "cross-site", false}}) {
        CAPTURE(row.value);
        auto asked = request;
        asked.headers[row.header] = row.value;
        CHECK(Gate::is_ours(asked, token) == row.ours);
    }
}

} // namespace guichet::hub
