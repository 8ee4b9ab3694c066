// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/files.hpp"
#include "base/json.hpp"
#include "hub/hub.hpp"
#include "hub/secrets.hpp"
#include "hub/store.hpp"
#include "net/client.hpp"
#include "temporary_folder.hpp"

#include <memory>
#include <string>
#include <utility>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace guichet::hub {

/// Two kiosks and two mediators of one site, a mediator of another, in a folder of their own.
class Site {
public:
    /// `store_url`: empty, a SQLite file in its folder.
    explicit Site(std::string store_url = {}) : m_store(std::move(store_url)) {
        REQUIRE(prepare_secrets());
        REQUIRE(write_file(m_folder.file("index.html"), "<!doctype html><title>console</title>"));
        auto store = Store::open(settings().store, read_wall_clock());
        REQUIRE(store);
        add(*store, "borne-1", "lilas");
        add(*store, "borne-2", "lilas");
        add(*store, "borne-9", "ailleurs");
        const auto password = hash_password("cerise");
        REQUIRE(store->put(Account{
            "nadia", "Nadia", Role::Administrator, "lilas", {}, false, password}));
        REQUIRE(store->put(Account{"omar", "Omar", Role::Mediator, "lilas", {}, false, password}));
        REQUIRE(store->put(Account{"zoe", "Zoé", Role::Mediator, "ailleurs", {}, false, password}));
        REQUIRE(store->put_link(fingerprint("once"), "omar", now() + std::chrono::minutes(10)));
    }

    HubSettings settings(std::uint16_t port = 0) const {
        HubSettings settings;
        settings.server.port = port;
        settings.store = m_store.empty() ? m_folder.file("hub.db") : m_store;
        settings.console = m_folder.path();
        return settings;
    }
    const TemporaryFolder& folder() const { return m_folder; }

private:
    TemporaryFolder m_folder{};
    std::string m_store;

    static void add(Store& store, const std::string& kiosk, const std::string& site) {
        REQUIRE(store.put(KioskEntry{
            kiosk, "Poste " + kiosk.substr(6), "salle 1", site, fingerprint(kiosk + "-secret")}));
    }
};

/// What a kiosk of a Site is known by.
inline std::string kiosk_key(const std::string& kiosk) {
    return kiosk + "." + kiosk + "-secret";
}

/// Asks a hub as one kiosk or one mediator would.
class Asker {
public:
    explicit Asker(std::uint16_t port, std::string key = {})
        : m_client({.url = "http://127.0.0.1:" + std::to_string(port), .key = std::move(key)}) {}

    net::Reply get(const std::string& path) { return ask({.path = path}); }
    net::Reply post(const std::string& path, const Json& body = Json::object()) {
        return ask({.method = "POST", .path = path, .json = to_text(body)});
    }
    net::Reply ask(net::Request request) {
        request.headers.insert(request.headers.end(), m_headers.begin(), m_headers.end());
        auto reply = m_client.ask(request);
        REQUIRE_MESSAGE(reply, reply.error().detail);
        return std::move(*reply);
    }
    int act(const std::string& call, const std::string& what, const Json& body = Json::object()) {
        return post("/api/v1/console/calls/" + call + "/" + what + "?console=page", body).status;
    }

    /// As its page does each fifteen seconds.
    void declare(const std::string& how, const Json& more = Json::object()) {
        Json body{{"declared", how}};
        body.update(more);
        REQUIRE(post("/api/v1/console/presence?console=page", body).status == 200);
    }

    void sign_in(const std::string& account) {
        const auto reply =
            post("/api/v1/console/sign-in", {{"account", account}, {"password", "cerise"}});
        REQUIRE(reply.status == 200);
        keep_session(reply);
    }
    void keep_session(const net::Reply& reply) {
        const auto cookie = reply.headers.at("set-cookie");
        m_headers = {
            "Cookie: " + cookie.substr(0, cookie.find(';')),
            "X-Guichet-Csrf: " + Json::parse(reply.body).at("csrf").get<std::string>()};
    }
    std::vector<std::string>& headers() { return m_headers; }

private:
    net::Client m_client;
    std::vector<std::string> m_headers{};
};

inline std::unique_ptr<Hub> start_hub(const HubSettings& settings) {
    auto hub = Hub::start(settings);
    REQUIRE_MESSAGE(hub, hub.error().detail);
    return std::move(*hub);
}

inline std::string state_in(const net::Reply& reply) {
    return Json::parse(reply.body).at("call").at("state").get<std::string>();
}

} // namespace guichet::hub
