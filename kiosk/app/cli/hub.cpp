// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hub.hpp"

#include "app/cli/kiosk_key.hpp"
#include "base/json.hpp"
#include "hub/coop_report.hpp"
#include "hub/secrets.hpp"
#include "hub/store.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <istream>
#include <ostream>

#include <nlohmann/json.hpp>
#include <termios.h>
#include <unistd.h>

namespace guichet::app {

namespace {

constexpr std::size_t shortest_password = 10;
constexpr std::chrono::hours link_is_good{24};

int complain(const std::string& what) {
    std::fprintf(stderr, "guichet hub: %s\n", what.c_str());
    return 1;
}

int say_removed(const Result<bool>& was, const std::string& what) {
    if (!was)
        return complain(was.error().detail);
    return *was ? 0 : complain("there is no " + what);
}

/// Opens the store for one command; said when it cannot be.
std::optional<hub::Store> open_store(const HubSetup& setup) {
    if (!hub::prepare_secrets()) {
        complain("this system gives no randomness");
        return std::nullopt;
    }
    auto store = hub::Store::open(setup.settings.store, hub::read_wall_clock());
    if (store)
        return std::move(*store);
    complain(store.error().detail);
    return std::nullopt;
}

std::string address_of(const HubSetup& setup) {
    const auto& server = setup.settings.server;
    const bool anywhere = server.address == "0.0.0.0" || server.address == "::";
    const auto name = !setup.name.empty() ? setup.name
                      : anywhere          ? std::string("localhost")
                                          : server.address;
    return (server.certificate.empty() ? "http://" : "https://") + name + ":" +
           std::to_string(server.port) + "/";
}

Result<std::string> new_link(hub::Store& store, const HubSetup& setup, const std::string& account) {
    const auto link = hub::make_token();
    if (auto kept = store.put_link(hub::fingerprint(link), account, now() + link_is_good); !kept)
        return tl::unexpected(kept.error());
    return address_of(setup) + "#ticket=" + link;
}

/// Somebody must be able to sign in after the very first start.
Result<void> welcome(hub::Store& store, const HubSetup& setup) {
    const auto accounts = store.accounts(setup.site);
    if (!accounts)
        return tl::unexpected(accounts.error());
    if (!accounts->empty())
        return {};
    hub::Account desk{.name = "accueil", .shown = "L’accueil"};
    desk.role = hub::Role::Administrator;
    desk.site = setup.site;
    if (auto kept = store.put(desk); !kept)
        return kept;
    const auto link = new_link(store, setup, desk.name);
    if (!link)
        return tl::unexpected(link.error());
    std::fprintf(
        stderr,
        "guichet hub: first start; sign in once as “accueil”, today, at %s\n"
        "guichet hub: another link: guichet hub link accueil\n",
        link->c_str()
    );
    return {};
}

/// The kiosk on this computer made its key itself; its room is what somebody said since.
Result<void> admit_kiosk(hub::Store& store, const HubSetup& setup) {
    if (setup.kiosk_key.empty())
        return {};
    const auto key = read_kiosk_key(setup.kiosk_key);
    const auto kiosks = store.kiosks();
    if (!key || !kiosks)
        return tl::unexpected(key ? kiosks.error() : key.error());
    hub::KioskEntry entry{.id = key->id, .site = setup.site};
    const auto known = std::ranges::find(*kiosks, key->id, &hub::KioskEntry::id);
    if (known != kiosks->end())
        entry = *known;
    entry.place = setup.kiosk_place.empty() ? key->id : setup.kiosk_place;
    entry.key_print = hub::fingerprint(key->secret);
    return store.put(entry);
}

Result<void> prepare_store(const HubSetup& setup) {
    auto store = hub::Store::open(setup.settings.store, hub::read_wall_clock());
    if (!store)
        return tl::unexpected(store.error());
    auto admitted = admit_kiosk(*store, setup);
    return admitted ? welcome(*store, setup) : admitted;
}

/// Reads a line without showing it when somebody types it.
std::string read_password(std::istream& in) {
    const bool typed = &in == &std::cin && ::isatty(STDIN_FILENO) == 1;
    termios before{};
    if (typed && ::tcgetattr(STDIN_FILENO, &before) == 0) {
        std::fputs("password: ", stderr);
        auto hidden = before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
    }
    std::string password;
    std::getline(in, password);
    if (typed) {
        ::tcsetattr(STDIN_FILENO, TCSANOW, &before);
        std::fputs("\n", stderr);
    }
    return password;
}

} // namespace

int run_hub(const HubSetup& setup) {
    sigset_t ends;
    ::sigemptyset(&ends);
    ::sigaddset(&ends, SIGTERM);
    ::sigaddset(&ends, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr); // inherited by every thread of the hub
    if (!hub::prepare_secrets())
        return complain("this system gives no randomness");
    if (const auto ready = prepare_store(setup); !ready)
        return complain(ready.error().detail);
    const auto hub = hub::Hub::start(setup.settings);
    if (!hub)
        return complain(hub.error().detail + " (" + address_of(setup) + ")");
    std::fprintf(stderr, "guichet hub: the console is at %s\n", address_of(setup).c_str());
    int which = 0;
    ::sigwait(&ends, &which);
    return 0;
}

int add_user(const HubSetup& setup, hub::Account account, std::istream& in) {
    auto store = open_store(setup);
    if (!store)
        return 1;
    const auto password = read_password(in);
    if (password.size() < shortest_password)
        return complain("a password has at least 10 characters; nothing was changed");
    account.password = hub::hash_password(password);
    if (account.site.empty())
        account.site = setup.site;
    if (account.shown.empty())
        account.shown = account.name;
    auto kept = store->put(account);
    if (kept)
        kept = store->drop_sessions(account.name);
    return kept ? 0 : complain(kept.error().detail);
}

int remove_user(const HubSetup& setup, const std::string& account) {
    auto store = open_store(setup);
    return store ? say_removed(store->remove_account(account), "account " + account) : 1;
}

int remove_kiosk(const HubSetup& setup, const std::string& kiosk) {
    auto store = open_store(setup);
    return store ? say_removed(store->remove_kiosk(kiosk), "kiosk " + kiosk) : 1;
}

int add_kiosk(const HubSetup& setup, hub::KioskEntry kiosk, std::ostream& out) {
    auto store = open_store(setup);
    if (!store)
        return 1;
    const auto token = hub::make_token();
    kiosk.key_print = hub::fingerprint(token);
    if (kiosk.site.empty())
        kiosk.site = setup.site;
    if (kiosk.place.empty())
        kiosk.place = kiosk.id;
    if (const auto kept = store->put(kiosk); !kept)
        return complain(kept.error().detail);
    out << kiosk.id << "." << token << "\n";
    return 0;
}

int make_link(const HubSetup& setup, const std::string& account, std::ostream& out) {
    auto store = open_store(setup);
    if (!store)
        return 1;
    const auto known = store->account(account);
    if (!known)
        return complain(known.error().detail);
    if (!*known)
        return complain("there is no account " + account);
    const auto link = new_link(*store, setup, account);
    if (!link)
        return complain(link.error().detail);
    out << *link << "\n";
    return 0;
}

int export_activity(const HubSetup& setup, const std::string& format, std::ostream& out) {
    auto store = open_store(setup);
    if (!store)
        return 1;
    const auto activities = store->activities(setup.site);
    if (!activities)
        return complain(activities.error().detail);
    if (format == "json")
        out << to_text(hub::to_coop_json(*activities)) << "\n";
    else
        out << hub::to_csv(*activities);
    return 0;
}

int back_up(const HubSetup& setup, const std::string& file) {
    auto store = open_store(setup);
    if (!store)
        return 1;
    const auto copied = store->backup(file);
    return copied ? 0 : complain(copied.error().detail);
}

} // namespace guichet::app
