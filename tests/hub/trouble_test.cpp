// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/running_hub.hpp"

#include <fstream>
#include <set>

#include <sys/mount.h>

namespace guichet::hub {
namespace {

const std::string calls = "/api/v1/kiosk/calls";

std::set<std::string> open_calls(const std::string& file) {
    auto store = Store::open(file, read_wall_clock());
    REQUIRE_MESSAGE(store, store.error().detail);
    const auto kept = store->open_calls();
    REQUIRE(kept);
    std::set<std::string> open;
    for (const auto& ticket : *kept)
        open.insert(ticket.request.id);
    return open;
}

/// A disk of its own size on a folder; refused where we may not mount.
class SmallDisk {
public:
    explicit SmallDisk(std::string folder)
        : m_folder(std::move(folder)),
          m_is_there(::mount("tmpfs", m_folder.c_str(), "tmpfs", 0, "size=600k") == 0) {}
    ~SmallDisk() {
        if (m_is_there)
            ::umount2(m_folder.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool is_there() const { return m_is_there; }
    void grow() const {
        REQUIRE(::mount("tmpfs", m_folder.c_str(), "tmpfs", MS_REMOUNT, "size=8m") == 0);
    }

private:
    std::string m_folder;
    bool m_is_there;
};

} // namespace

TEST_CASE("on a full disk a kiosk is told so, nothing promised is lost, and it goes on afterwards"
) {
    const Site site;
    const TemporaryFolder folder;
    const SmallDisk disk(folder.path().string());
    if (!disk.is_there()) {
        MESSAGE("mounting is refused here: not tried");
        return;
    }
    const auto file = folder.file("hub.db");
    std::filesystem::copy_file(site.settings().store, file);
    auto settings = site.settings();
    settings.store = file;
    const auto hub = start_hub(settings);
    Asker kiosk(hub->port(), kiosk_key("borne-1"));
    std::set<std::string> promised;
    int refused = 0;
    for (int call = 0; call < 5000 && refused < 5; call++) {
        const auto id = "v-" + std::to_string(call);
        const auto status = kiosk.post(calls, {{"id", id}}).status;
        if (status == 201)
            promised.insert(id);
        else
            CHECK(status == 503);
        refused += status == 503 ? 1 : 0;
    }
    CHECK(refused == 5);
    CHECK(promised.size() > 10);
    CHECK(kiosk.get("/metrics").body.find("guichet_store_failures_total 5") != std::string::npos);
    disk.grow();
    CHECK(kiosk.post(calls, {{"id", "later"}}).status == 201);
    promised.insert("later");
    CHECK(open_calls(file) == promised);
}

TEST_CASE("a hub refuses a damaged database with what to do, and starts with the backup") {
    const Site site;
    const auto file = site.settings().store;
    const auto copy = site.folder().file("copy.db");
    {
        const auto hub = start_hub(site.settings());
        Asker kiosk(hub->port(), kiosk_key("borne-1"));
        for (int call = 0; call < 200; call++)
            REQUIRE(kiosk.post(calls, {{"id", "v-" + std::to_string(call)}}).status == 201);
        auto store = Store::open(file, read_wall_clock()); // guichet hub backup, meanwhile
        REQUIRE(store);
        REQUIRE(store->backup(copy));
    }
    {
        std::fstream damage(file, std::ios::in | std::ios::out | std::ios::binary);
        damage.seekp(4096);
        damage << std::string(8192, '\x5a');
    }
    const auto refused = Hub::start(site.settings());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Unreadable);
    for (const auto* words : {"is damaged", "Stop the hub", "last backup", "guichet hub backup"})
        CHECK(refused.error().detail.find(words) != std::string::npos);
    for (const auto* rest : {"", "-wal", "-shm"})
        std::filesystem::remove(file + rest);
    std::filesystem::copy_file(copy, file);
    const auto hub = start_hub(site.settings());
    Asker nadia(hub->port());
    nadia.sign_in("nadia"); // accounts are there again
    const auto board = Json::parse(nadia.get("/api/v1/console/board?console=page").body);
    CHECK(board.at("calls").size() == 200);
}

} // namespace guichet::hub
