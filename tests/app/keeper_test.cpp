// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept/keeper.hpp"
#include "app/kept/visit_process.hpp"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;
using guichet::app::Keeper;

std::string fake(const std::string& name) {
    return std::string(GUICHET_SOURCE "/tests/fakes/") + name + ".sh";
}

bool comes_true(const std::function<bool()>& condition) {
    for (int i = 0; i < 3000 && !condition(); ++i)
        std::this_thread::sleep_for(10ms);
    return condition();
}

/// A keeper in a process of its own, as in life, whose visits write into a file.
class KeptFolder {
public:
    explicit KeptFolder(const std::string& visit, std::chrono::milliseconds silence = 5s)
        : m_log(
              std::filesystem::temp_directory_path() /
              ("guichet-keeper-" + std::to_string(::getpid()))
          ) {
        std::filesystem::remove(m_log);
        m_keeper = ::fork();
        if (m_keeper == 0) {
            const int status = Keeper({fake(visit), m_log.string()}, silence).run();
            ::_exit(status);
        }
    }
    ~KeptFolder() {
        end();
        std::filesystem::remove(m_log);
    }
    KeptFolder(const KeptFolder&) = delete;
    KeptFolder& operator=(const KeptFolder&) = delete;

    std::vector<std::string> lines() const {
        std::vector<std::string> all;
        std::ifstream file(m_log);
        for (std::string line; std::getline(file, line);)
            all.push_back(line);
        return all;
    }
    /// Process of the nth visit that was shown.
    pid_t shown(std::size_t number) const {
        return static_cast<pid_t>(std::stol(lines().at(number).substr(6)));
    }
    /// Ends it politely; its status.
    int end() {
        if (m_keeper > 0) {
            ::kill(m_keeper, SIGTERM);
            ::waitpid(m_keeper, &m_status, 0);
        }
        m_keeper = 0;
        return m_status;
    }
    /// Its status when it ends by itself.
    int wait() {
        ::waitpid(m_keeper, &m_status, 0);
        m_keeper = 0;
        return m_status;
    }

private:
    std::filesystem::path m_log;
    pid_t m_keeper{};
    int m_status{};
};

} // namespace

TEST_CASE("a visit that is killed is followed by the one behind it") {
    KeptFolder kept("visit_that_waits");
    for (const int signal : {SIGSEGV, SIGKILL, SIGABRT}) {
        CAPTURE(signal);
        const auto before = kept.lines().size();
        REQUIRE(comes_true([&] { return kept.lines().size() >= std::max<std::size_t>(before, 1); })
        );
        const auto shown = kept.lines().size();
        ::kill(kept.shown(shown - 1), signal);
        REQUIRE(comes_true([&] { return kept.lines().size() == shown + 1; }));
        CHECK(kept.shown(shown) != kept.shown(shown - 1));
    }
}

TEST_CASE("a visit that hangs is killed and followed by the one behind it") {
    KeptFolder kept("visit_that_waits", 1s);
    REQUIRE(comes_true([&] { return kept.lines().size() == 1; }));
    const pid_t hanging = kept.shown(0);
    ::kill(hanging, SIGUSR1);
    REQUIRE(comes_true([&] { return kept.lines().size() == 3; }));
    CHECK(kept.lines().at(1) == "hangs " + std::to_string(hanging));
    CHECK(kept.shown(2) != hanging);
    CHECK(::kill(hanging, 0) != 0);
}

TEST_CASE("a visit that waits for its person and answers is left alone") {
    KeptFolder kept("visit_that_waits", 2s);
    REQUIRE(comes_true([&] { return kept.lines().size() == 1; }));
    std::this_thread::sleep_for(4500ms); // a visit that is not heard is killed after 3 s
    CHECK(kept.lines().size() == 1);
    CHECK(::kill(kept.shown(0), 0) == 0);
}

TEST_CASE("a keeper that is told to end ends its visits and says that all is well") {
    KeptFolder kept("visit_that_waits");
    REQUIRE(comes_true([&] { return kept.lines().size() == 1; }));
    const pid_t visit = kept.shown(0);
    CHECK(kept.end() == 0);
    CHECK(::kill(visit, 0) != 0);
}

TEST_CASE("visits that die at once are started again more and more seldom") {
    KeptFolder kept("visit_that_dies_at_once");
    std::this_thread::sleep_for(2s);
    const auto starts = kept.lines().size();
    CHECK(starts >= 2); // at 0 s, 0.25 s, 0.75 s, 1.75 s
    CHECK(starts <= 5);
}

TEST_CASE("a keeper whose very first visit cannot start gives up and says so") {
    KeptFolder kept("visit_that_cannot_start");
    const int status = kept.wait();
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == guichet::app::cannot_start);
}
