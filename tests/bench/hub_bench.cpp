// SPDX-License-Identifier: GPL-3.0-or-later
// From the press to every console of the site, and what the hub takes for it, from 10 kiosks to
// 2,000; beside it Mosquitto with the same crowd, QoS 1. Reach: 20 x 10 p95 1 s, p99 2 s; 2,000 +
// 500 p99 2 s and 150 MB. Loopback; under four minutes.
#include "base/files.hpp"
#include "broker_speech.hpp"
#include "hub/secrets.hpp"
#include "hub/store.hpp"
#include "hub_speech.hpp"
#include "temporary_folder.hpp"

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace guichet;
using namespace guichet::bench;

constexpr std::array sizes{
    Size{10, 5, 1},
    Size{20, 10, 1},
    Size{100, 25, 5},
    Size{500, 125, 12},
    Size{1000, 250, 25},
    Size{2000, 500, 50}};
constexpr auto mosquitto = "/usr/sbin/mosquitto";
constexpr int hub_port = 18817;
constexpr int broker_port = 18818;

/// A server of ours, ended with this object.
class Process {
public:
    explicit Process(std::vector<std::string> command) {
        std::vector<char*> words;
        words.reserve(command.size() + 1);
        for (auto& word : command)
            words.push_back(word.data());
        words.push_back(nullptr);
        posix_spawn_file_actions_t quiet;
        ::posix_spawn_file_actions_init(&quiet);
        for (const auto output : {STDOUT_FILENO, STDERR_FILENO})
            ::posix_spawn_file_actions_addopen(&quiet, output, "/dev/null", O_WRONLY, 0);
        const auto failed =
            ::posix_spawn(&m_pid, words.front(), &quiet, nullptr, words.data(), environ);
        ::posix_spawn_file_actions_destroy(&quiet);
        if (failed != 0)
            std::exit(1);
        std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    }
    ~Process() {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    pid_t id() const { return m_pid; }

private:
    pid_t m_pid{};
};

std::string key_of(const std::string& kiosk, const std::string& token) {
    return kiosk + "." + token;
}

/// Everybody of that size, in a store of their own.
HubSpeech make_people(const Size& size, const std::string& file) {
    auto store = hub::Store::open(file, hub::read_wall_clock());
    if (!store)
        std::exit(1);
    std::vector<std::string> keys;
    for (int each = 0; each < size.kiosks; each++) {
        const auto id = "borne-" + std::to_string(each);
        const auto site = "site-" + std::to_string(each % size.sites);
        const auto token = hub::make_token();
        (void)store->put(hub::KioskEntry{id, id, "salle 1", site, hub::fingerprint(token)});
        keys.push_back(key_of(id, token));
    }
    std::vector<HubSpeech::Page> pages;
    for (int each = 0; each < size.consoles; each++) {
        const auto name = "m" + std::to_string(each);
        const auto site = "site-" + std::to_string(each % size.sites);
        const auto token = hub::make_token();
        (void)store->put(hub::Account{.name = name, .shown = name, .site = site});
        (void)store->put(hub::Session{hub::fingerprint(token), name, now(), now()});
        pages.push_back({token, hub::csrf_of(token)});
    }
    return {std::move(keys), std::move(pages)};
}

void print(const char* who, const Size& size, const Figures& figures) {
    std::printf(
        "%-9s %5d x %3d | %7.1f %7.1f %7.1f %7.1f ms | %6ld of %6ld | %5.2f cores | %6.1f MB%s\n",
        who,
        size.kiosks,
        size.consoles,
        part(figures.delays_ms, 0.5),
        part(figures.delays_ms, 0.95),
        part(figures.delays_ms, 0.99),
        part(figures.delays_ms, 1),
        static_cast<long>(figures.delays_ms.size()),
        figures.expected,
        figures.cpu,
        figures.memory_mb,
        figures.broken == 0 ? "" : " (connections were lost)"
    );
    std::fflush(stdout);
}

void run_hub(const Size& size, std::pair<double, double> seconds_and_rate) {
    const TemporaryFolder folder;
    (void)write_file(folder.file("index.html"), "console");
    const auto people = make_people(size, folder.file("hub.db"));
    const Process hub(
        {HUB_PROCESS, folder.file("hub.db"), std::to_string(hub_port), folder.path().string()}
    );
    print("hub", size, run_crowd(people, size, hub_port, hub.id(), seconds_and_rate));
}

void run_broker(const Size& size, std::pair<double, double> seconds_and_rate) {
    const TemporaryFolder folder;
    (void)write_file(
        folder.file("broker.conf"),
        "listener " + std::to_string(broker_port) +
            " 127.0.0.1\nallow_anonymous true\nlog_type none\nmax_queued_messages 0\n"
    );
    const Process broker({mosquitto, "-c", folder.file("broker.conf")});
    print(
        "mosquitto",
        size,
        run_crowd(BrokerSpeech(size.sites), size, broker_port, broker.id(), seconds_and_rate)
    );
}

} // namespace

int main(int count, char** words) {
    const double seconds = count > 1 ? std::atof(words[1]) : 10;
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files); // children inherit it
    if (!hub::prepare_secrets())
        return 1;
    const bool has_broker = std::filesystem::exists(mosquitto);
    if (!has_broker)
        std::puts("mosquitto is not installed: the hub alone");
    std::puts(
        "          kiosks x pages |     p50     p95     p99    most    | told         | server"
    );
    for (const auto& size : sizes) {
        const std::pair load{seconds, size.kiosks <= 20 ? 20.0 : 10.0};
        run_hub(size, load);
        if (has_broker)
            run_broker(size, load);
    }
    std::puts("The hub keeps each call on disk before it tells it, and tells it again when it is "
              "received; mosquitto keeps nothing.");
    return 0;
}
