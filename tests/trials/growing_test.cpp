// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "hub/postgres.hpp"
#include "kiosk.hpp"
#include "page.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace guichet::trials {
namespace {

using namespace std::chrono_literals;

constexpr auto nginx_program = "/usr/sbin/nginx";

std::uint16_t free_port() {
    const auto probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(probe, plain, size) == 0);
    REQUIRE(::getsockname(probe, plain, &size) == 0);
    ::close(probe);
    return ntohs(address.sin_port);
}

void replace(std::string& text, const std::string& what, const std::string& with) {
    REQUIRE_MESSAGE(text.find(what) != std::string::npos, what);
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

/// Debian's nginx with the configuration we ship, on ports and with a certificate of this test.
class Balancer {
public:
    Balancer(const std::string& folder, std::uint16_t one, std::uint16_t other)
        : m_folder(folder), m_port(free_port()) {
        REQUIRE(
            std::system(("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
                         "-addext subjectAltName=IP:127.0.0.1 -out " +
                         certificate() + " -keyout " + folder + "/hub.key >/dev/null 2>&1")
                            .c_str()) == 0
        );
        auto text = *read_file(GUICHET_SOURCE "/packaging/hub/nginx.conf", 1 << 20);
        const auto address = "127.0.0.1:" + std::to_string(m_port);
        replace(text, "127.0.0.1:8018", "127.0.0.1:" + std::to_string(one));
        replace(text, "127.0.0.1:8019", "127.0.0.1:" + std::to_string(other));
        replace(text, "listen [::]:443 ssl http2;", "");
        replace(text, "listen 443 ssl http2;", "listen " + address + " ssl http2;");
        replace(text, "/etc/guichet/hub.pem", certificate());
        replace(text, "/etc/guichet/hub.key", folder + "/hub.key");
        REQUIRE(write_file(
            folder + "/nginx.conf",
            "daemon off;\nworker_processes 2;\npid " + folder + "/nginx.pid;\nerror_log " + folder +
                "/nginx.log;\nevents { worker_connections 4096; }\nhttp {\n" +
                "access_log off;\nclient_body_temp_path " + folder + "/body;\nproxy_temp_path " +
                folder + "/proxy;\nfastcgi_temp_path " + folder + "/f;\nuwsgi_temp_path " + folder +
                "/u;\nscgi_temp_path " + folder + "/s;\n" + text + "}\n"
        ));
        m_program = std::make_unique<Program>(
            std::vector<std::string>{nginx_program, "-c", folder + "/nginx.conf", "-p", folder},
            [](const std::string&) {}
        );
        net::Client asker(hub());
        for (int attempt = 0; attempt < 100; attempt++) {
            if (const auto reply = asker.ask({.path = "/healthz"}); reply && reply->status == 200)
                return;
            std::this_thread::sleep_for(100ms);
        }
        FAIL("nginx does not answer");
    }
    ~Balancer() {
        ::kill(m_program->pid(), SIGTERM); // it ends its own workers
        std::this_thread::sleep_for(200ms);
    }
    Balancer(const Balancer&) = delete;
    Balancer& operator=(const Balancer&) = delete;

    net::Endpoint hub(std::string key = {}) const {
        return {
            .url = "https://127.0.0.1:" + std::to_string(m_port),
            .key = std::move(key),
            .authorities = certificate()};
    }

private:
    std::string m_folder;
    std::uint16_t m_port;
    std::unique_ptr<Program> m_program{};

    std::string certificate() const { return m_folder + "/hub.pem"; }
};

} // namespace

TEST_CASE("behind nginx either of two hubs may die: no call is lost, no claim is won twice") {
    const hub::Postgres server;
    if (server.url().empty() || !std::filesystem::exists(nginx_program)) {
        MESSAGE("PostgreSQL or nginx is not installed: not tried");
        return;
    }
    const int rounds = count_from("GUICHET_TRIALS", 30) / 3;
    const Staff staff(6, 4, server.url());
    std::array<std::unique_ptr<HubProcess>, 2> hubs{
        std::make_unique<HubProcess>(staff), std::make_unique<HubProcess>(staff)};
    const std::array<std::uint16_t, 2> ports{hubs[0]->port(), hubs[1]->port()};
    const Balancer balancer(staff.folder(), ports[0], ports[1]);
    std::vector<std::unique_ptr<Kiosk>> kiosks;
    for (const auto& key : staff.keys())
        kiosks.push_back(std::make_unique<Kiosk>(balancer.hub(key)));
    std::vector<std::unique_ptr<Page>> pages;
    for (const auto& mediator : staff.mediators())
        pages.push_back(std::make_unique<Page>(balancer.hub(), mediator));
    std::mt19937 random{8};
    std::set<std::string> made;
    int unknown_winners = 0;
    for (int round = 0; round < rounds; round++) {
        CAPTURE(round);
        std::set<std::string> calls;
        for (std::size_t each = 0; each < kiosks.size(); each++) {
            const auto id = "v-" + std::to_string(round) + "-" + std::to_string(each);
            calls.insert(id);
            kiosks[each]->press(id);
        }
        made.insert(calls.begin(), calls.end());
        auto& victim = hubs.at(static_cast<std::size_t>(round % 2));
        const bool dies_early = random() % 2 == 0;
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 30'000));
        if (dies_early)
            victim->kill();
        for (const auto& page : pages)
            CHECK(page->shows_all(calls, 60s));
        std::map<std::string, std::atomic<int>> winners;
        std::map<std::string, std::atomic<int>> silent;
        for (const auto& id : calls) {
            winners[id] = 0;
            silent[id] = 0;
        }
        {
            std::vector<std::jthread> mediators;
            for (const auto& page : pages)
                mediators.emplace_back([&] {
                    for (const auto& id : calls) {
                        const auto status = page->claim(id);
                        winners.at(id) += status == 200 ? 1 : 0;
                        const bool is_lost = status == 0 || status == 502 || status == 504;
                        silent.at(id) += is_lost ? 1 : 0;
                        CHECK((is_lost || status == 200 || status == 409));
                    }
                });
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
            if (!dies_early)
                victim->kill();
        }
        for (const auto& id : calls) {
            CAPTURE(id);
            // Whose answer died with the hub may have won; then nobody else did.
            CHECK(winners.at(id) <= 1);
            CHECK(winners.at(id) + silent.at(id) >= 1);
            unknown_winners += winners.at(id) == 0 ? 1 : 0;
        }
        for (const auto& each : kiosks)
            each->end();
        for (const auto& page : pages)
            CHECK(page->shows({}, 60s));
        victim = std::make_unique<HubProcess>(staff, ports.at(static_cast<std::size_t>(round % 2)));
    }
    std::printf(
        "nginx, two hubs, PostgreSQL: %d hubs killed, %zu calls, of %d the winner’s answer was "
        "lost with its hub\n",
        rounds,
        made.size(),
        unknown_winners
    );
    for (const auto& page : pages)
        CHECK(page->oddities(made) == 0);
    check_all_helped(server.url(), made);
}

} // namespace guichet::trials
