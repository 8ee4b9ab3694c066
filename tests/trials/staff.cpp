// SPDX-License-Identifier: GPL-3.0-or-later
#include "staff.hpp"

#include "base/files.hpp"
#include "hub/secrets.hpp"

#include <algorithm>
#include <cstdlib>
#include <future>

namespace guichet::trials {
namespace {

/// Puts a kiosk into the store; its key.
std::string enrol(hub::Store& store, const std::string& id) {
    const auto secret = hub::make_token();
    REQUIRE(store.put(hub::KioskEntry{
        id, "Poste " + id, "salle 1", "lilas", hub::fingerprint(secret)}));
    return id + "." + secret;
}

/// Puts a mediator and a session into the store.
Staff::Mediator sign_in(hub::Store& store, const std::string& name) {
    const auto token = hub::make_token();
    REQUIRE(store.put(hub::Account{.name = name, .shown = name, .site = "lilas"}));
    REQUIRE(store.put(hub::Session{hub::fingerprint(token), name, now(), now()}));
    return {name, {"Cookie: guichet_session=" + token, "X-Guichet-Csrf: " + hub::csrf_of(token)}};
}

} // namespace

Staff::Staff(int kiosks, int mediators, std::string store_url) : m_store(std::move(store_url)) {
    REQUIRE(hub::prepare_secrets());
    REQUIRE(write_file(m_folder.file("index.html"), "<!doctype html><title>console</title>"));
    if (m_store.empty())
        m_store = m_folder.file("hub.db");
    auto store = hub::Store::open(m_store, hub::read_wall_clock());
    REQUIRE_MESSAGE(store, store.error().detail);
    for (int each = 0; each < kiosks; each++)
        m_keys.push_back(enrol(*store, "borne-" + std::to_string(each)));
    for (int each = 0; each < mediators; each++)
        m_mediators.push_back(sign_in(*store, "m" + std::to_string(each)));
}

HubProcess::HubProcess(const Staff& staff, std::uint16_t port) {
    auto told = std::make_shared<std::promise<std::string>>();
    auto line = told->get_future();
    m_program = std::make_unique<Program>(
        std::vector<std::string>{HUB_PROCESS, staff.store(), std::to_string(port), staff.folder()},
        [told](const std::string& text) { told->set_value(text); }
    );
    REQUIRE(line.wait_for(std::chrono::seconds(30)) == std::future_status::ready);
    m_port = static_cast<std::uint16_t>(std::stoi(line.get()));
}

void check_all_helped(const std::string& store_url, const std::set<std::string>& calls) {
    auto store = hub::Store::open(store_url, hub::read_wall_clock());
    REQUIRE(store);
    const auto left = store->open_calls();
    REQUIRE(left);
    // The hub asks each kiosk for a test call at times; nobody answers those here.
    CHECK(std::ranges::all_of(*left, [](const call::Ticket& each) { return each.request.test; }));
    for (const auto& id : calls)
        CHECK(store->find(id)->value().ended == call::Outcome::Helped);
}

int count_from(const char* variable, int otherwise) {
    const auto* text = std::getenv(variable);
    return text == nullptr ? otherwise : std::atoi(text);
}

} // namespace guichet::trials
