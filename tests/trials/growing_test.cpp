// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "hub/postgres.hpp"
#include "site.hpp"

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

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

    net::Endpoint hub() const {
        return {.url = "https://127.0.0.1:" + std::to_string(m_port), .authorities = certificate()};
    }

private:
    std::string m_folder;
    std::uint16_t m_port;
    std::unique_ptr<Program> m_program{};

    std::string certificate() const { return m_folder + "/hub.pem"; }
};

/// Two hubs that share one store, behind one balancer.
class Pair {
public:
    explicit Pair(const Staff& staff)
        : m_staff(staff), m_hubs{make_hub(staff), make_hub(staff)},
          m_ports{m_hubs[0]->port(), m_hubs[1]->port()},
          m_balancer(staff.folder(), m_ports[0], m_ports[1]) {}

    net::Endpoint endpoint() const { return m_balancer.hub(); }
    /// Does nothing to a hub that is dead.
    void kill(std::size_t which) { m_hubs.at(which)->kill(); }
    void start_again(std::size_t which) { m_hubs.at(which) = make_hub(m_staff, m_ports.at(which)); }

private:
    const Staff& m_staff;
    std::array<std::unique_ptr<HubProcess>, 2> m_hubs;
    std::array<std::uint16_t, 2> m_ports;
    Balancer m_balancer;

    static std::unique_ptr<HubProcess> make_hub(const Staff& staff, std::uint16_t port = 0) {
        return std::make_unique<HubProcess>(staff, port);
    }
};

/// What all mediators were answered when they claimed one call.
struct Answers {
    std::atomic<int> won{};
    std::atomic<int> lost{}; ///< the answer died with its hub: it may have said anything
};
using Claims = std::map<std::string, Answers>;

void claim_in_turn(Page& page, Claims& claims) {
    for (auto& [id, answers] : claims) {
        const auto status = page.claim(id);
        const bool is_lost = status == 0 || status == 502 || status == 504;
        answers.won += status == 200 ? 1 : 0;
        answers.lost += is_lost ? 1 : 0;
        CHECK((is_lost || status == 200 || status == 409));
    }
}

/// Every mediator claims every call at once, while that happens.
Claims claim_all(const Site& site, const std::function<void()>& meanwhile) {
    Claims claims;
    for (const auto& id : site.calls())
        claims[id];
    std::vector<std::jthread> mediators;
    mediators.reserve(site.pages().size());
    for (const auto& page : site.pages())
        mediators.emplace_back([&claims, &page = *page] { claim_in_turn(page, claims); });
    meanwhile();
    mediators.clear();
    return claims;
}

/// No call was won twice. How many were won by an answer that was lost.
int check_won_once(const Claims& claims) {
    int unknown = 0;
    for (const auto& each : claims) {
        CAPTURE(each.first);
        const auto& answers = each.second;
        // Whose answer died with the hub may have won; then nobody else did.
        CHECK(answers.won <= 1);
        CHECK(answers.won + answers.lost >= 1);
        unknown += answers.won == 0 ? 1 : 0;
    }
    return unknown;
}

} // namespace

TEST_CASE("behind nginx either of two hubs may die: no call is lost, no claim is won twice") {
    const hub::Postgres server;
    if (server.url().empty() || !std::filesystem::exists(nginx_program)) {
        MESSAGE("PostgreSQL or nginx is not installed: not tried");
        return;
    }
    const int rounds = count_from("GUICHET_TRIALS", 30) / 3;
    const Staff staff(6, 4, server.url());
    Pair hubs(staff);
    Site site(staff, hubs.endpoint(), hubs.endpoint());
    std::mt19937 random{8};
    const auto sleep_at_most = [&](std::chrono::microseconds most) {
        std::this_thread::sleep_for(most * (random() % 1000) / 1000);
    };
    int unknown_winners = 0;
    for (int round = 0; round < rounds; round++) {
        CAPTURE(round);
        const auto victim = static_cast<std::size_t>(round % 2);
        for (std::size_t kiosk = 0; kiosk < site.kiosk_count(); kiosk++)
            site.press(kiosk, round);
        sleep_at_most(30ms);
        if (random() % 2 == 0)
            hubs.kill(victim);
        site.check_shown();
        const auto claims = claim_all(site, [&] {
            sleep_at_most(20ms);
            hubs.kill(victim);
        });
        unknown_winners += check_won_once(claims);
        site.end_calls();
        hubs.start_again(victim);
    }
    std::printf(
        "nginx, two hubs, PostgreSQL: %d hubs killed, %zu calls, of %d the winner’s answer was "
        "lost with its hub\n",
        rounds,
        site.made().size(),
        unknown_winners
    );
    site.check_nothing_odd();
    check_all_helped(server.url(), site.made());
}

} // namespace guichet::trials
