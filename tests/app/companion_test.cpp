// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept/companion.hpp"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <unistd.h>

namespace guichet::app {
namespace {

using namespace std::chrono_literals;

/// A file in which each start leaves a line: the process that was started.
class Starts {
public:
    Starts()
        : m_file(
              std::filesystem::temp_directory_path() /
              ("guichet-companion-" + std::to_string(::getpid()))
          ) {
        std::filesystem::remove(m_file);
    }
    ~Starts() { std::filesystem::remove(m_file); }
    Starts(const Starts&) = delete;
    Starts& operator=(const Starts&) = delete;

    Command then(const std::string& what) const {
        return {"sh", "-c", "echo $$ >> '" + m_file.string() + "'; " + what};
    }
    std::vector<pid_t> all() const {
        std::vector<pid_t> pids;
        std::ifstream lines(m_file);
        for (pid_t pid = 0; lines >> pid;)
            pids.push_back(pid);
        return pids;
    }
    /// Turns the companion until it was started so many times; for half a minute at most.
    bool reach(Companion& companion, std::size_t number) const {
        for (int i = 0; i < 3000 && all().size() < number; ++i) {
            companion.keep(now());
            std::this_thread::sleep_for(10ms);
        }
        return all().size() >= number;
    }

private:
    std::filesystem::path m_file;
};

} // namespace

TEST_CASE("a companion that is killed is started again") {
    const Starts starts;
    Companion companion(starts.then("exec sleep 1000"), "it");
    REQUIRE(starts.reach(companion, 1));
    CHECK(companion.next_start() == Instant::max());
    ::kill(starts.all().front(), SIGKILL);
    REQUIRE(starts.reach(companion, 2));
    CHECK(::kill(starts.all().back(), 0) == 0);
}

TEST_CASE("a companion that ends at once is started more and more seldom") {
    const Starts starts;
    Companion companion(starts.then("exit 1"), "it");
    Instant present = now();
    std::vector<std::chrono::milliseconds> pauses;
    for (int i = 0; i < 9; ++i) {
        companion.keep(present); // starts it
        for (int look = 0; look < 3000 && companion.next_start() == Instant::max(); ++look) {
            std::this_thread::sleep_for(5ms);
            companion.keep(present);
        }
        REQUIRE(companion.next_start() != Instant::max());
        pauses.push_back(companion.next_start() - present);
        present = companion.next_start();
    }
    CHECK(pauses.front() == 250ms);
    CHECK(pauses.at(1) == 500ms);
    CHECK(pauses.back() == 30s);
}

TEST_CASE("a companion goes with its owner, even one that does not listen") {
    const Starts starts;
    for (const auto* what : {"exec sleep 1000", "trap '' TERM; while :; do sleep 1; done"}) {
        CAPTURE(what);
        {
            Companion companion(starts.then(what), "it");
            REQUIRE(starts.reach(companion, starts.all().size() + 1));
        }
        CHECK(::kill(starts.all().back(), 0) != 0);
    }
}

TEST_CASE("a companion that is not there is tried again later") {
    Companion companion({"/nowhere/hub"}, "it");
    const Instant present = now();
    companion.keep(present);
    CHECK(companion.next_start() == present + 30s);
}

} // namespace guichet::app
