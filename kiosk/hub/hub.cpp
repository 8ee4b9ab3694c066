// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/hub.hpp"

#include "hub/log.hpp"
#include "hub/peers.hpp"
#include "hub/postgres_url.hpp"
#include "hub/routes.hpp"
#include "hub/secrets.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace guichet::hub {
namespace {

constexpr const char* nothing_known = R"({"titles":{},"themes":{}})";
/// What was written leaves before the connections close.
constexpr std::chrono::milliseconds flushing{100};

std::map<std::string, std::string> read_titles(const std::string& text) {
    std::map<std::string, std::string> titles;
    const auto json = parse_json(text);
    if (!json || !json->contains("titles"))
        return titles;
    for (const auto& [id, title] : (*json)["titles"].items())
        if (title.is_string())
            titles[id] = title.get<std::string>();
    return titles;
}

} // namespace

/// What lives as long as the hub, in the order it is needed.
struct Hub::Inside {
    Store store;
    Desk desk;
    Gate gate;
    Points points;
    Services services;
    std::unique_ptr<Server> server{};
    Worker worker{};
    std::unique_ptr<Peers> peers{};
    std::mutex guard{};
    std::condition_variable bell{};
    bool over{};
    std::optional<std::int64_t> people{}; ///< the version followed
    std::thread clock{};

    Inside(Store opened, const WallClock& wall, const call::Escalation& escalation)
        : store(std::move(opened)), desk(store, wall, now(), escalation), gate(store),
          points(desk.point_world()),
          services{.store = store, .desk = desk, .points = points, .gate = gate, .worker = worker} {
    }

    void keep_time() {
        std::unique_lock lock(guard);
        while (!bell.wait_for(lock, std::chrono::milliseconds(500), [this] { return over; })) {
            desk.tick(now());
            points.tick(now());
            follow_people();
        }
    }

    /// Who was removed beside the hub, or has another key or password, is out at once.
    void follow_people() {
        const auto version = store.people_version();
        if (!version || people == *version)
            return;
        people = *version;
        gate.keys_changed();
        desk.let_go();
    }

    /// Several hubs on one PostgreSQL act as one.
    Result<void> find_peers(const std::string& store_url) {
        if (!is_postgres(store_url))
            return {};
        auto found = Peers::connect(
            store_url,
            {.one =
                 [this](const std::string& json) {
                     desk.hear_peer(json);
                     points.hear_peer(json, now());
                 },
             .again = [this] { desk.read_again(); }}
        );
        if (!found)
            return tl::unexpected(found.error());
        peers = std::move(*found);
        desk.set_peers([this](std::string json) { peers->tell(std::move(json)); });
        return {};
    }

    void stop() {
        {
            const std::lock_guard lock(guard);
            over = true;
        }
        bell.notify_all();
        if (clock.joinable())
            clock.join();
        worker.stop(); // its answers need the server
        desk.set_peers({});
        peers.reset();
        desk.close_streams();
        if (!server)
            return;
        std::this_thread::sleep_for(flushing);
        server->stop();
        desk.close_streams(); // those that came meanwhile
    }
};

Hub::Hub(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}

Hub::~Hub() {
    m_inside->stop();
    log_event("stopped");
}

Result<std::unique_ptr<Hub>> Hub::start(const HubSettings& settings) {
    if (!prepare_secrets())
        return fail(Error::Kind::Unreachable, "this system gives no randomness");
    auto assets = read_assets(settings.console);
    if (!assets)
        return tl::unexpected(assets.error());
    const auto wall = read_wall_clock();
    auto store = Store::open(settings.store, wall);
    if (!store)
        return tl::unexpected(store.error());
    auto inside = std::make_unique<Inside>(std::move(*store), wall, settings.escalation);
    inside->services.assets = std::move(*assets);
    inside->services.assets["/titles.json"] = {
        "application/json", settings.titles.empty() ? nothing_known : settings.titles};
    inside->services.titles = read_titles(settings.titles);
    inside->services.behind_proxy = settings.behind_proxy;
    if (auto found = inside->find_peers(settings.store);
        !found) // before reading: nothing is missed
        return tl::unexpected(found.error());
    if (auto started = inside->desk.start(now()); !started)
        return tl::unexpected(started.error());
    auto server = Server::start(
        settings.server,
        [services = &inside->services](
            const HttpRequest& request, const std::shared_ptr<Exchange>& exchange
        ) { serve(request, exchange, *services); }
    );
    if (!server)
        return tl::unexpected(server.error());
    inside->server = std::move(*server);
    inside->clock = std::thread([running = inside.get()] { running->keep_time(); });
    log_event("started", {{"port", std::to_string(inside->server->port())}});
    return std::unique_ptr<Hub>(new Hub(std::move(inside)));
}

std::uint16_t Hub::port() const {
    return m_inside->server->port();
}

} // namespace guichet::hub
